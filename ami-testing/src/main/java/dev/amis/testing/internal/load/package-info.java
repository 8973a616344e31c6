/**
 * Reading recordings of an account, as the AWS CLI prints them, into values.
 *
 * <p>What EC2 may answer is taken, also what is new or odd; what cannot be read is refused with file, line and field. Not
 * exported.
 *
 * <pre>{@code
 * Recording recording = Recording.read(Path.of("my-account"), Optional.empty());
 * recording.images().forEach(image -> seed.image(image.image(), image.permissions()));
 * }</pre>
 */
@NullMarked
package dev.amis.testing.internal.load;

import org.jspecify.annotations.NullMarked;
