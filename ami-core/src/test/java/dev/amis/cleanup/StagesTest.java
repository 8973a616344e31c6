package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is noon of 2026-06-01, and a plan is good for a day. */
class StagesTest {

    private static final Instant NOW = StubAccount.NOW;
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Stages STAGES =
            Stages.deprecating().disablingAfter(Duration.ofDays(30)).deregisteringAfter(Duration.ofDays(14));

    private final StubAccount account = StubAccount.create();
    private final Cleanup web = Amis.using(account)
            .cleanup()
            .named("web-v{version}")
            .keepingLatest(1)
            .inStages(STAGES);

    /** One that stays, and one, of number 2, that would go. */
    @BeforeEach
    void twoImages() {
        account.here().images.add(Samples.image(1, "web-v1.1.0"));
        account.here().images.add(Samples.image(2, "web-v1.0.0"));
    }

    private void change(UnaryOperator<Image> change) {
        account.here().images.set(1, change.apply(account.here().images.get(1)));
    }

    private void deprecated(Instant date) {
        change(image -> image.withDeprecationTime(date));
    }

    private void deprecatedDaysAgo(int days) {
        deprecated(NOW.minus(Duration.ofDays(days)));
    }

    private void disabled(String at) {
        change(image -> image.withStateText(ImageState.DISABLED.text()));
        tagged(at);
    }

    private void tagged(String at) {
        change(image -> image.withTags(Tags.of("amis:disabled-at", at)));
    }

    private static String daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).toString();
    }

    private static List<Action> actions(Plan plan) {
        return plan.actions().stream().map(PlannedAction::action).toList();
    }

    private static Action.Deprecate deprecation() {
        return new Action.Deprecate(Region.EU_WEST_1, Samples.imageId(2), TOMORROW);
    }

    private static Action.SetTags mark() {
        return new Action.SetTags(
                Region.EU_WEST_1, Samples.imageId(2).value(), Tags.of("amis:disabled-at", TOMORROW.toString()));
    }

    private static Action.RemoveTags unmark() {
        return new Action.RemoveTags(Region.EU_WEST_1, Samples.imageId(2).value(), Set.of("amis:disabled-at"));
    }

    private static Action.Disable disabling() {
        return new Action.Disable(Region.EU_WEST_1, Samples.imageId(2));
    }

    @Test
    void deprecatesFirst() {
        Plan plan = web.plan();

        assertThat(actions(plan)).containsExactly(deprecation());
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEPRECATE);
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.NOTHING_KEEPS_IT);
        assertThat(Seen.texts(plan, 2))
                .containsExactly(
                        "no rule of the policy keeps it; disabled after 2026-07-02 unless something refers to it");
        assertThat(plan.expiresAt()).isEqualTo(TOMORROW);
    }

    @Test
    void deprecatesEarlierThanSomebodyMeantTo() {
        deprecated(NOW.plus(Duration.ofDays(100)));

        assertThat(actions(web.plan())).containsExactly(deprecation());
    }

    @Test
    void waitsForTheDeprecation() {
        deprecated(TOMORROW);

        Plan plan = web.plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.WAITING);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("deprecated 2026-06-02; disabled after 2026-07-02 unless something refers to it");
    }

    @Test
    void waitsWhileItIsDeprecated() {
        deprecated(NOW.minus(Duration.ofDays(30)).plusSeconds(1));

        Plan plan = web.plan();

        assertThat(plan.actions()).isEmpty();
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.KEEP);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("deprecated 2026-05-02; disabled after 2026-06-01 unless something refers to it");
    }

    @Test
    void thenWritesDownWhenAndDisables() {
        deprecatedDaysAgo(30);

        Plan plan = web.plan();

        assertThat(actions(plan)).containsExactly(mark(), disabling());
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DISABLE);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("no rule of the policy keeps it; deprecated 2026-05-02; deregistered after 2026-06-16"
                        + " unless something refers to it");
    }

    @Test
    void waitsWhileItIsDisabled() {
        deprecatedDaysAgo(60);
        disabled(NOW.minus(Duration.ofDays(14)).plusSeconds(1).toString());

        Plan plan = web.plan();

        assertThat(plan.actions()).isEmpty();
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.WAITING);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("disabled by 2026-05-18; deregistered after 2026-06-01 unless something refers to it");
    }

    @Test
    void thenDeregisters() {
        deprecatedDaysAgo(60);
        disabled(daysAgo(14));

        Plan plan = web.plan();

        assertThat(actions(plan))
                .containsExactly(new Action.Deregister(
                        Region.EU_WEST_1,
                        Samples.imageId(2),
                        true,
                        Samples.image(2, "web").snapshotIds()));
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.texts(plan, 2)).containsExactly("no rule of the policy keeps it; disabled by 2026-05-18");
    }

    @Test
    void snapshotsCanStay() {
        disabled(daysAgo(14));

        assertThat(actions(web.keepingSnapshots().plan()))
                .first()
                .isInstanceOfSatisfying(
                        Action.Deregister.class,
                        action -> assertThat(action.withSnapshots()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-01-01", "2026-01-01T00:00:00"})
    void ifItCannotBeToldSinceWhenItIsDisabledItsTimeBegins(String at) {
        deprecatedDaysAgo(60);
        disabled(at);

        Plan plan = web.plan();

        assertThat(actions(plan)).containsExactly(mark());
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DISABLE);
        assertThat(Seen.texts(plan, 2))
                .containsExactly(
                        "no rule of the policy keeps it; disabled it is, but no tag amis:disabled-at tells since"
                                + " when, so its time begins now; deregistered after 2026-06-16 unless something refers to it");
    }

    @Test
    void ifItWasDisabledByHandItsTimeBegins() {
        change(image -> image.withStateText(ImageState.DISABLED.text()));

        assertThat(actions(web.plan())).containsExactly(mark());
    }

    @Test
    void aTagOfAnEarlierTimeIsNotBelieved() {
        deprecatedDaysAgo(20);
        disabled(daysAgo(21));

        assertThat(actions(web.plan())).containsExactly(mark());
    }

    @Test
    void aDeprecationThatIsYetToComeDoesNotMatterToWhatIsDisabled() {
        deprecated(NOW.plus(Duration.ofDays(300)));
        disabled(daysAgo(14));

        assertThat(Seen.verdict(web.plan(), 2)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void aTagOfTheFutureIsWaitedFor() {
        disabled("2999-12-31T23:59:59Z");

        assertThat(Seen.texts(web.plan(), 2))
                .containsExactly("disabled by 2999-12-31; deregistered after 3000-01-14 unless something refers to it");
    }

    @Test
    void aTagBeyondAllTimeIsWaitedFor() {
        disabled("+1000000000-12-31T23:59:59Z");

        assertThat(Seen.texts(web.plan(), 2))
                .containsExactly(
                        "disabled by +1000000000-12-31T23:59:59Z; deregistered at a time too far to be told unless"
                                + " something refers to it");
    }

    @Test
    void timesOfLessThanADayAreTold() {
        deprecatedDaysAgo(1);

        assertThat(Seen.texts(
                        web.inStages(Stages.deprecating()
                                        .disablingAfter(Duration.ofHours(36))
                                        .deregisteringAfter(Duration.ofHours(1)))
                                .plan(),
                        2))
                .containsExactly("deprecated 2026-05-31T12:00:00Z; disabled after 2026-06-02T00:00:00Z unless something"
                        + " refers to it");
    }

    @Test
    void whatWasEnabledStartsOver() {
        deprecatedDaysAgo(60);
        tagged(daysAgo(14));

        Plan plan = web.plan();

        assertThat(actions(plan)).containsExactly(deprecation(), unmark());
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEPRECATE);
        assertThat(Seen.texts(plan, 2))
                .containsExactly(
                        "no rule of the policy keeps it; it was enabled again, so it starts over; disabled after"
                                + " 2026-07-02 unless something refers to it");
    }

    @Test
    void whatWasEnabledStartsOverAlthoughItWasLaunched() {
        deprecatedDaysAgo(60);
        tagged(daysAgo(14));
        change(image -> image.withLastLaunchedTime(NOW.minus(Duration.ofDays(1))));

        assertThat(actions(web.plan())).containsExactly(deprecation(), unmark());
    }

    @Test
    void whatWasUndeprecatedStartsOver() {
        tagged(daysAgo(14));

        assertThat(actions(web.plan())).containsExactly(deprecation(), unmark());
    }

    @Test
    void whatWasDeprecatedAnewIsNotTakenForEnabled() {
        deprecatedDaysAgo(30);
        tagged(daysAgo(31));

        assertThat(actions(web.plan())).containsExactly(mark(), disabling());
    }

    @Test
    void anUnreadableTagOfWhatIsNotDisabledIsOverwritten() {
        deprecatedDaysAgo(30);
        tagged("yesterday");

        assertThat(actions(web.plan())).containsExactly(mark(), disabling());
    }

    @Test
    void theTagIsRemovedOnlyOnceTheNewDateIsSet() {
        deprecatedDaysAgo(60);
        tagged(daysAgo(14));

        Facts facts = web.plan().actions().get(1).facts();

        assertThat(facts.deprecationTime()).contains(TOMORROW);
        assertThat(facts.someTags()).isEqualTo(Tags.of("amis:disabled-at", daysAgo(14)));
    }

    @Test
    void isDisabledOnlyOnceItIsWrittenDown() {
        deprecatedDaysAgo(30);

        Plan plan = web.plan();

        assertThat(plan.actions().get(0).facts().missingTags()).containsExactly("amis:disabled-at");
        assertThat(plan.actions().get(1).facts().missingTags()).isEmpty();
        assertThat(plan.actions().get(1).facts().someTags()).isEqualTo(mark().tags());
    }

    @Test
    void whereAFunctionTellsFamiliesTheTagIsOneOfAllTags() {
        deprecatedDaysAgo(30);
        change(image -> image.withTags(Tags.of("Name", "web")));

        Plan plan = Amis.using(account)
                .cleanup()
                .familyBy(image -> Optional.of("web"))
                .keepingLatest(1)
                .inStages(STAGES)
                .plan();

        assertThat(plan.actions().get(0).facts().tags()).contains(Tags.of("Name", "web"));
        assertThat(plan.actions().get(1).facts().tags())
                .contains(Tags.of("Name", "web").with("amis:disabled-at", TOMORROW.toString()));
    }

    @Test
    void everyStageReliesOnDatesProtectionLaunchesAndUse() {
        deprecatedDaysAgo(30);

        assertThat(web.plan().actions()).allSatisfy(planned -> {
            assertThat(planned.facts().state()).contains(ImageState.AVAILABLE);
            assertThat(planned.facts().deprecationTime()).contains(NOW.minus(Duration.ofDays(30)));
            assertThat(planned.facts().protection()).contains(DeregistrationProtection.DISABLED);
            assertThat(planned.facts().lastLaunchedTime()).contains(Instant.MIN);
            assertThat(planned.facts().unusedIn()).contains("instances");
        });
    }

    @Test
    void theRemovalReliesOnTheTag() {
        disabled(daysAgo(14));

        assertThat(Seen.planned(web.plan(), 2).facts().someTags()).isEqualTo(Tags.of("amis:disabled-at", daysAgo(14)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 60})
    void whatIsReferredToEntersNoStage(int days) {
        deprecatedDaysAgo(days);
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "stopped"));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void whatWasLaunchedSinceItIsDeprecatedStays() {
        deprecatedDaysAgo(60);
        change(image -> image.withLastLaunchedTime(NOW.minus(Duration.ofDays(60))));

        Plan plan = web.plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.LAUNCHED_SINCE);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("launched 2026-04-02T12:00:00Z, after it had been deprecated; it starts over once its"
                        + " deprecation is cancelled");
    }

    @Test
    void whatWasLaunchedBeforeGoesOn() {
        deprecatedDaysAgo(60);
        change(image ->
                image.withLastLaunchedTime(NOW.minus(Duration.ofDays(60)).minusSeconds(1)));

        assertThat(actions(web.plan())).containsExactly(mark(), disabling());
    }

    @Test
    void launchesThatAreToldLateCountForWhatIsDisabled() {
        deprecatedDaysAgo(60);
        disabled(daysAgo(20));
        change(image -> image.withLastLaunchedTime(NOW.minus(Duration.ofDays(21))));

        assertThat(Seen.texts(web.plan(), 2))
                .containsExactly(
                        "launched 2026-05-11T12:00:00Z, after it had been deprecated; it starts over once it is"
                                + " enabled");
    }

    @Test
    void withoutADeprecationTheLaunchesSinceItWasDisabledCount() {
        disabled(daysAgo(20));
        change(image -> image.withLastLaunchedTime(NOW.minus(Duration.ofDays(19))));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.LAUNCHED_SINCE);
    }

    @Test
    void withoutADeprecationEarlierLaunchesDoNotCount() {
        disabled(daysAgo(20));
        change(image -> image.withLastLaunchedTime(NOW.minus(Duration.ofDays(21))));

        assertThat(Seen.verdict(web.plan(), 2)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void launchesBeforeTheFirstStageDoNotMatter() {
        change(image -> image.withLastLaunchedTime(NOW));

        assertThat(actions(web.plan())).containsExactly(deprecation());
    }

    @Test
    void theLastAvailableEntersNoStage() {
        account.here().images.remove(0);

        assertThat(Seen.kinds(lone().plan(), 2)).containsExactly(Kind.LAST_AVAILABLE);
    }

    @Test
    void theLastAvailableIsNotDisabled() {
        account.here().images.remove(0);
        Image old = account.here().images.get(0).withDeprecationTime(NOW.minus(Duration.ofDays(60)));
        account.here().images.set(0, old);

        assertThat(Seen.kinds(lone().plan(), 2)).containsExactly(Kind.LAST_AVAILABLE);
    }

    @Test
    void whatIsOnItsWayOutDoesNotCountAsStaying() {
        deprecatedDaysAgo(1);

        Plan plan = lone().plan();

        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.LAST_AVAILABLE);
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.WAITING);
    }

    /** Keeps neither of the two. */
    private Cleanup lone() {
        return Amis.using(account)
                .cleanup()
                .named("web-v{version}")
                .keepingTagged("Keep")
                .inStages(STAGES);
    }

    @Test
    void whatIsKeptByARuleIsNotSaidToBeWaiting() {
        deprecatedDaysAgo(1);

        assertThat(Seen.kinds(web.keepingLatest(2).plan(), 2)).containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void theBinIsLookedIntoForWhatIsDeregistered() {
        account.here()
                .rules
                .add(new RecycleBinRule(
                        "image", RecycleBinResourceType.EC2_IMAGE, Map.of(), Map.of(), Duration.ofDays(7)));
        account.here()
                .rules
                .add(new RecycleBinRule(
                        "snapshot",
                        RecycleBinResourceType.EBS_SNAPSHOT,
                        Map.of("Tier", "gold"),
                        Map.of(),
                        Duration.ofDays(5)));
        account.here().snapshotTags.put(Samples.image(2, "web").snapshotIds().get(0), Tags.of("Tier", "gold"));
        disabled(daysAgo(14));

        assertThat(Seen.planned(web.plan(), 2).reversibility().retention()).contains(Duration.ofDays(5));
    }

    @Test
    void theLimitCountsImagesAndNotTheirActions() {
        deprecatedDaysAgo(30);

        assertThat(web.atMost(1).plan().actions()).hasSize(2);
    }

    @Test
    void plansWithStagesComeBackFromJson() {
        deprecatedDaysAgo(30);
        Plan plan = web.plan();

        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }
}
