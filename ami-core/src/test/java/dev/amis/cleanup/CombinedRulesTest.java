package dev.amis.cleanup;

import static dev.amis.cleanup.KeepRule.images;
import static dev.amis.cleanup.KeepRule.latest;
import static dev.amis.cleanup.KeepRule.launchedWithin;
import static dev.amis.cleanup.KeepRule.newerThan;
import static dev.amis.cleanup.KeepRule.previous;
import static dev.amis.cleanup.KeepRule.shared;
import static dev.amis.cleanup.KeepRule.tagged;
import static dev.amis.cleanup.KeepRule.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombinedRulesTest {

    private static final KeepRule YOUNG = newerThan(Duration.ofDays(3));
    private static final KeepRule PRODUCTION = tagged("Environment", "production");

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final Cleanup web = amis.cleanup().named("web-v{version}").keepingLatest(1);

    /** Four images of 1 to 4 days; of number 1 the latest rule takes care. */
    @BeforeEach
    void fourImages() {
        for (int i = 1; i <= 4; i++) {
            account.here().images.add(Samples.image(i, "web-v1." + (9 - i) + ".0"));
        }
    }

    private void change(int number, UnaryOperator<Image> change) {
        account.here().images.set(number - 1, change.apply(account.here().images.get(number - 1)));
    }

    private void tag(int number, String... keysAndValues) {
        Map<String, String> tags = keysAndValues.length == 2
                ? Map.of(keysAndValues[0], keysAndValues[1])
                : Map.of(keysAndValues[0], keysAndValues[1], keysAndValues[2], keysAndValues[3]);
        change(number, image -> image.withTags(Tags.of(tags)));
    }

    private void share(int number) {
        account.here()
                .permissions
                .put(Samples.imageId(number).value(), Set.of(LaunchPermission.of(AccountId.of("444455556666"))));
    }

    private static List<Integer> kept(Plan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.KEEP)
                .map(decision -> Integer.parseInt(decision.id().value().substring(4), 16))
                .sorted()
                .toList();
    }

    @Test
    void andKeepsWhatBothKeep() {
        tag(3, "Environment", "production");
        tag(4, "Environment", "production");

        Plan plan = web.keeping(YOUNG.and(PRODUCTION)).plan();

        assertThat(kept(plan)).containsExactly(1, 3);
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.SEVERAL_RULES);
        assertThat(Seen.texts(plan, 3)).containsExactly("newer than 3 days and tagged Environment");
    }

    @Test
    void orKeepsWhatOneKeeps() {
        tag(4, "Environment", "production");

        Plan plan = web.keeping(newerThan(Duration.ofDays(2)).or(PRODUCTION)).plan();

        assertThat(kept(plan)).containsExactly(1, 2, 4);
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.NEWER_THAN);
        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.TAGGED);
    }

    @Test
    void combinationsCanBeCombined() {
        tag(2, "Environment", "test");
        tag(3, "Environment", "production");
        tag(4, "Owner", "web");

        Plan plan = web.keeping(YOUNG.or(tagged("Owner")).and(PRODUCTION.or(tagged("Owner", "web"))))
                .plan();

        assertThat(kept(plan)).containsExactly(1, 3, 4);
    }

    @Test
    void theLatestCanBeAPart() {
        tag(2, "Environment", "production");
        tag(4, "Environment", "production");

        assertThat(kept(web.keeping(latest(3).and(PRODUCTION)).plan())).containsExactly(1, 2);
        assertThat(kept(web.keeping(latest(2).or(PRODUCTION)).plan())).containsExactly(1, 2, 4);
    }

    @Test
    void thePreviousCanBeAPart() {
        tag(2, "Environment", "production");

        assertThat(kept(web.keeping(previous().and(PRODUCTION)).plan())).containsExactly(1, 2);
        assertThat(kept(web.keeping(previous().and(tagged("Other"))).plan())).containsExactly(1);
    }

    @Test
    void sharingIsAskedOnlyWhereItDecides() {
        tag(3, "Environment", "production");
        tag(4, "Environment", "production");
        share(2);
        share(3);

        Plan plan = web.keeping(shared().and(PRODUCTION)).plan();

        assertThat(kept(plan)).containsExactly(1, 3);
        assertThat(Seen.texts(plan, 3)).containsExactly("tagged Environment and shared with 1 others");
        assertThat(account.here().requests.stream().filter(ImageId.class::isInstance))
                .hasSize(2);
    }

    @Test
    void sharingIsAskedOnceForAnImage() {
        web.keeping(shared().and(tagged("Environment").or(YOUNG)))
                .keeping(shared().and(newerThan(Duration.ofDays(4))))
                .keepingShared()
                .plan();

        assertThat(account.here().requests.stream().filter(ImageId.class::isInstance))
                .hasSize(3);
    }

    @Test
    void sharingThatCannotBeReadCountsAsShared() {
        tag(3, "Environment", "production");
        account.here().denied.add("DescribeImageAttribute");

        Plan plan = web.keeping(shared().and(PRODUCTION)).plan();

        assertThat(kept(plan)).containsExactly(1, 3);
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.USE_UNKNOWN);
    }

    @Test
    void allPartsAreReliedOn() {
        tag(4, "Environment", "test", "Name", "web");
        Instant launched = StubAccount.NOW.minus(Duration.ofDays(100));
        change(4, image -> image.withLastLaunchedTime(launched));

        Facts facts = Seen.planned(
                        web.ignoringUse()
                                .keeping(PRODUCTION
                                        .and(tagged("Keep").or(until("Until")))
                                        .and(launchedWithin(Duration.ofDays(7))))
                                .plan(),
                        4)
                .facts();

        assertThat(facts.someTags()).isEqualTo(Tags.of("Environment", "test"));
        assertThat(facts.missingTags()).containsExactlyInAnyOrder("Keep", "Until");
        assertThat(facts.lastLaunchedTime()).contains(launched);
    }

    @Test
    void whoMayLaunchIsReliedOnOnlyIfItWasAskedAndNobodyMay() {
        tag(3, "Environment", "production");
        share(4);

        Plan plan = web.keeping(shared().and(PRODUCTION)).plan();

        assertThat(Seen.planned(plan, 3).facts().launchPermissions()).contains(Set.of());
        assertThat(Seen.planned(plan, 4).facts().launchPermissions()).isEmpty();
    }

    @Test
    void readsAsASentence() {
        assertThat(YOUNG.and(PRODUCTION).describe())
                .isEqualTo("newer than 3 days and tagged Environment with a certain value");
        assertThat(YOUNG.or(previous()).and(images(List.of(Samples.imageId(1)))).describe())
                .isEqualTo("(newer than 3 days or the previous one) and " + Samples.imageId(1));
        assertThat(shared().or(latest(2).and(until("KeepUntil"))).describe())
                .isEqualTo("shared with others or (the latest 2 and until the date in tag KeepUntil)");
        assertThat(images(List.of(Samples.imageId(1), Samples.imageId(2))).describe())
                .isEqualTo("2 images by their ids");
    }

    @Test
    void aPolicySetsCombinationsOff() {
        assertThat(web.keeping(YOUNG.and(PRODUCTION)).policy())
                .hasToString("deregister images of web-v{version}, keeping the latest 1,"
                        + " (newer than 3 days and tagged Environment with a certain value), in use");
        assertThat(amis.cleanup()
                        .named("web-*")
                        .keeping(YOUNG.or(previous()))
                        .ignoringUse()
                        .policy())
                .hasToString("deregister images of web-*, keeping newer than 3 days or the previous one;"
                        + " whether in use or not");
    }

    @Test
    void severalOfAKindAreOneCombination() {
        assertThat(YOUNG.and(PRODUCTION).and(shared()))
                .isEqualTo(new KeepRule.AllOf(List.of(YOUNG, PRODUCTION, shared())));
        assertThat(YOUNG.or(PRODUCTION).or(shared()))
                .isEqualTo(new KeepRule.AnyOf(List.of(YOUNG, PRODUCTION, shared())));
    }
}
