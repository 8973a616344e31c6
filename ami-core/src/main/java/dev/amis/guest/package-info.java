/**
 * Scripts that prepare a machine for its image: {@link dev.amis.guest.GuestCleanup} takes away what must not be in an image,
 * {@link dev.amis.guest.GuestHardening} installs updates and scanners, {@link dev.amis.guest.WindowsSysprep} generalises
 * Windows. Each is a value that lists its steps with their reasons and renders a {@link dev.amis.guest.GuestScript}: plain,
 * commented, the same bytes for the same settings, to be read by a person before a machine runs it.
 *
 * <pre>{@code
 * GuestCleanup cleanup = GuestCleanup.standard().removingUsers("packer").without("package-caches").scanningForSecrets();
 * cleanup.steps().forEach(step -> System.out.println(step.id() + ": " + step.why()));
 * Files.writeString(Path.of("clean.sh"), cleanup.script().text());
 * }</pre>
 */
@NullMarked
package dev.amis.guest;

import org.jspecify.annotations.NullMarked;
