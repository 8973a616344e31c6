package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.launch.VersionCreation;
import dev.amis.launch.VersionDecision;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.FleetState;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import dev.amis.plan.TemplateAction;
import dev.amis.plan.TemplateVersionName;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.testing.InMemoryRegion;
import dev.amis.usage.ReferenceSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old versions of launch templates go, and none that anybody may need. */
class PruningTest {

    private final TemplateWorld world = new TemplateWorld();

    private Region home() {
        return world.aws.region();
    }

    private InMemoryRegion here() {
        return world.aws.in(home());
    }

    private void versions(int count) {
        for (int made = 1; made < count; made++) {
            world.port()
                    .createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest.builder()
                            .launchTemplateId(world.web().defaultVersion().launchTemplateId())
                            .sourceVersion("1")
                            .launchTemplateData(world.data()
                                    .withImage(world.images.get(made % 3).imageId()))
                            .build());
            world.aws.time().advance(Duration.ofDays(1));
        }
    }

    private void defaultVersion(long number) {
        here().defaultLaunchTemplateVersion(world.web().latestVersion().launchTemplateId(), number);
    }

    private Set<Long> left() {
        Set<Long> left = new TreeSet<>();
        world.web().versions().stream()
                .map(LaunchTemplateVersion::versionNumber)
                .forEach(left::add);
        return left;
    }

    private static Set<Long> going(Plan plan) {
        Set<Long> going = new TreeSet<>();
        plan.actions().forEach(planned -> {
            TemplateVersionName name = ((TemplateAction.DeleteVersion) planned.action()).version();
            going.add(((TemplateVersionName.Numbered) name).number());
        });
        return going;
    }

    private void group(String word) {
        here().autoScalingGroup(AutoScalingGroup.builder()
                .name("group-" + word)
                .region(home())
                .launchTemplate(LaunchTemplateSpecification.named("web", word))
                .build());
    }

    @Test
    void oldVersionsGoAndTheWayBackStays() {
        versions(8);
        defaultVersion(5);

        ChangeReport report = world.web().prune().keepingLatest(2).apply().orThrow();

        assertThat(left()).containsExactly(4L, 5L, 7L, 8L);
        assertThat(report.results(Outcome.DONE))
                .hasSize(4)
                .allSatisfy(result ->
                        assertThat(result.planned().reversibility().kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE));
        assertThat(world.web().prune().keepingLatest(2).plan().isEmpty()).isTrue();
    }

    @Test
    void thePlanTellsOfEachVersion() {
        versions(4);
        defaultVersion(3);

        Plan plan = world.web().prune().keepingLatest(1).plan();

        assertThat(plan.describe())
                .contains("version 4 stays: it is the latest version")
                .contains("version 3 stays: it is the default version")
                .contains("version 2 stays: the way back from the default version leads to it")
                .contains("delete version 1 of lt-")
                .contains("cannot be undone: a version that is made again gets a new number");
        assertThat(world.web().prune().keepingLatest(1).decisions())
                .extracting(VersionDecision::version)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(world.changes()).hasSize(3).containsOnly("CreateLaunchTemplateVersion");
    }

    @Test
    void theVersionThatASwitchCameFromStays() {
        versions(4);
        defaultVersion(2);
        world.web().switchTo(world.images.get(2)).apply().orThrow();

        world.web().prune().keepingLatest(1).apply().orThrow();

        assertThat(left()).containsExactly(2L, 5L);
    }

    @Test
    void theDefaultBeforeOneThatWasThereStays() {
        versions(6);
        defaultVersion(2);
        ChangeReport switched = world.web().setDefault(5).apply().orThrow();

        world.web().prune().keepingLatest(1).apply().orThrow();
        assertThat(left()).containsExactly(2L, 5L, 6L);

        world.amis.undo(switched).orThrow();
        assertThat(world.web().defaultVersion().versionNumber()).isEqualTo(2);
        assertThat(tags().contains("amis:default-before")).isFalse();
    }

    @Test
    void theDefaultBeforeStaysAlsoIfItBecameThatAfterThePlan() {
        versions(6);
        defaultVersion(6);
        Plan plan = world.web().prune().keepingLatest(1).plan();
        defaultVersion(3);
        world.web().setDefault(6).apply().orThrow();

        ChangeReport report = world.amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE))
                .singleElement()
                .satisfies(result -> assertThat(result.detail()).contains("the way back from the default version"));
        assertThat(left()).containsExactly(3L, 5L, 6L);
    }

    @Test
    void aDefaultThatIsSetAgainAndAgainTellsTheLastOneBefore() {
        versions(6);
        defaultVersion(1);
        List.of(3L, 5L, 2L)
                .forEach(number -> world.web().setDefault(number).apply().orThrow());

        assertThat(tags().get("amis:default-before")).contains("2 after 5");
        assertThat(going(world.web().prune().keepingLatest(1).plan())).containsExactly(1L, 3L, 4L);
    }

    @Test
    void aTemplateWithoutRoomForATagIsSwitchedAndTheNoteSaysSo() {
        versions(2);
        Tags full = Tags.none();
        for (int count = 0; count < 50; count++) {
            full = full.with("Key" + count, "value");
        }
        here().tags()
                .createTags(new CreateTagsRequest(
                        List.of(world.web().latestVersion().launchTemplateId().value()), full));

        Plan plan = world.web().setDefault(2).plan();
        assertThat(plan.notes()).anyMatch(note -> note.contains("pruning will not know it"));
        world.amis.apply(plan).orThrow();
        assertThat(world.web().defaultVersion().versionNumber()).isEqualTo(2);
    }

    @Test
    void thePolicyOfASwitchOfTheDefaultAllowsTheNote() {
        versions(2);

        assertThat(world.web().setDefault(2).plan().iamPolicy())
                .contains("ec2:DescribeLaunchTemplates", "ec2:CreateTags", "ec2:ModifyLaunchTemplate")
                .contains("launch-template/" + world.web().latestVersion().launchTemplateId())
                .doesNotContain("image/lt-");
    }

    private Tags tags() {
        return world.port()
                .describeLaunchTemplates(DescribeLaunchTemplatesRequest.builder()
                        .addLaunchTemplateIds(world.web().latestVersion().launchTemplateId())
                        .build())
                .items()
                .get(0)
                .tags();
    }

    @Test
    void aLineOfSwitchesIsPrunedToTheWayBack() {
        for (int step = 0; step < 6; step++) {
            world.web().switchTo(world.images.get(1 + step % 2)).apply().orThrow();
        }
        world.web().prune().keepingLatest(1).apply().orThrow();
        assertThat(left()).containsExactly(6L, 7L);
    }

    @Test
    void theDefaultBeforeAVersionOnTopOfAnotherStays() {
        versions(3);
        defaultVersion(3);
        VersionCreation onTop = world.web().newVersion().onTopOf(1).with("MetadataOptions.HttpTokens", "optional");
        ChangeReport made = onTop.makingItDefault().apply().orThrow();

        world.web().prune().keepingLatest(1).apply().orThrow();
        assertThat(left()).containsExactly(1L, 3L, 4L);

        world.amis.undo(made).orThrow();
        assertThat(world.web().defaultVersion().versionNumber()).isEqualTo(3);
        assertThat(left()).containsExactly(1L, 3L);
    }

    @Test
    void aVersionOnTopOfAnotherIsKnownAgainWhateverIsTheDefault() {
        versions(3);
        defaultVersion(3);
        VersionCreation onTop = world.web().newVersion().onTopOf(1).with("MetadataOptions.HttpTokens", "optional");
        onTop.makingItDefault().apply().orThrow();
        assertThat(onTop.makingItDefault().plan().actions()).isEmpty();
        assertThat(onTop.plan().actions()).isEmpty();
    }

    @Test
    void youngVersionsStay() {
        versions(6);
        defaultVersion(6);

        world.web().prune().keepingNewerThan(Duration.ofDays(3)).apply().orThrow();

        assertThat(left()).containsExactly(4L, 5L, 6L);
    }

    @Test
    void withoutARuleNothingIsPlanned() {
        assertThatThrownBy(() -> world.web().prune().plan())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keepingLatest");
    }

    @Test
    void whatGroupsFleetsAndInstancesNameStays() {
        versions(9);
        defaultVersion(9);
        group("1");
        here().fleet(Fleet.builder()
                .fleetId(FleetId.of("fleet-12a34b55-67cd-8ef9-ba9b-9208dEXAMPLE".toLowerCase(java.util.Locale.ROOT)))
                .region(home())
                .state(FleetState.ACTIVE)
                .type("maintain")
                .addLaunchTemplateConfigs(LaunchTemplateConfig.of(LaunchTemplateSpecification.of(
                        world.web().latestVersion().launchTemplateId(), "2")))
                .build());
        world.web().launch().version(3).start();

        Plan plan = world.web().prune().keepingLatest(1).plan();

        assertThat(going(plan)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(plan.notes())
                .anyMatch(note -> note.startsWith("version 1 stays: in use: group group-1"))
                .anyMatch(note -> note.startsWith("version 2 stays: in use: fleet-"))
                .anyMatch(note -> note.startsWith("version 3 stays: in use: i-"));
    }

    @Test
    void whatARollOutWouldGoBackToStays() {
        versions(7);
        defaultVersion(7);
        here().tags()
                .createTags(new CreateTagsRequest(
                        List.of(world.images.get(1).imageId().value()),
                        Tags.of(ReferenceSource.ROLLOUT_TAG_PREFIX + "r1", "begun")));

        Plan plan = world.web().prune().keepingLatest(1).plan();

        assertThat(going(plan)).containsExactly(1L, 3L, 4L);
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("version 5 stays: roll-out r1"));
    }

    @Test
    void theVersionThatARollOutWasMadeOnStaysWhateverItsImage() {
        versions(3);
        world.port()
                .createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest.builder()
                        .launchTemplateId(world.web().latestVersion().launchTemplateId())
                        .launchTemplateData(
                                world.data().withImage(world.images.get(2).imageId()))
                        .versionDescription(
                                "roll-out r1: " + world.images.get(2).imageId() + " on version 1")
                        .build());
        versions(3);
        defaultVersion(6);
        here().tags()
                .createTags(new CreateTagsRequest(
                        List.of(world.images.get(2).imageId().value()),
                        Tags.of(ReferenceSource.ROLLOUT_TAG_PREFIX + "r1", "begun")));

        Plan plan = world.web().prune().keepingLatest(1).plan();

        assertThat(going(plan)).containsExactly(2L);
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("version 1 stays: roll-out r1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeAutoScalingGroups",
                "DescribeSpotFleetRequests",
                "DescribeFleets",
                "DescribeInstances",
                "DescribeImages",
                "DescribeInstanceRefreshes"
            })
    void whatCannotBeReadKeepsEveryVersion(String action) {
        versions(6);
        defaultVersion(6);
        group("$Latest");
        world.aws.faults().failNext(action, "UnauthorizedOperation");

        Plan plan = world.web().prune().keepingLatest(1).plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unreadSources()).hasSize(1);
    }

    @Test
    void ifTheTagsOfTheTemplateCannotBeReadNothingGoes() {
        versions(6);
        defaultVersion(6);
        Plan plan = world.web().prune().keepingLatest(1).plan();
        world.aws.access().deny("DescribeLaunchTemplates");

        assertThatThrownBy(() -> world.web().prune().keepingLatest(1).plan()).isInstanceOf(AccessDeniedException.class);
        assertThat(world.amis.apply(plan).results(Outcome.DONE)).isEmpty();
        assertThat(left()).hasSize(6);
    }

    @Test
    void whatIsNamedSinceThePlanStays() {
        versions(6);
        defaultVersion(6);
        Plan plan = world.web().prune().keepingLatest(1).plan();
        group("2");

        ChangeReport report = world.amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE))
                .singleElement()
                .satisfies(result -> assertThat(result.detail()).contains("in use: group group-2"));
        assertThat(left()).containsExactly(2L, 5L, 6L);
    }

    @Test
    void whereTheDefaultHasMovedNothingGoes() {
        versions(6);
        defaultVersion(6);
        Plan plan = world.web().prune().keepingLatest(1).plan();
        defaultVersion(2);

        assertThat(world.amis.apply(plan).results(Outcome.SKIPPED_STALE)).hasSize(4);
        assertThat(left()).hasSize(6);
    }

    @Test
    void itsPolicyAllowsWhatItTakes() {
        versions(3);
        defaultVersion(3);

        assertThat(world.web().prune().keepingLatest(1).plan().iamPolicy())
                .contains(
                        "ec2:DeleteLaunchTemplateVersions",
                        "autoscaling:DescribeInstanceRefreshes",
                        "ec2:DescribeFleets",
                        "ec2:DescribeImages");
    }

    @Property(tries = 60)
    void whatIsDefaultLatestOrReferredToNeverGoes(
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(min = 1, max = 12) int usual,
            @ForAll @IntRange(min = 1, max = 5) int keeping,
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 12) Integer> named,
            @ForAll @IntRange(min = 0, max = 12) int launched,
            @ForAll @IntRange(min = 0, max = 60) int fault) {
        PruningTest test = new PruningTest();
        test.versions(count);
        long defaultVersion = Math.min(usual, count);
        test.defaultVersion(defaultVersion);
        named.stream().filter(number -> number <= count).forEach(number -> test.group(Integer.toString(number)));
        if (launched > 0 && launched <= count) {
            test.world.web().launch().version(launched).start();
        }
        test.world.aws.calls().clear();
        if (fault > 0) {
            test.world.aws.faults().fail(dev.amis.testing.Faults.ANY, fault, "InternalError");
        }
        try {
            test.world.web().prune().keepingLatest(keeping).apply();
        } catch (dev.amis.error.AmiException unread) {
            assertThat(test.world.changes()).isEmpty();
        }
        test.world.aws.faults().clear();

        Set<Long> mustStay = new TreeSet<>(List.of(defaultVersion, (long) count));
        named.stream().filter(number -> number <= count).map(Integer::longValue).forEach(mustStay::add);
        if (launched > 0 && launched <= count) {
            mustStay.add((long) launched);
        }
        for (long number = Math.max(1, count - keeping + 1); number <= count; number++) {
            mustStay.add(number);
        }
        if (defaultVersion > 1) {
            mustStay.add(defaultVersion - 1);
        }
        assertThat(test.left()).containsAll(mustStay);
        if (fault == 0) {
            assertThat(test.left()).isEqualTo(mustStay);
        }
    }
}
