package dev.amis.testing.tasks;

import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An account whose snapshots, and what needs them, are told by numbers. */
final class OrphanWorld {

    static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    static final Region REGION = Region.US_EAST_1;

    final InMemoryAws aws = InMemoryAws.builder().startingAt(NOW).pageSize(5).build();

    static SnapshotId snapshot(int number) {
        return SnapshotId.of(String.format("snap-%017x", number));
    }

    static ImageId image(int number) {
        return ImageId.of(String.format("ami-%017x", number));
    }

    /** What EC2 writes into the description of a snapshot that it makes for an image. */
    static String created(int image) {
        return "Created by CreateImage(i-0123456789abcdef0) for " + image(image);
    }

    /** A snapshot of 100 days ago, whose image has the same number. */
    OrphanWorld with(int number) {
        return with(described(number, created(number)));
    }

    OrphanWorld with(Snapshot snapshot, CreateVolumePermission... permissions) {
        aws.seed().snapshot(snapshot, permissions);
        return this;
    }

    static Snapshot described(int number, String description) {
        return Snapshot.builder()
                .snapshotId(snapshot(number))
                .region(REGION)
                .ownerId(InMemoryAws.create().account())
                .state(SnapshotState.COMPLETED)
                .startTime(NOW.minus(Duration.ofDays(100)))
                .volumeId(VolumeId.of("vol-0123456789abcdef0"))
                .volumeSize(8)
                .fullSnapshotSizeInBytes(2L << 30)
                .description(description)
                .build();
    }

    /** An image on snapshots. */
    OrphanWorld withImage(int number, ImageState state, int... snapshots) {
        aws.seed().image(imageOn(number, state, snapshots));
        return this;
    }

    Image imageOn(int number, ImageState state, int... snapshots) {
        Image.Builder image = Image.builder();
        image.imageId(image(number))
                .region(REGION)
                .name("image-" + number)
                .ownerId(aws.account())
                .architecture(Architecture.X86_64)
                .state(state)
                .creationDate(NOW.minus(Duration.ofDays(100)))
                .rootDeviceName("/dev/xvda");
        Arrays.stream(snapshots)
                .forEach(snapshot -> image.addBlockDeviceMapping(
                        BlockDeviceMapping.ebs("/dev/sd" + (char) ('a' + snapshot % 26), volume(snapshot))));
        return image.build();
    }

    private static EbsBlockDevice volume(int snapshot) {
        return EbsBlockDevice.builder()
                .snapshotId(snapshot(snapshot))
                .volumeSize(8)
                .build();
    }

    /** A launch template that makes a volume of a snapshot. */
    OrphanWorld withTemplate(int number, int snapshot) {
        return withTemplate(number, 1, snapshot);
    }

    /** A version of a launch template that makes a volume of a snapshot; the first one is the default. */
    OrphanWorld withTemplate(int number, int version, int snapshot) {
        aws.seed()
                .launchTemplateVersion(LaunchTemplateVersion.builder()
                        .launchTemplateId(LaunchTemplateId.of(String.format("lt-%017x", number)))
                        .launchTemplateName("template-" + number)
                        .region(REGION)
                        .versionNumber(version)
                        .isDefaultVersion(version == 1)
                        .launchTemplateData(LaunchTemplateData.none()
                                .withBlockDeviceMappings(List.of(BlockDeviceMapping.ebs("/dev/sdf", volume(snapshot)))))
                        .build());
        return this;
    }

    /** Lets the Recycle Bin keep things of a type. */
    OrphanWorld keeping(RecycleBinResourceType type, int days) {
        aws.in(REGION)
                .recycleBinRule(new RecycleBinRule(
                        (type == RecycleBinResourceType.EC2_IMAGE ? "image234567" : "snapshot234"),
                        type,
                        Map.of(),
                        Map.of(),
                        Duration.ofDays(days)));
        return this;
    }

    static Tags tags(String key, String value) {
        return Tags.read(Map.of(key, value));
    }
}
