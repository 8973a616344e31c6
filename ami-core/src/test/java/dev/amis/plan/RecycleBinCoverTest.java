package dev.amis.plan;

import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecycleBinCoverTest {

    private static final Image IMAGE = Worlds.image(Worlds.IMAGE, SNAPSHOT);

    private final TinyEc2 ec2 = new TinyEc2();

    @Test
    void anImageThatNoRuleKeepsIsLost() {
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        assertThat(ofImage()).isEqualTo(Reversibility.irreversible("no rule of the Recycle Bin keeps it"));
    }

    @Test
    void anImageComesBackAsLongAsItIsKept() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        assertThat(ofImage()).isEqualTo(Reversibility.recycleBin(Duration.ofDays(7)));
    }

    @Test
    void anImageThatNeverBecameAvailableIsLost() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        for (ImageState state : List.of(ImageState.FAILED, ImageState.PENDING)) {
            assertThat(cover().ofDeregistering(IMAGE.withStateText(state.text()), List.of(), id -> Optional.empty()))
                    .isEqualTo(Reversibility.irreversible("the Recycle Bin does not keep what never became available"));
        }
    }

    @Test
    void theLongestRuleOfSeveralCounts() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        rule(RecycleBinResourceType.EC2_IMAGE, 30);
        rule(RecycleBinResourceType.EC2_IMAGE, 8);
        assertThat(ofImage().retention()).contains(Duration.ofDays(30));
    }

    @Test
    void withItsSnapshotsTheShortestCounts() {
        rule(RecycleBinResourceType.EC2_IMAGE, 30);
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        assertThat(ofImage(SNAPSHOT).retention()).contains(Duration.ofDays(7));
    }

    @Test
    void snapshotsThatStayLongerDoNotHelp() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 30);
        assertThat(ofImage(SNAPSHOT).retention()).contains(Duration.ofDays(7));
    }

    @Test
    void withoutItsSnapshotsAnImageIsLost() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        assertThat(ofImage(SNAPSHOT))
                .isEqualTo(Reversibility.irreversible("a rule of the Recycle Bin keeps the image, but none keeps "
                        + SNAPSHOT + ", without which it cannot be restored"));
    }

    @Test
    void tagsOfTheImageDecide() {
        ec2.rules.add(tagged(RecycleBinResourceType.EC2_IMAGE, Map.of("Team", "web"), Map.of()));
        assertThat(ofImage().kind()).isEqualTo(Reversibility.Kind.UNTIL);
        ec2.rules.clear();
        ec2.rules.add(tagged(RecycleBinResourceType.EC2_IMAGE, Map.of("Team", "other"), Map.of()));
        assertThat(ofImage().kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void tagsOfTheSnapshotDecide() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        ec2.rules.add(tagged(RecycleBinResourceType.EBS_SNAPSHOT, Map.of("Keep", "yes"), Map.of()));
        assertThat(ofImage(Optional.of(Tags.of("Keep", "yes"))).kind()).isEqualTo(Reversibility.Kind.UNTIL);
        assertThat(ofImage(Optional.of(Tags.of("Keep", "no"))).kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void snapshotsOfUnknownTagsAreLostWhereTagsDecide() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        ec2.rules.add(tagged(RecycleBinResourceType.EBS_SNAPSHOT, Map.of(), Map.of("Temporary", "yes")));
        assertThat(ofImage(Optional.empty()).kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void tagsOfSnapshotsMatterOnlyWhereARuleNamesThem() {
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        ec2.rules.add(tagged(RecycleBinResourceType.EC2_IMAGE, Map.of("Keep", "yes"), Map.of()));
        assertThat(cover().dependsOnSnapshotTags()).isFalse();
        ec2.rules.add(tagged(RecycleBinResourceType.EBS_SNAPSHOT, Map.of("Keep", "yes"), Map.of()));
        assertThat(cover().dependsOnSnapshotTags()).isTrue();
        ec2.rules.remove(2);
        ec2.rules.add(tagged(RecycleBinResourceType.EBS_SNAPSHOT, Map.of(), Map.of("Keep", "no")));
        assertThat(cover().dependsOnSnapshotTags()).isTrue();
    }

    @Test
    void aSnapshotAloneComesBackAsLongAsItIsKept() {
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        assertThat(cover().ofDeletingSnapshot(Tags.none())).isEqualTo(Reversibility.recycleBin(Duration.ofDays(7)));
    }

    @Test
    void aSnapshotThatNoRuleKeepsIsLost() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        assertThat(cover().ofDeletingSnapshot(Tags.none()).kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void rulesThatCannotBeReadCoverNothing() {
        rule(RecycleBinResourceType.EC2_IMAGE, 7);
        rule(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        ec2.refusals.put("ListRules", "AccessDeniedException");
        assertThat(ofImage().kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
        assertThat(ofImage().note())
                .startsWith(
                        "whether the Recycle Bin keeps it is not known, its rules could not be read: ListRules failed");
        assertThat(cover().ofDeletingSnapshot(Tags.none()).kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void aProviderWithoutRulesCoversNothing() {
        ec2.hasBin = false;
        assertThat(ofImage().note()).endsWith("the provider has no access to them");
    }

    private void rule(RecycleBinResourceType type, int days) {
        ec2.rules.add(Worlds.rule(type, days));
    }

    private static RecycleBinRule tagged(
            RecycleBinResourceType type, Map<String, String> tags, Map<String, String> excluded) {
        return new RecycleBinRule("tagged56789", type, tags, excluded, Duration.ofDays(5));
    }

    private RecycleBinCover cover() {
        return RecycleBinCover.read(ec2);
    }

    private Reversibility ofImage(SnapshotId... deleted) {
        return cover().ofDeregistering(IMAGE, List.of(deleted), id -> Optional.empty());
    }

    private Reversibility ofImage(Optional<Tags> tags) {
        return cover().ofDeregistering(IMAGE, List.of(SNAPSHOT), id -> tags);
    }
}
