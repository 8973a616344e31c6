package dev.amis.cost;

/**
 * What the images of a group cost.
 *
 * @param name the group; empty for the images of none
 * @param images how many they are
 * @param perMonth what they cost per month, of shared snapshots their part
 */
public record GroupCost(String name, int images, Cost perMonth) {}
