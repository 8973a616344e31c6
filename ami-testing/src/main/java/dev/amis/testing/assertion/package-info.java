/**
 * AssertJ assertions for images, plans and reports, which say what a test means and name the image when it does not hold.
 *
 * <pre>{@code
 * assertThat(image).isAvailable().hasName("web-1.0.0").hasTag("Team", "web").isEncrypted();
 * assertThat(plan).keeps(newest).deregisters(oldest);
 * assertThat(report).isComplete();
 * }</pre>
 */
@NullMarked
package dev.amis.testing.assertion;

import org.jspecify.annotations.NullMarked;
