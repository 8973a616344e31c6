/**
 * Rolling an image out to launch templates and Auto Scaling groups, and back: {@link dev.amis.rollout.Rollout}, {@link
 * dev.amis.rollout.RolloutPlan}, {@link dev.amis.rollout.RolloutReport}.
 *
 * <p>What there was before is recorded by its number: the version of each template, never {@code $Latest}. The old image and
 * the new one are kept from being retired until the roll-out is confirmed or taken back.
 *
 * <pre>{@code
 * RolloutPlan plan = amis.rollout(image).toGroups("web-canary").nextWave().toGroups("web-a", "web-b").plan();
 * System.out.println(plan.describe());
 * RolloutReport report = amis.apply(plan);
 * amis.rollback(report);
 * }</pre>
 */
@NullMarked
package dev.amis.rollout;

import org.jspecify.annotations.NullMarked;
