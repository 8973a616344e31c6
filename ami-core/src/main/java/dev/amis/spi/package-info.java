/**
 * What a provider of images implements: {@link dev.amis.spi.AmiProvider}, one {@link dev.amis.spi.RegionalProvider} for
 * each Region, and small ports cut by EC2 resource.
 *
 * <p>A port is literal and unclever: one method is one EC2 call, one request value goes in, one value comes out, and a
 * page is a page. Features follow the pages, wait, plan and judge. A port answers failures as {@link
 * dev.amis.error.AmiException}, made by {@link dev.amis.error.ErrorCodes} from EC2's own codes. Ports are thread-safe.
 *
 * <pre>{@code
 * RegionalProvider ireland = provider.in(Region.EU_WEST_1);
 * Page<Image> first = ireland.images().describeImages(
 *         DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).maxResults(100).build());
 * }</pre>
 */
@NullMarked
package dev.amis.spi;

import org.jspecify.annotations.NullMarked;
