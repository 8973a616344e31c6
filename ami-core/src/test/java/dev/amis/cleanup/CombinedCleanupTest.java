package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombinedCleanupTest {

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final CleanupFamilies families = amis.cleanup();
    private final Cleanup production = families.named("web-v{version}")
            .onlyTagged("Environment", "production")
            .keepingLatest(2);
    private final Cleanup test = families.named("{app}-v{version}")
            .onlyTagged("Environment")
            .keepingLatest(1)
            .disabling();

    /** Numbers 1, 3, 5 are of production, numbers 2, 4, 6 of test; 7 is of neither. */
    @BeforeEach
    void sevenImages() {
        for (int i = 1; i <= 6; i++) {
            put(i, "web-v1." + (9 - i) + ".0", i % 2 == 0 ? "test" : "production");
        }
        account.here().images.add(Samples.image(7, "web-v1.0.0"));
    }

    private void put(int number, String name, String environment) {
        Image image = Samples.image(number, name);
        account.here().images.add(image.withTags(Tags.of("Environment", environment)));
    }

    private Plan plan() {
        return production.and(test.policy()).plan();
    }

    @Test
    void everyImageIsDecidedByTheFirstPolicyThatIsAboutIt() {
        Plan plan = plan();

        assertThat(Seen.verdict(plan, 5)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.verdict(plan, 4)).isEqualTo(Verdict.DISABLE);
        assertThat(Seen.verdict(plan, 6)).isEqualTo(Verdict.DISABLE);
        assertThat(plan.actions()).hasSize(3);
        assertThat(plan.decisions()).hasSize(7);
    }

    @Test
    void familiesAreThoseOfEachPolicy() {
        Plan plan = plan();

        assertThat(Seen.texts(plan, 3)).containsExactly("one of the latest 2");
        assertThat(Seen.texts(plan, 2)).containsExactly("one of the latest 1");
        assertThat(Seen.decision(plan, 2).rank()).isEqualTo(1);
    }

    @Test
    void whatNoPolicyIsAboutStays() {
        Plan plan = plan();

        assertThat(Seen.kinds(plan, 7)).containsExactly(Kind.NOT_ELIGIBLE);
        assertThat(plan.decisions().get(6).id()).isEqualTo(Samples.imageId(7));
    }

    @Test
    void theTitleNamesAll() {
        assertThat(plan().title())
                .isEqualTo(
                        "deregister images of web-v{version} in eu-west-1, only tagged Environment with a certain value,"
                                + " keeping the latest 2, in use; disable images of {app}-v{version} in eu-west-1, only tagged"
                                + " Environment, keeping the latest 1, in use");
        assertThat(production.and(test.policy())).hasToString(production.policy() + "; " + test.policy());
    }

    @Test
    void oneAfterTheOtherIsAsGoodAsAllAtOnce() {
        RetentionPolicy rest = families.named("*").keepingTagged("Keep").policy();

        assertThat(amis.cleanup(production.policy(), test.policy(), rest).plan())
                .isEqualTo(production.and(test.policy()).and(rest).plan());
    }

    @Test
    void aPolicyWithNothingLeftDoesNothing() {
        RetentionPolicy again = production.keepingTagged("Keep").policy();

        assertThat(production.and(again).plan().actions())
                .isEqualTo(production.plan().actions());
    }

    @Test
    void limitsCountTheImagesOfTheirPolicy() {
        assertThat(production.atMost(1).and(test.atMost(2).policy()).plan().actions())
                .hasSize(3);
        assertThatThrownBy(
                        () -> production.atMost(1).and(test.atMost(1).policy()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("disable 2 images, but at most 1");
        assertThatThrownBy(() -> production
                        .atMostPercent(34)
                        .and(test.atMostPercent(50).policy())
                        .plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("2 of the 3 images of the family");
    }

    @Test
    void thePlanIsValidAsLongAsTheShortest() {
        assertThat(production
                        .and(test.validFor(Duration.ofHours(1)).policy())
                        .plan()
                        .expiresAt())
                .isEqualTo(StubAccount.NOW.plus(Duration.ofHours(1)));
        assertThat(production
                        .validFor(Duration.ofHours(2))
                        .and(test.policy())
                        .plan()
                        .expiresAt())
                .isEqualTo(StubAccount.NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void everyPolicyHasToSayWhatStays() {
        assertThatThrownBy(
                        () -> production.and(families.named("api-*").policy()).plan())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void imagesAndReferencesAreReadOnce() {
        plan();
        int together = account.here().requests.size();
        account.here().requests.clear();
        production.plan();

        assertThat(together).isEqualTo(account.here().requests.size());
    }

    @Test
    void eachPolicyAsksTheSourcesThatItWants() {
        account.here().denied.add("DescribeInstances");

        Plan plan = production.and(test.ignoringUseIn("instances").policy()).plan();

        assertThat(Seen.kinds(plan, 5)).containsExactly(Kind.USE_UNKNOWN);
        assertThat(Seen.verdict(plan, 4)).isEqualTo(Verdict.DISABLE);
        assertThat(plan.unreadSources()).extracting(UnreadSource::source).containsExactly("instances");
        assertThat(plan.notes())
                .containsExactly("instances were not asked who refers to the images of {app}-v{version}");
    }

    @Test
    void eachPolicyLooksAtItsRegions() {
        Image image = Samples.image(8, "api-v1.0.0").withTags(Tags.of("Environment", "test"));
        account.at(Region.US_EAST_1).images.add(image.withRegion(Region.US_EAST_1));
        account.at(Region.US_EAST_1)
                .images
                .add(Samples.image(9, "api-v0.9.0")
                        .withTags(Tags.of("Environment", "test"))
                        .withRegion(Region.US_EAST_1));

        Plan plan = production.and(test.in(Region.US_EAST_1).policy()).plan();

        assertThat(Seen.targets(plan))
                .containsExactly(Samples.imageId(5).value(), Samples.imageId(9).value());
        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void theFirstPolicyHasTheWordAlthoughItKeeps() {
        RetentionPolicy all = families.named("*").keepingTagged("Keep").policy();

        assertThat(production.and(all).plan().decisions().stream()
                        .filter(decision -> decision.verdict() != Verdict.KEEP)
                        .map(decision -> decision.id()))
                .doesNotContainAnyElementsOf(List.of(Samples.imageId(1), Samples.imageId(3)))
                .contains(Samples.imageId(5), Samples.imageId(4));
    }
}
