/**
 * The life of one image after it was made: deprecating, disabling, protecting, tagging, describing and deregistering it,
 * and each of these back again.
 *
 * <p>Every chain ends in a {@link dev.amis.plan.Change}: {@code plan()} looks and says what would be done, {@code apply()}
 * does it and reports. A chain plans nothing if all is so already, so that it can be run again after a crash.
 *
 * <pre>{@code
 * ChangeReport report = amis.deprecate(image).in(Duration.ofDays(90)).apply();
 * amis.undo(report);
 * }</pre>
 */
@NullMarked
package dev.amis.lifecycle;

import org.jspecify.annotations.NullMarked;
