/**
 * A real AWS account, through the AWS SDK for Java v2: {@link dev.amis.aws.AwsAmis} in one line, {@link
 * dev.amis.aws.AwsProvider} with everything that can be set.
 *
 * <pre>{@code
 * Amis amis = AwsAmis.create();
 * Image latest = amis.find().ownedBySelf().named("web-*").latest();
 * }</pre>
 */
@NullMarked
package dev.amis.aws;

import org.jspecify.annotations.NullMarked;
