package dev.amis.testing.internal.estate;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import java.util.List;

/**
 * What an estate holds, ready to be put into an account.
 *
 * @param images the images, with those who may launch them
 * @param snapshots the snapshots, with those who may copy them
 * @param instances the instances
 * @param templateVersions the company's versions of launch templates
 */
public record Inventory(
        List<SharedImage> images,
        List<SharedSnapshot> snapshots,
        List<Instance> instances,
        List<LaunchTemplateVersion> templateVersions) {

    /**
     * An image.
     *
     * @param image the image
     * @param permissions who may launch it beside its owner
     */
    public record SharedImage(Image image, List<LaunchPermission> permissions) {}

    /**
     * A snapshot.
     *
     * @param snapshot the snapshot
     * @param permissions who may copy it beside its owner
     */
    public record SharedSnapshot(Snapshot snapshot, List<CreateVolumePermission> permissions) {}

    /** Makes an inventory of copies of the lists. */
    public Inventory {
        images = List.copyOf(images);
        snapshots = List.copyOf(snapshots);
        instances = List.copyOf(instances);
        templateVersions = List.copyOf(templateVersions);
    }
}
