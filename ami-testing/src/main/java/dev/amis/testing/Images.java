package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StateReason;
import dev.amis.model.VolumeType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Ready-made images for tests, to be varied by their withers or put into an account by {@link InMemoryAws#seed()}.
 *
 * <p>They belong to the account of {@link InMemoryAws#create()}, in its Region, and were made on 1 January 2026 unless
 * said otherwise: for {@code x86_64}, on one unencrypted root volume of 8 GiB. The id comes from the name: images of one
 * name are equal, of two names different.
 */
public final class Images {

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ROOT_SIZE = 8;

    private Images() {}

    /**
     * An image that is ready to launch.
     *
     * @param name its name
     * @return the image
     */
    public static Image available(String name) {
        return available(name, MADE);
    }

    /**
     * An image that is ready to launch, of a certain age.
     *
     * @param name its name
     * @param creationDate when it was made
     * @return the image
     */
    public static Image available(String name, Instant creationDate) {
        String digits = String.format(
                Locale.ROOT,
                "0%016x",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
        AccountId owner = Estate.COMPANY;
        return Image.builder()
                .imageId(ImageId.of("ami-" + digits))
                .region(Region.US_EAST_1)
                .name(name)
                .imageLocation(owner + "/" + name)
                .state(ImageState.AVAILABLE)
                .ownerId(owner)
                .creationDate(creationDate)
                .architecture(Architecture.X86_64)
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .rootDeviceName("/dev/xvda")
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", root(SnapshotId.of("snap-" + digits))))
                .enaSupport(true)
                .build();
    }

    /**
     * An image that is still being made.
     *
     * @param name its name
     * @return the image
     */
    public static Image pending(String name) {
        return available(name).withStateText(ImageState.PENDING.text());
    }

    /**
     * An image that is taken out of use.
     *
     * @param name its name
     * @return the image
     */
    public static Image disabled(String name) {
        return available(name).withStateText(ImageState.DISABLED.text());
    }

    /**
     * An image that could not be made; it has no volumes.
     *
     * @param name its name
     * @return the image
     */
    public static Image failed(String name) {
        return available(name)
                .withStateText(ImageState.FAILED.text())
                .withStateReason(new StateReason("Server.InternalError", "Server.InternalError: Internal error"))
                .withBlockDeviceMappings(List.of());
    }

    /**
     * An image that is ready to launch and deprecated.
     *
     * @param name its name
     * @param since when that came
     * @return the image
     */
    public static Image deprecated(String name, Instant since) {
        return available(name).withDeprecationTime(since);
    }

    /**
     * Images of one family, the oldest first.
     *
     * @param name their name with {@code %d} where the number stands, which counts from 1
     * @param count how many
     * @param newest when the newest was made
     * @param apart how long before each the one before was made
     * @return the images
     * @throws IllegalArgumentException if the name has no place for a number
     */
    public static List<Image> editions(String name, int count, Instant newest, Duration apart) {
        if (!name.contains("%d")) {
            throw new IllegalArgumentException("name is '" + name + "', but must have '%d' where the number stands");
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> available(
                        name.replace("%d", Integer.toString(number)),
                        newest.minus(apart.multipliedBy((long) count - number))))
                .toList();
    }

    /**
     * The snapshots that an image stands on, complete and as old as the image.
     *
     * @param image the image
     * @return one snapshot for each that its mappings name
     */
    public static List<Snapshot> snapshotsOf(Image image) {
        return image.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.ebsVolume().stream())
                .flatMap(volume -> snapshot(image, volume).stream())
                .distinct()
                .toList();
    }

    private static Optional<Snapshot> snapshot(Image image, EbsBlockDevice volume) {
        return volume.snapshotId()
                .map(id -> Snapshot.builder()
                        .snapshotId(id)
                        .region(image.region())
                        .ownerId(image.ownerId())
                        .state(SnapshotState.COMPLETED)
                        .progress(100)
                        .startTime(image.creationDate())
                        .volumeSize(volume.volumeSize())
                        .encrypted(volume.encrypted().orElse(false))
                        .kmsKeyId(volume.kmsKeyId())
                        .tags(image.tags())
                        .build());
    }

    private static EbsBlockDevice root(SnapshotId snapshot) {
        return EbsBlockDevice.builder()
                .snapshotId(snapshot)
                .volumeSize(ROOT_SIZE)
                .volumeType(VolumeType.GP3)
                .encrypted(false)
                .deleteOnTermination(true)
                .build();
    }
}
