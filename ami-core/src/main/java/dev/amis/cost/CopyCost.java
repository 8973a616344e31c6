package dev.amis.cost;

import dev.amis.model.Region;

/**
 * What copying an image to one Region costs.
 *
 * @param to the Region
 * @param transfer sending the data there, once; nothing within a Region
 * @param perMonth storing the copy there, in the standard tier, per month
 */
public record CopyCost(Region to, Cost transfer, Cost perMonth) {}
