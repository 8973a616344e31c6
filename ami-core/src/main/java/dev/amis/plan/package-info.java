/**
 * Seeing a change before it happens, making it, and taking it back: {@link dev.amis.plan.Plan}, {@link
 * dev.amis.plan.Action}, {@link dev.amis.plan.ChangeReport}.
 *
 * <p>A plan is pure data: every image that was looked at with its decision and reasons, every action with the facts it
 * relies on and how far it can be undone. Applying it reads those facts again right before each action and skips what has
 * changed. The report tells what happened, action by action, and can be undone as far as EC2 allows.
 *
 * <pre>{@code
 * Plan plan = amis.cleanup().named(web).keepingLatest(5).protectingInUse().plan();
 * System.out.println(plan.describe());
 * ChangeReport report = amis.apply(plan);
 * amis.undo(report);
 * }</pre>
 */
@NullMarked
package dev.amis.plan;

import org.jspecify.annotations.NullMarked;
