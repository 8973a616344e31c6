/**
 * An in-memory account served over HTTP in EC2's own protocol: {@link dev.amis.testing.endpoint.Ec2Endpoint}.
 *
 * <pre>{@code
 * try (Ec2Endpoint endpoint = Ec2Endpoint.start()) {
 *     System.out.println("aws --endpoint-url " + endpoint.uri() + " ec2 describe-images --owners self");
 * }
 * }</pre>
 */
@NullMarked
package dev.amis.testing.endpoint;

import org.jspecify.annotations.NullMarked;
