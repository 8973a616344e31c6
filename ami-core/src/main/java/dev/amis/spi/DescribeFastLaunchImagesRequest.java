package dev.amis.spi;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for a page of the images that are configured for fast launch.
 *
 * @param maxResults how many items a page may hold, from 0 to 200; nothing leaves it to EC2
 * @param nextToken the page to go on with
 */
public record DescribeFastLaunchImagesRequest(OptionalInt maxResults, Optional<String> nextToken) {}
