package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_MONTH;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import dev.amis.usage.ReferenceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaleFactsTest {

    private static final Action ACTION = new Action.SetDescription(REGION, IMAGE, "after");

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    @Test
    void factsThatHoldLetTheActionPass() {
        Facts facts = Facts.builder()
                .state(ImageState.AVAILABLE)
                .deprecationTime(Instant.MIN)
                .protection(DeregistrationProtection.DISABLED)
                .lastLaunchedTime(Instant.MIN)
                .tags(ec2.images.get(IMAGE).tags())
                .someTags(Tags.of("Team", "web"))
                .addMissingTags("Keep")
                .description("before")
                .launchPermissions(Set.of(LaunchPermission.of(FRIEND)))
                .addUnusedIn("instances")
                .build();
        assertThat(make(facts, Worlds.source("instances")).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anotherStateStopsIt() {
        assertStale(Facts.builder().state(ImageState.DISABLED), "its state changed from disabled to available");
    }

    @Test
    void anotherDeprecationDateStopsIt() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_MONTH));
        assertStale(
                Facts.builder().deprecationTime(NEXT_YEAR),
                "its deprecation time changed from 2027-01-05T08:00:00Z to 2026-02-05T08:00:00Z");
    }

    @Test
    void aNewDeprecationDateStopsIt() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_MONTH));
        assertStale(
                Facts.builder().deprecationTime(Instant.MIN),
                "its deprecation time changed from none to 2026-02-05T08:00:00Z");
    }

    @Test
    void newProtectionStopsIt() {
        protect(DeregistrationProtection.ENABLED_WITH_COOLDOWN);
        assertStale(
                Facts.builder().protection(DeregistrationProtection.DISABLED),
                "it is protected from being deregistered (enabled-with-cooldown);"
                        + " possible after its protection is lifted");
    }

    @Test
    void aCoolDownSaysWhenItIsOver() {
        protect(DeregistrationProtection.coolingDownUntil(TinyEc2.START.plus(Duration.ofHours(3))));
        assertStale(
                Facts.builder().protection(DeregistrationProtection.DISABLED),
                "it is protected from being deregistered (disabled after 2026-01-05T11:00:00Z);"
                        + " possible after 2026-01-05T11:00:00Z");
    }

    @Test
    void liftedProtectionStopsWhatReliedOnIt() {
        assertStale(
                Facts.builder().protection(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN),
                "its protection was lifted");
    }

    @Test
    void aCoolDownThatIsOverIsNoProtection() {
        protect(DeregistrationProtection.coolingDownUntil(TinyEc2.START));
        Facts facts =
                Facts.builder().protection(DeregistrationProtection.DISABLED).build();
        assertThat(make(facts).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aLaunchSinceStopsIt() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withLastLaunchedTime(NEXT_MONTH));
        assertStale(
                Facts.builder().lastLaunchedTime(NEXT_MONTH.minusSeconds(1)),
                "it was launched at 2026-02-05T08:00:00Z");
    }

    @Test
    void theLaunchThatWasKnownDoesNotStopIt() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withLastLaunchedTime(NEXT_MONTH));
        assertThat(make(Facts.builder().lastLaunchedTime(NEXT_MONTH).build()).outcome())
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void aNewTagStopsWhatReliedOnAllOfThem() {
        Facts.Builder facts = Facts.builder().tags(ec2.images.get(IMAGE).tags());
        tag(Tags.of("Keep", "hidden value"));
        assertStale(facts, "its tags were changed: Keep");
    }

    @Test
    void aRemovedTagStopsWhatReliedOnAllOfThem() {
        assertStale(
                Facts.builder().tags(ec2.images.get(IMAGE).tags().with("Gone", "x")), "its tags were changed: Gone");
    }

    @Test
    void aNewTagDoesNotStopWhatReliedOnOthers() {
        Facts facts = Facts.builder().someTags(Tags.of("Team", "web")).build();
        tag(Tags.of("Keep", "yes"));
        assertThat(make(facts).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anotherValueStopsWhatReliedOnIt() {
        assertStale(Facts.builder().someTags(Tags.of("Stage", "hidden")), "its tags were changed: Stage");
    }

    @Test
    void aTagThatShouldBeMissingStopsIt() {
        assertStale(Facts.builder().addMissingTags("Stage"), "its tags were changed: Stage");
    }

    @Test
    void anotherDescriptionStopsIt() {
        assertStale(Facts.builder().description("another"), "its description was changed");
    }

    @Test
    void otherLaunchPermissionsStopIt() {
        assertStale(
                Facts.builder().launchPermissions(Set.of(LaunchPermission.of(STRANGER))),
                "its launch permissions changed from 777788889999 to 444455556666");
    }

    @Test
    void otherSnapshotPermissionsStopIt() {
        Action share = new Action.ChangeSnapshotPermissions(
                REGION, SNAPSHOT, Set.of(CreateVolumePermission.of(FRIEND)), Set.of());
        Facts facts = Facts.builder()
                .snapshotPermissions(Set.of(CreateVolumePermission.of(STRANGER)))
                .build();
        ActionResult result = Worlds.make(ec2, Worlds.planned(share, facts));
        assertThat(result.detail()).isEqualTo("its snapshot permissions changed from 777788889999 to none");
    }

    @Test
    void factsThatCannotBeReadOfTheTargetCountAsChanged() {
        Action tag = new Action.SetTags(REGION, SNAPSHOT.value(), Tags.of("New", "one"));
        Facts facts = Facts.builder().state(ImageState.AVAILABLE).build();
        assertThat(Worlds.make(ec2, Worlds.planned(tag, facts)).outcome()).isEqualTo(Outcome.SKIPPED_STALE);
    }

    @Test
    void allThatHasChangedIsNamed() {
        assertStale(
                Facts.builder().state(ImageState.DISABLED).description("another"),
                "its state changed from disabled to available; its description was changed");
    }

    @Test
    void anImageThatIsGoneStopsIt() {
        ec2.images.clear();
        assertStale(Facts.builder(), "it is gone");
    }

    @Test
    void aReferenceStopsIt() {
        assertStale(
                Facts.builder().addUnusedIn("instances"),
                "in use: instances i-1 (running); in use: instances i-2 (stopped)",
                Worlds.source("instances", "i-1 (running)", "i-2 (stopped)"));
    }

    @Test
    void aReferenceStopsNewTagsToo() {
        Action tag = new Action.SetTags(REGION, IMAGE.value(), Tags.of("Stage", "2"));
        Facts facts = Facts.builder().addUnusedIn("instances").build();
        ActionResult result = Worlds.make(ec2, Worlds.planned(tag, facts), Worlds.source("instances", "i-1"));
        assertThat(result.detail()).isEqualTo("in use: instances i-1");
        assertThat(ec2.changes()).isEqualTo(List.of());
    }

    @Test
    void launchPermissionsAreReadForTagsToo() {
        Action tag = new Action.SetTags(REGION, IMAGE.value(), Tags.of("Stage", "2"));
        Facts facts = Facts.builder()
                .launchPermissions(Set.of(LaunchPermission.of(FRIEND)))
                .build();
        assertThat(Worlds.make(ec2, Worlds.planned(tag, facts)).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aSourceThatCannotBeReadStopsIt() {
        assertStale(
                Facts.builder().addUnusedIn("instances"),
                "source 'instances' could not be read, so it counts as in use: no answer",
                Worlds.broken("instances"));
    }

    @Test
    void aSourceThatIsNotKnownStopsIt() {
        assertStale(
                Facts.builder().addUnusedIn("wiki"),
                "source 'wiki' is not known here, so it counts as in use",
                Worlds.source("instances"));
    }

    @Test
    void aSourceThatThePlanDoesNotNameIsNotAsked() {
        assertThat(make(Facts.none(), Worlds.broken("instances")).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aReferenceToAnotherImageDoesNotStopIt() {
        Action other = new Action.SetDescription(REGION, Worlds.OTHER, "after");
        ec2.add(Worlds.image(Worlds.OTHER, SNAPSHOT));
        Facts facts = Facts.builder().addUnusedIn("instances").build();
        ActionResult result = Worlds.make(ec2, Worlds.planned(other, facts), Worlds.source("instances", "i-1"));
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void launchPermissionsAreReadOnlyWhereTheyMatter() {
        make(Facts.none());
        assertThat(ec2.calls).noneMatch(call -> call.startsWith("DescribeImageAttribute"));
    }

    @Test
    void sourcesAreNotAskedAboutWhatIsStaleAnyway() {
        assertStale(
                Facts.builder().state(ImageState.DISABLED).addUnusedIn("instances"),
                "its state changed from disabled to available",
                Worlds.broken("instances"));
    }

    private void assertStale(Facts.Builder facts, String detail, ReferenceSource... sources) {
        ActionResult result = make(facts.build(), sources);
        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED_STALE);
        assertThat(result.detail()).isEqualTo(detail);
        assertThat(result.undo()).isEmpty();
        assertThat(ec2.changes()).isEqualTo(List.of());
    }

    private ActionResult make(Facts facts, ReferenceSource... sources) {
        return Worlds.make(ec2, Worlds.planned(ACTION, facts), sources);
    }

    private void protect(DeregistrationProtection protection) {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeregistrationProtection(protection));
    }

    private void tag(Tags tags) {
        ec2.images.computeIfPresent(
                IMAGE, (id, image) -> image.withTags(image.tags().with(tags)));
    }
}
