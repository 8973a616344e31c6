package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphanPolicyTest {

    private final OrphanPolicy policy = OrphanPolicy.builder().build();

    @Test
    void itReadsAsASentenceWithoutTagValues() {
        assertThat(policy).hasToString("delete snapshots whose images are gone, keeping newer than 1 day, in use");
        assertThat(policy.withRegions(Region.EU_WEST_1)
                        .withOnlyTagged(new OnlyRule.Tagged("Team", Optional.of("secret")))
                        .withKeepTagged(new KeepRule.Tagged("Keep", Optional.of("secret")))
                        .withKeepUntil("Until")
                        .withKept(SnapshotId.of("snap-01234567"))
                        .withKeepNewerThan(Duration.ofDays(30)))
                .hasToString(
                        "delete snapshots whose images are gone in eu-west-1, only tagged Team with a certain value,"
                                + " keeping newer than 30 days, tagged Keep with a certain value, until the date in tag Until,"
                                + " 1 by id, in use");
    }

    @Test
    void noAgeBelowADayIsTaken() {
        assertThatThrownBy(() -> policy.withKeepNewerThan(Duration.ofHours(23)))
                .hasMessageContaining("keepingNewerThan is PT23H, but must be at least PT24H");
        assertThatThrownBy(() -> policy.withKeepNewerThan(Duration.ofDays(-1)))
                .hasMessageContaining("keepingNewerThan is ");
    }

    @Test
    void onlyKnownSourcesCanBeLeftOutAndImagesNever() {
        assertThat(policy.withIgnoredSources("volumes").sources())
                .hasSize(OrphanSnapshots.SOURCES.size() - 1)
                .doesNotContain("volumes");
        assertThatThrownBy(() -> policy.withIgnoredSources("volume")).hasMessageContaining("source is 'volume'");
        assertThatThrownBy(() -> policy.withIgnoredSources("images")).hasMessageContaining("cannot be left out");
    }

    @Test
    void trustingDescriptionsAsksTheRecycleBinOtherwise() {
        OrphanPolicy trusting =
                policy.withTrustingDescriptions(true).withExpected(Map.of("images in the Recycle Bin", 3, "images", 5));

        assertThat(trusting.sources())
                .contains("images in the Recycle Bin by description")
                .doesNotContain("images in the Recycle Bin");
        assertThat(trusting.least()).isEqualTo(Map.of("images in the Recycle Bin by description", 3, "images", 5));
    }

    @Test
    void limitsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> policy.withAtMost(OptionalInt.of(0))).hasMessageContaining("atMost is 0");
        assertThatThrownBy(() -> policy.withAtMostPercent(OptionalInt.of(101)))
                .hasMessageContaining("atMostPercent is 101");
        assertThatThrownBy(() -> policy.withExpected(Map.of("images", 0)))
                .hasMessageContaining("expectingAtLeast of images is 0");
        assertThatThrownBy(() -> policy.withValidFor(Duration.ZERO)).hasMessageContaining("validFor is PT0S");
        assertThatThrownBy(() -> policy.withImageTags(Set.of(" "))).hasMessageContaining("tag key is ' '");
        assertThatThrownBy(() -> new OwnerLimit("Team", OptionalInt.empty(), OptionalInt.empty()))
                .hasMessageContaining("limits nothing");
        assertThat(policy.withOwnerLimits(List.of(OwnerLimit.count("Team", 1))).ownerLimits())
                .hasSize(1);
    }
}
