package dev.amis.testing;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Seeding;
import java.util.List;

/**
 * Puts resources into the in-memory account just as they are: with their own ids, owners, Regions, dates, states and tags,
 * past every rule and quota, and without a call in the log. What they refer to need not be there.
 */
public final class Seed {

    private final Seeding seeding;
    private final Caller caller;

    Seed(Seeding seeding, Caller caller) {
        this.seeding = seeding;
        this.caller = caller;
    }

    /**
     * Adds an image. One that is pending becomes available after the time that creating takes; one that is public gets
     * the permission for everyone.
     *
     * @param image the image as its owner sees it
     * @param permissions who may launch it beside its owner
     * @return this
     * @throws IllegalArgumentException if there is an image of this id in the Region
     */
    public Seed image(Image image, LaunchPermission... permissions) {
        seeding.image(image, List.of(permissions));
        return this;
    }

    /**
     * Adds a snapshot. One that is pending is completed after the time that creating takes.
     *
     * @param snapshot the snapshot as its owner sees it
     * @param permissions who may make volumes of it beside its owner
     * @return this
     * @throws IllegalArgumentException if there is a snapshot of this id in the Region
     */
    public Seed snapshot(Snapshot snapshot, CreateVolumePermission... permissions) {
        seeding.snapshot(snapshot, List.of(permissions));
        return this;
    }

    /**
     * Adds an instance. Where its image is known, what is made of the instance takes after it; its volumes are taken to
     * be of 8 GiB, or of the size that the image names for their devices.
     *
     * @param instance the instance
     * @return this
     * @throws IllegalArgumentException if there is an instance of this id in the Region
     */
    public Seed instance(Instance instance) {
        seeding.instance(instance);
        return this;
    }

    /**
     * Adds a version of a launch template to the account that this seed was taken from, in the version's Region.
     *
     * @param version the version; the first of a template, and one that says so, becomes its default
     * @return this
     */
    public Seed launchTemplateVersion(LaunchTemplateVersion version) {
        seeding.template(caller, version);
        return this;
    }
}
