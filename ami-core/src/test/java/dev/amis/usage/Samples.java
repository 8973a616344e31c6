package dev.amis.usage;

import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Images and what refers to them, as tests need them. */
public final class Samples {

    /** The names of the standard sources but some. */
    public static List<String> standardSources(String... without) {
        return ReferenceSource.standard().stream()
                .map(ReferenceSource::name)
                .filter(name -> !List.of(without).contains(name))
                .toList();
    }

    private Samples() {}

    /** The id of the image of a number. */
    public static ImageId imageId(int number) {
        return ImageId.of(String.format(Locale.ROOT, "ami-%017x", number));
    }

    /** An own available image with one volume of 8 GiB in eu-west-1, as old as its number in days. */
    public static Image image(int number, String name) {
        return image(number, name, number);
    }

    /** The same of another age. */
    public static Image image(int number, String name, int days) {
        return Image.builder()
                .imageId(imageId(number))
                .region(Region.EU_WEST_1)
                .name(name)
                .state(ImageState.AVAILABLE)
                .ownerId(StubAccount.ACCOUNT)
                .creationDate(StubAccount.NOW.minus(Duration.ofDays(days)))
                .architecture(Architecture.ARM64)
                .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                        "/dev/xvda",
                        EbsBlockDevice.builder()
                                .snapshotId(SnapshotId.of(String.format(Locale.ROOT, "snap-%017x", number)))
                                .volumeSize(8)
                                .build()))
                .build();
    }

    /** An instance in eu-west-1. */
    public static Instance instance(int number, ImageId imageId, String state) {
        return Instance.builder()
                .instanceId(InstanceId.of(String.format(Locale.ROOT, "i-%017x", number)))
                .region(Region.EU_WEST_1)
                .ownerId(StubAccount.ACCOUNT)
                .imageId(imageId)
                .stateText(state)
                .instanceType(InstanceType.of("m7g.large"))
                .build();
    }

    /** A version of a launch template in eu-west-1. */
    public static LaunchTemplateVersion template(int number, long version, String imageReference) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(LaunchTemplateId.of(String.format(Locale.ROOT, "lt-%017x", number)))
                .launchTemplateName("template-" + number)
                .region(Region.EU_WEST_1)
                .versionNumber(version)
                .imageReference(imageReference)
                .build();
    }

    /** The names of the standard sources but for some. */
    public static List<String> standardSourcesWithout(String... names) {
        return ReferenceSource.standard().stream()
                .map(ReferenceSource::name)
                .filter(name -> !List.of(names).contains(name))
                .toList();
    }

    /** An image that is being copied from another one. */
    public static Image copy(int number, ImageId source, Region from) {
        return image(number, "copy-" + number)
                .withStateText(ImageState.PENDING.text())
                .withSourceImageId(source)
                .withSourceImageRegion(from);
    }

    /** A snapshot with tags. */
    public static Snapshot snapshot(SnapshotId id, Tags tags) {
        return Snapshot.builder()
                .snapshotId(id)
                .region(Region.EU_WEST_1)
                .ownerId(StubAccount.ACCOUNT)
                .state(SnapshotState.COMPLETED)
                .tags(tags)
                .build();
    }
}
