package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActionTest {

    @Test
    void datesAreRoundedAsEc2Does() {
        assertThat(deprecation("2026-01-05T08:00:29Z")).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(deprecation("2026-01-05T08:00:30Z")).isEqualTo(Instant.parse("2026-01-05T08:01:00Z"));
    }

    @Test
    void descriptionsOfMoreThan255CharactersAreRefused() {
        assertThat(new Action.SetDescription(REGION, IMAGE, "x".repeat(255)).description())
                .hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.SetDescription(REGION, IMAGE, "x".repeat(256)))
                .withMessage("description has 256 characters, but at most 255 are allowed");
    }

    @Test
    void onlyImagesSnapshotsAndLaunchTemplatesAreTagged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.SetTags(REGION, "i-0123456789abcdef0", Tags.of("a", "b")))
                .withMessage(
                        "resource is 'i-0123456789abcdef0', but must be the id of an image, a snapshot or a launch template");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.RemoveTags(REGION, "vol-0123456789abcdef0", Set.of("a")));
    }

    @Test
    void noTagsAreNoAction() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.SetTags(REGION, IMAGE.value(), Tags.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.RemoveTags(REGION, IMAGE.value(), Set.of()));
    }

    @Test
    void noPermissionsAreNoAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.ChangeLaunchPermissions(REGION, IMAGE, Set.of(), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.ChangeSnapshotPermissions(REGION, SNAPSHOT, Set.of(), Set.of()));
    }

    @Test
    void oneCallOfSnapshotPermissionsDoesNotAddAndRemove() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.ChangeSnapshotPermissions(
                        REGION,
                        SNAPSHOT,
                        Set.of(CreateVolumePermission.of(FRIEND)),
                        Set.of(CreateVolumePermission.of(STRANGER))));
    }

    @Test
    void longListsAreCutInTheirDescription() {
        Set<LaunchPermission> many = new LinkedHashSet<>();
        IntStream.range(0, 5).forEach(i -> many.add(LaunchPermission.of(AccountId.of("11111111111" + i))));
        assertThat(new Action.ChangeLaunchPermissions(REGION, IMAGE, many, Set.of(LaunchPermission.EVERYONE))
                        .describe())
                .isEqualTo("change who may launch " + IMAGE
                        + ": add 111111111110, 111111111111, 111111111112 and 2 more, remove everyone");
        assertThat(new Action.ChangeLaunchPermissions(REGION, IMAGE, Set.of(), many).describe())
                .endsWith(IMAGE + ": remove 111111111110, 111111111111, 111111111112 and 2 more");
    }

    @Test
    void severalSnapshotsAreCounted() {
        assertThat(new Action.Deregister(REGION, IMAGE, true, List.of()).describe())
                .endsWith("and delete 0 snapshots");
        assertThat(new Action.Deregister(REGION, IMAGE, false, List.of(SNAPSHOT)).describe())
                .isEqualTo("deregister " + IMAGE);
    }

    @Test
    void tagValuesAreNotTold() {
        assertThat(new Action.SetTags(REGION, IMAGE.value(), Tags.of("Stage", "secret")).describe())
                .isEqualTo("set tags [Stage] of " + IMAGE);
    }

    @Test
    void onlyWhatDependsOnTheBinHasARetention() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Reversibility(Reversibility.Kind.REVERSIBLE, Optional.of(Duration.ofDays(1)), "x"))
                .withMessageContaining("retention is PT24H, but must be set for kind UNTIL and for no other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reversibility(Reversibility.Kind.UNTIL, Optional.empty(), "x"));
    }

    @Test
    void reversibilitiesReadAsSentences() {
        assertThat(Reversibility.reversible("x")).hasToString("can be undone: x");
        assertThat(Reversibility.partly("x")).hasToString("can be undone in part: x");
        assertThat(Reversibility.irreversible("x")).hasToString("cannot be undone: x");
        assertThat(Reversibility.recycleBin(Duration.ofDays(2)))
                .hasToString("can be undone for a while: the Recycle Bin keeps it for 2 days");
    }

    private static Instant deprecation(String at) {
        return new Action.Deprecate(REGION, IMAGE, Instant.parse(at)).at();
    }
}
