/**
 * The world behind {@link dev.amis.testing.InMemoryAws}: accounts by Regions, cut by EC2 resource. Exported to nobody.
 *
 * <p>{@link dev.amis.testing.internal.Ec2} has one method for each EC2 action; it takes who calls from where, and fails
 * with an {@link dev.amis.testing.internal.Ec2Error} of EC2's own code, message and HTTP status. The ports of the
 * provider interface and the HTTP endpoint are thin skins over it.
 *
 * <pre>{@code
 * Ec2 ec2 = new Ec2(world);
 * ec2.deregisterImage(new Caller(account, region, false), new DeregisterImageRequest(imageId, true));
 * }</pre>
 */
@NullMarked
package dev.amis.testing.internal;

import org.jspecify.annotations.NullMarked;
