/**
 * An AWS account that lives in memory, with a clock that tests move and troubles that tests dial in.
 *
 * <p>{@link dev.amis.testing.InMemoryAws} is a provider like any other: what runs on it runs on AWS. It imitates EC2's
 * images, snapshots, instances and what hangs on them, with EC2's own refusals, and refuses by name what it does not
 * imitate.
 *
 * <pre>{@code
 * InMemoryAws aws = InMemoryAws.create();
 * ImageId id = aws.in(aws.region()).images().createImage(CreateImageRequest.builder()
 *         .instanceId(aws.runInstance())
 *         .name(ImageName.of("web-1.0.0"))
 *         .build());
 * aws.time().advance(Duration.ofMinutes(30));
 * }</pre>
 */
@NullMarked
package dev.amis.testing;

import org.jspecify.annotations.NullMarked;
