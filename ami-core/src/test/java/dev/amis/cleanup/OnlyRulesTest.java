package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Tags;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyRulesTest {

    private final StubAccount account = StubAccount.create();
    private final Cleanup web = Amis.using(account).cleanup().named("web-v{version}");

    /** Four images, the first of which is the newest. */
    @BeforeEach
    void fourImages() {
        for (int i = 1; i <= 4; i++) {
            account.here().images.add(Samples.image(i, "web-v1." + (9 - i) + ".0"));
        }
    }

    private void tag(int number, String key, String value) {
        account.here()
                .images
                .set(number - 1, account.here().images.get(number - 1).withTags(Tags.of(key, value)));
    }

    @Test
    void touchesOnlyWhatIsTagged() {
        tag(2, "Environment", "test");
        tag(4, "Environment", "production");

        Plan plan = web.onlyTagged("Environment").keepingLatest(1).plan();

        assertThat(Seen.targets(plan)).containsExactly(Samples.imageId(4).value());
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.NOT_ELIGIBLE);
        assertThat(Seen.texts(plan, 3)).containsExactly("the policy is only about images tagged Environment");
        assertThat(Seen.decision(plan, 3).family()).isEmpty();
    }

    @Test
    void touchesOnlyWhatIsTaggedWithAValue() {
        for (int i = 1; i <= 4; i++) {
            tag(i, "Environment", i == 2 ? "production" : "test");
        }

        Plan plan = web.onlyTagged("Environment", "test").keepingLatest(1).plan();

        assertThat(Seen.targets(plan))
                .containsExactly(Samples.imageId(4).value(), Samples.imageId(3).value());
        assertThat(Seen.texts(plan, 2))
                .containsExactly("the policy is only about images tagged Environment with a certain value");
    }

    @Test
    void theLatestAreThoseOfTheTaggedOnes() {
        tag(3, "Environment", "test");
        tag(4, "Environment", "test");

        assertThat(Seen.kinds(web.onlyTagged("Environment").keepingLatest(1).plan(), 3))
                .containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void severalTagsAreAllAskedFor() {
        tag(2, "Environment", "test");

        assertThat(web.onlyTagged("Environment")
                        .onlyTagged("Owner")
                        .keepingLatest(1)
                        .plan()
                        .actions())
                .isEmpty();
    }

    @Test
    void whatIsOfNoFamilyIsSaidToBe() {
        account.here().images.add(Samples.image(5, "other"));

        assertThat(Seen.kinds(web.onlyTagged("Environment").keepingLatest(1).plan(), 5))
                .containsExactly(Kind.NO_FAMILY);
    }

    @Test
    void touchesOnlyWhatHasExpired() {
        tag(1, "ExpiresOn", "2026-05-31");
        tag(2, "ExpiresOn", "2026-06-01");
        tag(4, "ExpiresOn", "2025-12-31T00:00:00Z");

        Plan plan = web.onlyExpired("ExpiresOn").plan();

        assertThat(Seen.targets(plan))
                .containsExactly(Samples.imageId(4).value(), Samples.imageId(1).value());
        assertThat(Seen.texts(plan, 2)).containsExactly("tag ExpiresOn keeps it until 2026-06-01");
        assertThat(Seen.texts(plan, 3))
                .containsExactly("not tagged ExpiresOn, and the policy touches only what has expired");
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.NOT_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2025-02-29"})
    void whatIsNoDateNeverExpires(String value) {
        tag(4, "ExpiresOn", value);

        Plan plan = web.onlyExpired("ExpiresOn").plan();

        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.NOT_EXPIRED);
        assertThat(Seen.texts(plan, 4)).containsExactly("tag ExpiresOn holds no date, so it is kept for good");
    }

    @Test
    void theLastAvailableStaysAlthoughItHasExpired() {
        for (int i = 1; i <= 4; i++) {
            tag(i, "ExpiresOn", "2026-01-01");
        }

        assertThat(Seen.kinds(web.onlyExpired("ExpiresOn").plan(), 1)).containsExactly(Kind.LAST_AVAILABLE);
    }

    @Test
    void furtherRulesKeepWhatHasExpired() {
        tag(2, "ExpiresOn", "2026-01-01");

        assertThat(Seen.kinds(web.onlyExpired("ExpiresOn").keepingLatest(2).plan(), 2))
                .containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void theTagsAreReliedOn() {
        tag(2, "ExpiresOn", "2026-01-01");

        assertThat(Seen.planned(web.onlyExpired("ExpiresOn").plan(), 2).facts().someTags())
                .isEqualTo(Tags.of("ExpiresOn", "2026-01-01"));
    }

    @Test
    void theTagThatIsAskedForIsReliedOn() {
        tag(2, "Environment", "test");
        tag(3, "Environment", "test");

        assertThat(Seen.planned(web.onlyTagged("Environment").keepingLatest(1).plan(), 3)
                        .facts()
                        .someTags())
                .isEqualTo(Tags.of("Environment", "test"));
    }

    @Test
    void readsAsASentence() {
        assertThat(web.onlyTagged("Environment", "test")
                        .onlyExpired("ExpiresOn")
                        .policy())
                .hasToString("deregister images of web-v{version}, only tagged Environment with a certain value,"
                        + " only expired by tag ExpiresOn, keeping none, in use");
    }
}
