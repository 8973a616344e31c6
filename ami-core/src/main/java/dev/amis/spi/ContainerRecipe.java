package dev.amis.spi;

import java.util.Optional;

/**
 * A version of a container recipe of EC2 Image Builder.
 *
 * @param arn its ARN, which ends in name and version
 * @param instanceImage the image of the instance that containers are built on, written as {@link ImageRecipe#parentImage()}
 *     is; nothing leaves it to Image Builder
 */
public record ContainerRecipe(String arn, Optional<String> instanceImage) {}
