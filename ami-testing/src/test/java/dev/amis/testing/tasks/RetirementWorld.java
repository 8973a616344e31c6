package dev.amis.testing.tasks;

import dev.amis.model.Region;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A generated account: what it has is told in a few words, and made as often as it is needed.
 *
 * @param images its images, with what refers to them
 * @param bin the rules of its Recycle Bin, in every Region
 * @param ambiguous Regions with a launch template that names its image by a parameter
 */
record RetirementWorld(List<Sketch> images, Set<Rule> bin, Set<Region> ambiguous) {

    static final List<Region> REGIONS = List.of(Region.US_EAST_1, Region.EU_WEST_1, Region.AP_SOUTH_1);
    static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    /** What the Recycle Bin keeps. */
    @SuppressWarnings("ImmutableEnumChecker") // rules are of values
    enum Rule {
        IMAGES(RecycleBinResourceType.EC2_IMAGE, Map.of(), Map.of(), 7),
        CRITICAL_IMAGES(RecycleBinResourceType.EC2_IMAGE, Map.of("Critical", "yes"), Map.of(), 30),
        SNAPSHOTS(RecycleBinResourceType.EBS_SNAPSHOT, Map.of(), Map.of(), 5),
        CRITICAL_SNAPSHOTS(RecycleBinResourceType.EBS_SNAPSHOT, Map.of("Critical", "yes"), Map.of(), 14),
        OTHER_SNAPSHOTS(RecycleBinResourceType.EBS_SNAPSHOT, Map.of(), Map.of("Critical", "yes"), 3);

        private final RecycleBinRule rule;

        Rule(RecycleBinResourceType type, Map<String, String> tags, Map<String, String> but, int days) {
            this.rule = new RecycleBinRule("rule" + (1_000_000 + days), type, tags, but, Duration.ofDays(days));
        }
    }

    RetirementWorld {
        images = List.copyOf(images);
        bin = new TreeSet<>(bin);
        ambiguous = new TreeSet<>(ambiguous);
    }

    /** The account at {@link #NOW}; each one that is made has nothing to do with the others. */
    InMemoryAws open() {
        InMemoryAws aws = InMemoryAws.builder()
                .startingAt(NOW.minus(Duration.ofHours(1)))
                .pageSize(5)
                .build();
        REGIONS.forEach(
                region -> aws.in(region).blockPublicAccess().orElseThrow().unblock());
        aws.time().advance(Duration.ofHours(1));
        for (Region region : REGIONS) {
            bin.forEach(one -> aws.in(region).recycleBinRule(one.rule));
        }
        ambiguous.forEach(region -> aws.in(region).putLaunchTemplateVersion("ambiguous", "resolve:ssm:/web/image"));
        RetirementSeed seed = new RetirementSeed(aws);
        images.forEach(seed::put);
        aws.calls().clear();
        return aws;
    }

    @Override
    public String toString() {
        return images.stream().map(Sketch::toString).collect(Collectors.joining("\n    ", "\n    ", ""))
                + "\n    Recycle Bin " + bin + (ambiguous.isEmpty() ? "" : ", ambiguous templates in " + ambiguous);
    }
}
