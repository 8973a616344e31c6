package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.cleanup.RetentionPolicy;
import dev.amis.cleanup.Retirement;
import dev.amis.cleanup.Stages;
import dev.amis.cleanup.UseProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.tasks.Intervention.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An account that is cleaned up in stages, day by day; every day it is looked whether a step was taken too early. */
final class StagedWalk {

    static final Duration DEPRECATED = Duration.ofDays(4);
    static final Duration DISABLED = Duration.ofDays(3);

    private static final Set<Trait> NEEDED = Set.of(
            Trait.RUNNING,
            Trait.STOPPED,
            Trait.IN_DEFAULT_VERSION,
            Trait.IN_LATEST_VERSION,
            Trait.IN_GROUP_VERSION,
            Trait.IN_GROUP_INSTANCE,
            Trait.IN_GROUP_OVERRIDE,
            Trait.IN_LAUNCH_CONFIGURATION,
            Trait.IN_SPOT_FLEET,
            Trait.IN_FLEET_VERSION,
            Trait.PROTECTED,
            Trait.PROTECTED_WITH_COOLDOWN);

    private final RetirementCase one;
    private final InMemoryAws aws;
    private final Set<ImageId> needed = new HashSet<>();
    private final Map<ImageId, Instant> launched = new HashMap<>();
    private final Map<ImageId, Instant> disabledSince = new HashMap<>();

    StagedWalk(RetirementCase one) {
        this.one = one;
        this.aws = one.world().open();
        one.world().images().stream()
                .filter(image -> image.traits().stream().anyMatch(NEEDED::contains))
                .forEach(image -> needed.add(image.id()));
    }

    /** The same account and rules, retired in stages; without what is being made, of which it is random when it is there. */
    static RetirementCase inStages(RetirementCase one) {
        Set<Trait> passing = Set.of(Trait.PENDING, Trait.BEING_COPIED, Trait.BEING_COPIED_AWAY);
        List<Sketch> images = one.world().images().stream()
                .filter(image -> image.traits().stream().noneMatch(passing::contains))
                .toList();
        RetentionPolicy policy = one.policy()
                .withIncludingDisabled(false)
                .withIncludingFailed(false)
                .withUseProtection(UseProtection.ALWAYS)
                .withIgnoredSources()
                .withRetirement(new Stages(
                        DEPRECATED, DISABLED, !one.policy().retirement().equals(new Retirement.Deregister(false))));
        RetirementWorld world =
                new RetirementWorld(images, one.world().bin(), one.world().ambiguous());
        return new RetirementCase(world, policy);
    }

    InMemoryAws aws() {
        return aws;
    }

    /** Plans and applies, looks what became of it, and lets the day pass. */
    void day() {
        day(() -> Retiring.apply(aws, Retiring.plan(aws, one)));
    }

    void day(Runnable work) {
        Map<ImageId, Image> before = images();
        noteDisabled(before);
        work.run();
        Map<ImageId, Image> after = images();
        before.forEach((id, was) -> check(was, after.get(id)));
        assertFamiliesStay(before, after);
        noteDisabled(after);
        aws.time().advance(Duration.ofDays(1));
    }

    void happens(Intervention intervention) {
        List<Image> all = List.copyOf(images().values());
        Image image = all.isEmpty() ? null : all.get(intervention.target() % all.size());
        if (image == null || !intervention.happensTo(aws, image)) {
            return;
        }
        if (intervention.kind() == Kind.RUN_BRIEFLY) {
            launched.put(image.imageId(), now());
        } else if (Set.of(Kind.RUN, Kind.TEMPLATE, Kind.PROTECT).contains(intervention.kind())) {
            needed.add(image.imageId());
        }
        noteDisabled(images());
    }

    /** The images that are there. */
    Set<String> remaining() {
        return images().keySet().stream().map(ImageId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    Map<ImageId, Image> images() {
        Map<ImageId, Image> images = new LinkedHashMap<>();
        Census.images(aws).forEach(image -> images.put(image.imageId(), image));
        return images;
    }

    private Instant now() {
        return aws.clock().instant();
    }

    private void noteDisabled(Map<ImageId, Image> images) {
        images.forEach((id, image) -> {
            if (image.state() == ImageState.DISABLED) {
                disabledSince.putIfAbsent(id, now());
            } else {
                disabledSince.remove(id);
            }
        });
    }

    private void check(Image was, Image is) {
        ImageId id = was.imageId();
        if (is == null) {
            assertThat(was.state())
                    .as(id + " was disabled before it was removed")
                    .isEqualTo(ImageState.DISABLED);
            assertThat(now())
                    .as(id + " is removed after its grace")
                    .isAfterOrEqualTo(disabledSince.get(id).plus(DISABLED));
            assertNotLaunched(was);
        } else if (was.state() == ImageState.AVAILABLE && is.state() == ImageState.DISABLED) {
            assertThat(was.deprecationTime())
                    .as(id + " was deprecated before it was disabled")
                    .isPresent();
            assertThat(now())
                    .as(id + " is disabled after its grace")
                    .isAfterOrEqualTo(was.deprecationTime().orElseThrow().plus(DEPRECATED));
        }
        if (needed.contains(id)) {
            assertThat(is).as("what is needed stays as it is").isEqualTo(was);
        }
    }

    private void assertNotLaunched(Image was) {
        Instant launch = launched.getOrDefault(was.imageId(), Instant.MIN);
        assertThat(launch)
                .as(was.imageId() + " was not launched since it was deprecated")
                .isBefore(was.deprecationTime().orElse(Instant.MAX));
    }

    /** Each family of which an image was available has one that still is. */
    private void assertFamiliesStay(Map<ImageId, Image> before, Map<ImageId, Image> after) {
        Map<ImageId, String> families = one.world().images().stream()
                .collect(Collectors.toMap(Sketch::id, image -> image.region() + " " + image.family()));
        assertThat(available(after, families)).isEqualTo(available(before, families));
    }

    private static Set<String> available(Map<ImageId, Image> images, Map<ImageId, String> families) {
        return images.values().stream()
                .filter(image -> image.state() == ImageState.AVAILABLE)
                .map(image -> families.getOrDefault(image.imageId(), "none"))
                .collect(Collectors.toSet());
    }
}
