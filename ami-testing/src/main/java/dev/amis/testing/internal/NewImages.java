package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import java.time.Duration;
import java.util.List;

/** What all ways of making an image share: a free name, room for one more, and an image that is pending. */
final class NewImages {

    private final World world;
    private final NewSnapshots newSnapshots;
    private final Growth growth;

    NewImages(World world, NewSnapshots newSnapshots, Growth growth) {
        this.world = world;
        this.newSnapshots = newSnapshots;
        this.growth = growth;
    }

    ImageId id() {
        return ImageId.of(world.ids().next("ami"));
    }

    void requireRoom(Call call, ImageName name) {
        world.requireFree(call, name.value());
        int there = world.in(call.region()).images().count(call.account())
                + world.holding(call).bin().images().size();
        if (there >= world.limits().images()) {
            throw new Ec2Error(
                    "ResourceLimitExceeded",
                    "You have reached your quota of " + world.limits().images() + " images in " + call.region());
        }
    }

    /** The attributes that every new image of a caller has; the rest is to be set. */
    Image.Builder pending(Call call, ImageId id, ImageName name) {
        Image.Builder builder = Image.builder();
        builder.imageId(id)
                .region(call.region())
                .name(name.value())
                .imageLocation(call.account() + "/" + name)
                .state(ImageState.PENDING)
                .ownerId(call.account())
                .creationDate(world.now());
        return builder;
    }

    /** What an image made of another, directly or by way of an instance, takes after it. */
    Image.Builder inheriting(Image.Builder builder, Image source) {
        builder.architecture(source.architecture())
                .imageType(source.imageType())
                .platform(source.platform())
                .platformDetails(source.platformDetails())
                .usageOperation(source.usageOperation())
                .virtualizationType(source.virtualizationType())
                .hypervisor(source.hypervisor())
                .rootDeviceType(source.rootDeviceType())
                .rootDeviceName(source.rootDeviceName())
                .enaSupport(source.enaSupport())
                .sriovNetSupport(source.sriovNetSupport())
                .bootMode(source.bootMode())
                .tpmSupport(source.tpmSupport())
                .imdsSupport(source.imdsSupport())
                .kernelId(source.kernelId())
                .ramdiskId(source.ramdiskId())
                .addAllProductCodes(source.productCodes())
                .addAllImageWatermarks(source.imageWatermarks());
        return builder;
    }

    /** Puts an image on the shelf together with its new snapshots; from here on it grows. */
    void add(Call call, ImageRecord image, List<SnapshotRecord> snapshots, Duration takes) {
        snapshots.forEach(snapshot -> newSnapshots.add(call, snapshot));
        world.in(call.region()).add(image);
        world.hideIfNew(image);
        world.dials().nextImageDoom().ifPresent(image::doom);
        growth.start(image, snapshots, takes);
        call.about(image.id());
    }
}
