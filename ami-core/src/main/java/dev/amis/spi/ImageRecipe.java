package dev.amis.spi;

/**
 * A version of an image recipe of EC2 Image Builder.
 *
 * @param arn its ARN, which ends in name and version
 * @param parentImage what it starts from: an image id, {@code ssm:} and the name of a parameter, the ARN of an image of
 *     Image Builder, or a product of the Marketplace
 */
public record ImageRecipe(String arn, String parentImage) {}
