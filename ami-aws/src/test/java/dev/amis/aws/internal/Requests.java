package dev.amis.aws.internal;

import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VolumeId;
import dev.amis.model.VolumeType;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.RegisterImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Requests of core with whatever fields set. */
final class Requests {

    static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
    static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    private static final KmsKeyId KEY = KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/mrk-1");

    private final Random random;

    private Requests(Random random) {
        this.random = random;
    }

    static <T> Arbitrary<T> any(Function<Requests, T> request) {
        return Arbitraries.randomValue(random -> request.apply(new Requests(random)));
    }

    CreateImageRequest create() {
        CreateImageRequest.Builder request = CreateImageRequest.builder();
        request.instanceId(InstanceId.of("i-0123456789abcdef0"));
        request.name(name());
        request.description(text());
        request.noReboot(random.nextBoolean());
        request.imageTags(tags());
        request.snapshotTags(tags());
        request.addAllBlockDeviceMappings(added());
        return request.build();
    }

    RegisterImageRequest register() {
        RegisterImageRequest.Builder request = RegisterImageRequest.builder();
        request.name(name());
        request.description(text());
        request.architecture(random.nextBoolean() ? Architecture.ARM64 : Architecture.of("riscv64"));
        request.rootDeviceName("/dev/xvda");
        request.addBlockDeviceMapping(BlockDeviceMapping.ebs(
                "/dev/xvda", EbsBlockDevice.builder().snapshotId(SNAPSHOT).build()));
        request.addAllBlockDeviceMappings(added());
        request.enaSupport(random.nextBoolean());
        request.sriovNetSupport(maybe("simple"));
        request.bootMode(BootMode.UEFI);
        request.tpmSupport(maybe(TpmSupport.V2_0));
        request.imdsSupport(maybe(ImdsSupport.V2_0));
        request.uefiData(maybe("AMZNUEFI"));
        request.tags(tags());
        return request.build();
    }

    CopyImageRequest copy() {
        CopyImageRequest.Builder request = CopyImageRequest.builder();
        request.name(name());
        request.sourceImageId(IMAGE);
        request.sourceRegion(Region.US_WEST_2);
        request.clientToken("token-" + random.nextInt(1_000));
        request.description(text());
        boolean encrypted = random.nextBoolean();
        request.encrypted(encrypted);
        request.kmsKeyId(encrypted ? maybe(KEY) : Optional.empty());
        request.copyImageTags(random.nextBoolean());
        request.imageTags(tags());
        request.snapshotTags(tags());
        if (random.nextBoolean()) {
            request.snapshotCopyCompletionDurationMinutes(15 * random.nextInt(1, 193));
        }
        return request.build();
    }

    CopySnapshotRequest copySnapshot() {
        CopySnapshotRequest.Builder request = CopySnapshotRequest.builder();
        request.sourceSnapshotId(SNAPSHOT);
        request.sourceRegion(Region.US_WEST_2);
        request.description(text());
        boolean encrypted = random.nextBoolean();
        request.encrypted(encrypted);
        request.kmsKeyId(encrypted ? maybe(KEY) : Optional.empty());
        request.tags(tags());
        return request.build();
    }

    CreateSnapshotRequest createSnapshot() {
        return new CreateSnapshotRequest(VolumeId.of("vol-0123456789abcdef0"), text(), tags());
    }

    DescribeImagesRequest describe() {
        DescribeImagesRequest.Builder request = DescribeImagesRequest.builder();
        request.addAllOwners(some(List.of(ImageOwner.SELF, ImageOwner.AMAZON)));
        request.addAllExecutableUsers(some(List.of("self", "all")));
        request.addImageId(IMAGE);
        request.addAllFilters(some(List.of(Filter.of("name", "web-*", "db-*"), Filter.of("state", "available"))));
        request.includeDeprecated(random.nextBoolean());
        request.includeDisabled(random.nextBoolean());
        request.nextToken(maybe("token"));
        return request.build();
    }

    /** A mapping of whatever kind, with whatever EC2 might say of it. */
    BlockDeviceMapping mapping() {
        return switch (random.nextInt(4)) {
            case 0 -> BlockDeviceMapping.noDevice("/dev/sdc");
            case 1 -> BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0");
            default -> BlockDeviceMapping.ebs("/dev/sdf", volume());
        };
    }

    private EbsBlockDevice volume() {
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(maybe(SNAPSHOT));
        volume.volumeType(maybe(VolumeType.of("gp4")));
        volume.encrypted(maybe(random.nextBoolean()));
        volume.kmsKeyId(maybe(KEY));
        volume.deleteOnTermination(maybe(random.nextBoolean()));
        if (random.nextBoolean()) {
            volume.volumeSize(random.nextInt(1, 70_000)).iops(random.nextInt(1, 300_000));
        }
        if (random.nextBoolean()) {
            volume.throughput(random.nextInt(1, 3_000));
        }
        return volume.build();
    }

    /** Mappings that both an image of an instance and one that is registered may add. */
    private List<BlockDeviceMapping> added() {
        EbsBlockDevice data = EbsBlockDevice.builder()
                .volumeSize(random.nextInt(10, 100))
                .volumeType(VolumeType.GP3)
                .iops(3_000)
                .throughput(random.nextInt(125, 700))
                .encrypted(maybe(true))
                .deleteOnTermination(maybe(random.nextBoolean()))
                .build();
        return some(List.of(
                BlockDeviceMapping.ebs("/dev/sdf", data),
                BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0"),
                BlockDeviceMapping.noDevice("/dev/sdc")));
    }

    private ImageName name() {
        return ImageName.of("web-" + random.nextInt(1_000_000));
    }

    private Optional<String> text() {
        return maybe("Größe & Gewicht <" + random.nextInt(1_000) + ">");
    }

    private Tags tags() {
        Tags tags = Tags.none();
        for (int rest = random.nextInt(4); rest > 0; rest--) {
            tags = tags.with("key " + rest, random.nextBoolean() ? "" : "größer/als=" + random.nextInt());
        }
        return tags;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        some.removeIf(one -> random.nextBoolean());
        return some;
    }
}
