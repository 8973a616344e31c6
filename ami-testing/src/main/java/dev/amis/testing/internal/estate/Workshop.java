package dev.amis.testing.internal.estate;

import dev.amis.model.AttachedVolume;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Where the things of an estate are made and collected. The same seed makes the same things. */
final class Workshop {

    private static final long GIB = 1L << 30;

    private final Setting setting;
    private final SplittableRandom chance;
    private final List<Inventory.SharedImage> images = new ArrayList<>();
    private final List<Inventory.SharedSnapshot> snapshots = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<LaunchTemplateVersion> templateVersions = new ArrayList<>();

    Workshop(Setting setting) {
        this.setting = setting;
        // A stream of its own: what is made in the account later draws from the seed's, and must not get ids that are
        // there.
        this.chance = new SplittableRandom(setting.seed()).split();
    }

    Setting setting() {
        return setting;
    }

    String id(String prefix) {
        return String.format(Locale.ROOT, "%s-0%016x", prefix, chance.nextLong());
    }

    /** An instant so many days ago, some minutes before now's time of day: nothing is made on the stroke. */
    Instant daysAgo(long days) {
        return setting.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofDays(days))
                .minusSeconds(chance.nextInt(5_400));
    }

    /** An instant eight days before the same day so many months ago: once in every month. */
    Instant monthsAgo(int months) {
        return daysAgo(8)
                .atOffset(ZoneOffset.UTC)
                .plusDays(8)
                .minusMonths(months)
                .minusDays(8)
                .toInstant();
    }

    static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A size in bytes between two numbers of GiB. */
    long bytes(int least, int most) {
        return least * GIB + chance.nextLong((most - least) * GIB);
    }

    void add(Image image, List<LaunchPermission> permissions) {
        images.add(new Inventory.SharedImage(image, permissions));
    }

    void add(Snapshot snapshot, List<CreateVolumePermission> permissions) {
        snapshots.add(new Inventory.SharedSnapshot(snapshot, permissions));
    }

    void add(LaunchTemplateVersion version) {
        templateVersions.add(version);
    }

    /** Lets instances run of an image since so many days. */
    void run(int count, Image image, String name, long days) {
        for (int i = 1; i <= count; i++) {
            instances.add(instance(image, name + "-" + i, days, InstanceState.RUNNING));
        }
    }

    void stop(Image image, String name, long days) {
        instances.add(instance(image, name, days, InstanceState.STOPPED));
    }

    /** An instance that has outlived its image. */
    void runOfLostImage(Image like, ImageId lost, String name, long days) {
        instances.add(instance(like, name, days, InstanceState.RUNNING).withImageId(lost));
    }

    private Instance instance(Image image, String name, long days, InstanceState state) {
        return Instance.builder()
                .instanceId(InstanceId.of(id("i")))
                .region(image.region())
                .ownerId(image.ownerId())
                .imageId(image.imageId())
                .state(state)
                .instanceType(InstanceType.of("m7i.large"))
                .architecture(image.architecture())
                .platform(image.platform())
                .launchTime(daysAgo(days))
                .rootDeviceName(image.rootDeviceName())
                .addVolume(new AttachedVolume(image.rootDeviceName().orElseThrow(), VolumeId.of(id("vol")), true))
                .tags(Tags.of("Name", name))
                .build();
    }

    Inventory inventory() {
        return new Inventory(images, snapshots, instances, templateVersions);
    }
}
