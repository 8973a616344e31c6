package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.usage.Samples;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest extends StagesFixture {

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
