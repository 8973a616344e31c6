package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it is told where an image stands. */
class StagesInTheAccountTest extends StagesFixture {

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
}
