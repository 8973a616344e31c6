package dev.amis.cost;

import dev.amis.model.ImageId;
import dev.amis.model.Region;

/**
 * What one image costs: its snapshots, of those it shares its part.
 *
 * @param region its Region
 * @param imageId the image
 * @param name its name, empty if it has none
 * @param group the group it belongs to, empty if to none
 * @param snapshots how many snapshots it needs
 * @param sharedSnapshots how many of them other images need as well
 * @param perMonth what it costs per month; the costs of all images add up to that of their snapshots
 * @param ofShared what part of that is for shared snapshots, and is not saved by removing this image alone
 */
public record ImageCost(
        Region region,
        ImageId imageId,
        String name,
        String group,
        int snapshots,
        int sharedSnapshots,
        Cost perMonth,
        Cost ofShared) {}
