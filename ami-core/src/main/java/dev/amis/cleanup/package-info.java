/**
 * Retiring old images: a {@link dev.amis.cleanup.RetentionPolicy} says which images of which families stay, and {@link
 * dev.amis.cleanup.Cleanup#plan()} makes a plan out of it in which every image has its decision and reasons. Nothing is
 * removed on missing knowledge: an image stays if it is in use, protected, public, the last available of its family, or if
 * it cannot be told. {@link dev.amis.cleanup.Stages} retire an image step by step, and {@link
 * dev.amis.cleanup.CombinedCleanup} puts several policies into one plan.
 *
 * <pre>{@code
 * Plan plan = amis.cleanup().named("WebApp-v{version}-{date:yyyyMMdd}").in(Region.EU_WEST_1)
 *         .keepingLatest(5).keepingNewerThan(Duration.ofDays(30)).protectingInUse()
 *         .atMost(20)
 *         .plan();
 * System.out.println(plan.describe());
 * ChangeReport report = amis.apply(plan);
 * }</pre>
 */
@NullMarked
package dev.amis.cleanup;

import org.jspecify.annotations.NullMarked;
