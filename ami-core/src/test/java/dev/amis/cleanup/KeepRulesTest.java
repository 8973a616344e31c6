package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are about roll-back, dates in tags, and lists. */
class KeepRulesTest {

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final Cleanup web = amis.cleanup().named("web-v{version}");

    /** Five images, the first of which is the newest. */
    @BeforeEach
    void fiveImages() {
        for (int i = 1; i <= 5; i++) {
            account.here().images.add(Samples.image(i, "web-v1." + (9 - i) + ".0"));
        }
    }

    private void use(int number) {
        account.here().instances.add(Samples.instance(number, Samples.imageId(number), "running"));
    }

    private void state(int number, ImageState state) {
        account.here()
                .images
                .set(number - 1, account.here().images.get(number - 1).withStateText(state.text()));
    }

    private void tag(int number, String value) {
        account.here()
                .images
                .set(number - 1, account.here().images.get(number - 1).withTags(Tags.of("KeepUntil", value)));
    }

    private static List<Integer> kept(Plan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.KEEP)
                .map(decision -> Integer.parseInt(decision.id().value().substring(4), 16))
                .sorted()
                .toList();
    }

    @Test
    void thePreviousIsTheOneBeforeTheNewestInUse() {
        use(2);
        use(5);

        Plan plan = web.keepingPrevious().plan();

        assertThat(kept(plan)).containsExactly(2, 3, 5);
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.PREVIOUS);
        assertThat(Seen.texts(plan, 3)).containsExactly("the previous one, to roll back to");
    }

    @Test
    void thePreviousIsTheOneBeforeTheNewestIfNoneIsInUse() {
        Plan plan = web.keepingPrevious().keepingLatest(1).plan();

        assertThat(kept(plan)).containsExactly(1, 2);
    }

    @Test
    void aPreviousThatCannotBeLaunchedIsPassedOver() {
        use(2);
        state(3, ImageState.FAILED);
        state(4, ImageState.DISABLED);

        Plan plan = web.keepingPrevious().includingDisabled().includingFailed().plan();

        assertThat(kept(plan)).containsExactly(2, 5);
    }

    @Test
    void theNewestThatCannotBeLaunchedIsNotWhatOneRollsBackFrom() {
        state(1, ImageState.FAILED);

        Plan plan = web.keepingPrevious().keepingLatest(1).includingFailed().plan();

        assertThat(kept(plan)).containsExactly(2, 3);
    }

    @Test
    void oneInUseThatIsDisabledIsStillInUse() {
        use(3);
        state(3, ImageState.DISABLED);

        assertThat(Seen.kinds(web.keepingPrevious().includingDisabled().plan(), 4))
                .containsExactly(Kind.PREVIOUS);
    }

    @Test
    void theOldestInUseHasNoPrevious() {
        use(5);

        assertThat(kept(web.keepingPrevious().plan())).containsExactly(5);
    }

    @Test
    void forThePreviousItIsAskedWhoRefersToImagesAlsoWhereTheyAreDeprecated() {
        use(3);

        Plan plan = web.keepingPrevious().deprecating().plan();

        assertThat(kept(plan)).containsExactly(3, 4);
    }

    @Test
    void whereUseIsIgnoredThePreviousIsTheSecond() {
        use(4);

        assertThat(kept(web.keepingPrevious().keepingLatest(1).ignoringUse().plan()))
                .containsExactly(1, 2);
    }

    @Test
    void eachFamilyHasAPrevious() {
        account.here().images.add(Samples.image(6, "api-v1.1.0"));
        account.here().images.add(Samples.image(7, "api-v1.0.0"));
        account.here().images.add(Samples.image(8, "api-v0.9.0"));

        assertThat(Seen.kinds(
                        amis.cleanup()
                                .named("{app}-v{version}")
                                .keepingPrevious()
                                .plan(),
                        7))
                .containsExactly(Kind.PREVIOUS);
    }

    @Test
    void anImageThatIsKeptAnywayIsStillSaidToBeThePrevious() {
        tag(2, "2099-01-01");

        assertThat(Seen.kinds(
                        web.keepingLatest(2)
                                .keepingPrevious()
                                .keepingUntil("KeepUntil")
                                .plan(),
                        2))
                .containsExactly(Kind.AMONG_LATEST, Kind.PREVIOUS, Kind.TAGGED);
    }

    /** It is noon of 2026-06-01. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01", "2026-06-02", "2026-06-01T12:00:00Z", "2026-06-01T15:00:01+02:00"})
    void aDateThatHasNotPassedKeeps(String value) {
        tag(2, value);

        assertThat(Seen.kinds(web.keepingLatest(1).keepingUntil("KeepUntil").plan(), 2))
                .containsExactly(Kind.TAGGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-31", "1999-12-31", "2026-06-01T11:59:59Z", "2026-06-01T13:00:00+02:00"})
    void aDateThatHasPassedDoesNotKeep(String value) {
        tag(2, value);

        assertThat(Seen.kinds(web.keepingLatest(1).keepingUntil("KeepUntil").plan(), 2))
                .containsExactly(Kind.NOTHING_KEEPS_IT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "next week",
                "2026-13-01",
                "2026-02-30",
                "05.01.2026",
                "2025",
                "2025-01-01 ",
                "2025-01-01T10:00",
                "+999999999-12-31",
                "20250101",
                "T"
            })
    void whatIsNoDateKeepsForGoodAndIsNotToldAgain(String value) {
        tag(2, value);

        Plan plan = web.keepingLatest(1).keepingUntil("KeepUntil").plan();

        assertThat(Seen.texts(plan, 2)).containsExactly("tag KeepUntil holds no date, so it is kept for good");
    }

    @Test
    void theDateIsTold() {
        tag(2, "2026-06-01");
        tag(3, "2026-06-01T13:00:00+01:00");

        Plan plan = web.keepingLatest(1).keepingUntil("KeepUntil").plan();

        assertThat(Seen.texts(plan, 2)).containsExactly("tag KeepUntil keeps it until 2026-06-01");
        assertThat(Seen.texts(plan, 3)).containsExactly("tag KeepUntil keeps it until 2026-06-01T12:00:00Z");
    }

    @Test
    void aDateThatHasPassedOrIsMissingIsReliedOn() {
        tag(2, "2026-05-31");

        Plan plan = web.keepingLatest(1).keepingUntil("KeepUntil").plan();

        Facts dated = Seen.planned(plan, 2).facts();
        Facts undated = Seen.planned(plan, 3).facts();
        assertThat(dated.someTags()).isEqualTo(Tags.of("KeepUntil", "2026-05-31"));
        assertThat(undated.missingTags()).containsExactly("KeepUntil");
    }

    @Test
    void keepsWhatIsNamedByItsId() {
        Plan plan = web.keeping(Samples.imageId(2), Samples.imageId(4)).plan();

        assertThat(kept(plan)).containsExactly(2, 4);
        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.LISTED);
        assertThat(Seen.texts(plan, 4)).containsExactly("named by its id");
    }

    @Test
    void aListOfIdsIsAsGoodAsIdsOneByOne() {
        assertThat(web.keeping(List.of(Samples.imageId(4), Samples.imageId(2))).policy())
                .isEqualTo(web.keeping(Samples.imageId(2), Samples.imageId(4)).policy());
    }
}
