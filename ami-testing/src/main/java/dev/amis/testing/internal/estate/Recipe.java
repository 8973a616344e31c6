package dev.amis.testing.internal.estate;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Platform;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.model.VolumeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How one image of the estate is made. Unless said otherwise it is the company's, of Linux, on one unencrypted volume. */
final class Recipe {

    private final Workshop workshop;
    private final String name;
    private final Instant made;
    private final Region region;
    private final List<LaunchPermission> permissions = new ArrayList<>();
    private final List<CreateVolumePermission> snapshotPermissions = new ArrayList<>();
    private final List<BlockDeviceMapping> dataVolumes = new ArrayList<>();
    private AccountId owner;
    private Optional<Image> source = Optional.empty();
    private boolean copied;
    private int rootSize = 8;
    private Optional<KmsKeyId> key = Optional.empty();
    private Tags tags = Tags.none();
    private UnaryOperator<Image> finish = image -> image;

    Recipe(Workshop workshop, String name, Region region, Instant made) {
        this.workshop = workshop;
        this.name = name;
        this.region = region;
        this.made = made;
        this.owner = workshop.setting().company();
    }

    Recipe of(AccountId account) {
        owner = account;
        return this;
    }

    /** Made from an instance of another image; Amazon's base image otherwise. */
    Recipe from(Image parent) {
        source = Optional.of(parent);
        return this;
    }

    Recipe copyOf(Image original) {
        copied = true;
        tags = original.tags();
        return from(original);
    }

    Recipe tags(Tags some) {
        tags = tags.with(some);
        return this;
    }

    Recipe rootOf(int gibibytes) {
        rootSize = gibibytes;
        return this;
    }

    Recipe encryptedWith(KmsKeyId with) {
        key = Optional.of(with);
        return this;
    }

    Recipe with(BlockDeviceMapping volume) {
        dataVolumes.add(volume);
        return this;
    }

    Recipe shared(LaunchPermission permission) {
        permissions.add(permission);
        return this;
    }

    Recipe sharedWith(AccountId account) {
        return shared(LaunchPermission.of(account));
    }

    Recipe sharedWithSnapshots(AccountId account) {
        snapshotPermissions.add(CreateVolumePermission.of(account));
        return sharedWith(account);
    }

    /** Changes what the image says of itself. */
    Recipe but(UnaryOperator<Image> change) {
        UnaryOperator<Image> before = finish;
        finish = image -> change.apply(before.apply(image));
        return this;
    }

    Recipe windows() {
        return but(image -> image.withPlatform(Platform.WINDOWS)
                .withPlatformDetails("Windows")
                .withUsageOperation("RunInstances:0002")
                .withRootDeviceName("/dev/sda1"));
    }

    Recipe disabled() {
        return but(image -> image.withStateText(ImageState.DISABLED.text()));
    }

    Recipe deprecating(Instant when) {
        return but(image -> image.withDeprecationTime(when.truncatedTo(ChronoUnit.MINUTES)));
    }

    Recipe lastLaunched(Instant when) {
        return but(image -> image.withLastLaunchedTime(when));
    }

    Image make() {
        ImageId id = ImageId.of(workshop.id("ami"));
        InstanceId instance = InstanceId.of(workshop.id("i"));
        Image image = finish.apply(image(id, instance));
        List<BlockDeviceMapping> mappings = new ArrayList<>();
        if (image.state() != ImageState.FAILED) {
            mappings.add(rootVolume(image, describe(id, instance)));
            mappings.addAll(dataVolumes);
        }
        Image whole = image.withBlockDeviceMappings(mappings);
        workshop.add(whole, permissions);
        return whole;
    }

    private Image image(ImageId id, InstanceId instance) {
        Image.Builder image = Image.builder()
                .imageId(id)
                .region(region)
                .name(name)
                .imageLocation(owner + "/" + name)
                .state(ImageState.AVAILABLE)
                .ownerId(owner)
                .creationDate(made)
                .architecture(Architecture.X86_64)
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .rootDeviceName("/dev/xvda")
                .enaSupport(true)
                .sriovNetSupport("simple")
                .bootMode(BootMode.UEFI_PREFERRED)
                .sourceImageId(source.map(Image::imageId).orElseGet(this::baseImage))
                .sourceImageRegion(source.map(Image::region).orElse(region))
                .tags(tags);
        if (!copied) {
            image.sourceInstanceId(instance);
        }
        if (made.isAfter(workshop.setting().now().minus(Duration.ofDays(365)))) {
            image.imdsSupport(ImdsSupport.V2_0);
        }
        return image.build();
    }

    private ImageId baseImage() {
        ImageId base = workshop.setting().baseImages().get(region);
        if (base == null) {
            throw new IllegalStateException("the estate has no base image in " + region);
        }
        return base;
    }

    private String describe(ImageId id, InstanceId instance) {
        return copied
                ? "Copied for DestinationAmi " + id + " from SourceAmi "
                        + source.map(Image::imageId).orElseThrow() + " for SourceSnapshot "
                        + source.orElseThrow().snapshotIds().get(0)
                : "Created by CreateImage(" + instance + ") for " + id;
    }

    private BlockDeviceMapping rootVolume(Image image, String description) {
        Snapshot snapshot = snapshot(description);
        workshop.add(snapshot, snapshotPermissions);
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .snapshotId(snapshot.snapshotId())
                .volumeSize(rootSize)
                .volumeType(VolumeType.GP3)
                .iops(3_000)
                .throughput(125)
                .encrypted(key.isPresent())
                .deleteOnTermination(true)
                .build();
        return BlockDeviceMapping.ebs(image.rootDeviceName().orElseThrow(), volume);
    }

    private Snapshot snapshot(String description) {
        return Snapshot.builder()
                .snapshotId(SnapshotId.of(workshop.id("snap")))
                .region(region)
                .ownerId(owner)
                .state(SnapshotState.COMPLETED)
                .progress(100)
                .startTime(made)
                .completionTime(made.plus(Duration.ofMinutes(4)))
                .volumeId(copied ? VolumeId.of("vol-ffffffff") : VolumeId.of(workshop.id("vol")))
                .volumeSize(rootSize)
                .fullSnapshotSizeInBytes(workshop.bytes(2, 6))
                .storageTier(StorageTier.STANDARD)
                .encrypted(key.isPresent())
                .kmsKeyId(key)
                .description(description)
                .tags(tags)
                .build();
    }
}
