package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.Region;
import dev.amis.naming.NamingScheme;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetentionPolicyTest {

    private static final CleanupFamilies CLEANUP =
            Amis.using(StubAccount.create()).cleanup();
    private static final Cleanup WEB = CLEANUP.named("web-v{version}");

    private static final Stages.Disabling STAGES = Stages.deprecating().disablingAfter(Duration.ofDays(30));

    @Test
    void aTagCanBeAskedForWithAndWithoutItsValue() {
        assertThat(WEB.onlyTagged("Environment")
                        .onlyTagged("Environment", "a")
                        .keepingTagged("Environment", "b")
                        .keeping(KeepRule.tagged("Environment", "a").and(KeepRule.shared()))
                        .policy()
                        .onlyRules())
                .hasSize(2);
    }

    @Test
    void retiresEitherInStagesOrAtOnce() {
        Stages stages = STAGES.deregisteringAfter(Duration.ofDays(1));

        assertThatThrownBy(() -> WEB.inStages(stages).disabling())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "images are retired either in stages or at once: to disable contradicts to deprecate, 30 days"
                                + " later disable, another 1 day later deregister, which was said before");
        assertThatThrownBy(() -> WEB.deprecating().inStages(stages)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> WEB.inStages(stages).deregistering()).isInstanceOf(IllegalStateException.class);
        assertThat(WEB.inStages(stages)
                        .inStages(stages.keepingSnapshots())
                        .policy()
                        .retirement())
                .isEqualTo(new Stages(Duration.ofDays(30), Duration.ofDays(1), false));
        assertThat(WEB.deprecating().disabling().policy().retirement()).isEqualTo(new Retirement.Disable());
    }

    @Test
    void stagesReadAsASentence() {
        assertThat(WEB.inStages(STAGES.deregisteringAfter(Duration.ofHours(36)))
                        .keepingLatest(1)
                        .keepingSnapshots()
                        .policy())
                .hasToString(
                        "deprecate, 30 days later disable, another 36 hours later deregister, keeping snapshots, images"
                                + " of web-v{version}, keeping the latest 1, in use");
    }

    @Test
    void readsAsASentence() {
        assertThat(WEB.in(Region.EU_WEST_1, Region.US_EAST_1)
                        .keepingLatest(5)
                        .keepingNewerThan(Duration.ofDays(30))
                        .keepingTagged("Keep")
                        .keepingTagged("Environment", "production")
                        .keepingLaunchedWithin(Duration.ofHours(36))
                        .keepingShared()
                        .policy())
                .hasToString(
                        "deregister images of web-v{version} in eu-west-1, us-east-1, keeping the latest 5, newer than"
                                + " 30 days, tagged Keep, tagged Environment with a certain value, launched within 36 hours, shared"
                                + " with others, in use");
    }

    @Test
    void saysWhatIsDone() {
        assertThat(WEB.keepingLatest(1).disabling().policy())
                .hasToString("disable images of web-v{version}, keeping the latest 1, in use");
        assertThat(WEB.keepingLatest(1).deprecating().policy())
                .hasToString("deprecate images of web-v{version}, keeping the latest 1");
        assertThat(WEB.keepingLatest(1).deprecatingIn(Duration.ofDays(7)).policy())
                .hasToString("deprecate in 7 days images of web-v{version}, keeping the latest 1");
        assertThat(WEB.keepingLatest(1).keepingSnapshots().policy())
                .hasToString("deregister, keeping snapshots, images of web-v{version}, keeping the latest 1, in use");
        assertThat(WEB.policy()).hasToString("deregister images of web-v{version}, keeping none, in use");
    }

    @Test
    void saysWhichFamilies() {
        assertThat(CLEANUP.named("web-*").policy().toString()).startsWith("deregister images of web-*, ");
        assertThat(CLEANUP.familyByTag("Application").policy().toString())
                .startsWith("deregister images of each value of tag Application, ");
        assertThat(CLEANUP.familyBy(image -> image.name()).policy().toString())
                .startsWith("deregister images of each family that a function tells, ");
    }

    @Test
    void isEqualIfTheSameWasSaid() {
        Supplier<RetentionPolicy> said = () -> CLEANUP.named(NamingScheme.parse("web-v{version}"))
                .in(Region.EU_WEST_1)
                .keepingLatest(5)
                .keepingTagged("Keep")
                .protectingInUse()
                .atMost(10)
                .policy();

        assertThat(said.get()).isEqualTo(said.get()).hasSameHashCodeAs(said.get());
    }

    @Test
    void differsIfSomethingElseWasSaid() {
        assertThat(WEB.keepingLatest(5).policy())
                .isNotEqualTo(WEB.keepingLatest(6).policy());
    }

    @Test
    void aRegionIsLookedAtOnce() {
        assertThat(WEB.in(Region.EU_WEST_1, Region.EU_WEST_1).policy().regions())
                .containsExactly(Region.EU_WEST_1);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWhatMakesNoSense(Supplier<Object> said, String message) {
        assertThatThrownBy(said::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                refused(
                        () -> WEB.keepingLatest(0),
                        "number of latest images to keep is 0, but must be at least 1: a family is never emptied"),
                refused(
                        () -> WEB.keepingNewerThan(Duration.ofDays(-1)),
                        "age of images to keep is PT-24H, but must be positive and at most 36500 days"),
                refused(
                        () -> WEB.keepingNewerThan(Duration.ZERO),
                        "age of images to keep is PT0S, but must be positive and at most 36500 days"),
                refused(
                        () -> WEB.keepingNewerThan(Duration.ofDays(36_500).plusNanos(1)),
                        "age of images to keep is PT876000H0.000000001S, but must be positive and at most 36500 days"),
                refused(
                        () -> WEB.keepingLaunchedWithin(Duration.ofSeconds(-1)),
                        "age of launches that keep images is PT-1S, but must be positive and at most 36500 days"),
                refused(() -> WEB.keepingTagged(" "), "tag key is ' ', but must not be blank"),
                refused(() -> CLEANUP.familyByTag(""), "tag key is '', but must not be blank"),
                refused(() -> CLEANUP.named(""), "name pattern is empty, but no image has an empty name"),
                refused(() -> CLEANUP.named("web#*"), "name pattern has '#' at position 4, but no name may: 'web#*'"),
                refused(() -> WEB.keepingUntil(""), "tag key is '', but must not be blank"),
                refused(() -> WEB.onlyTagged(" "), "tag key is ' ', but must not be blank"),
                refused(() -> WEB.onlyTagged("\t", "test"), "tag key is '\t', but must not be blank"),
                refused(() -> WEB.onlyExpired(""), "tag key is '', but must not be blank"),
                refused(() -> WEB.keeping(List.of()), "list of images to keep is empty, but must name at least one"),
                refused(
                        () -> new KeepRule.AllOf(List.of()),
                        "number of rules that are joined by and is 0, but must be from 2 to 2147483647"),
                refused(
                        () -> new KeepRule.AnyOf(List.of(KeepRule.shared())),
                        "number of rules that are joined by or is 1, but must be from 2 to 2147483647"),
                refused(
                        () -> Stages.deprecating().disablingAfter(Duration.ZERO),
                        "time between deprecating and disabling is PT0S, but must be positive and at most 36500 days"),
                refused(
                        () -> STAGES.deregisteringAfter(Duration.ofDays(36_501)),
                        "time between disabling and deregistering is PT876024H, but must be positive and at most 36500"
                                + " days"),
                refused(
                        () -> new Stages(Duration.ofDays(-1), Duration.ofDays(1), true),
                        "time between deprecating and disabling is PT-24H, but must be positive and at most 36500 days"),
                refused(
                        () -> WEB.onlyTagged("Environment", "a").onlyTagged("Environment", "b"),
                        "onlyTagged Environment contradicts the rest of the policy: no image has two values of a tag"),
                refused(
                        () -> WEB.keepingTagged("Environment").onlyTagged("Environment", "a"),
                        "keepingTagged Environment contradicts the rest of the policy: all images that it is about are"
                                + " tagged so, and would stay"),
                refused(
                        () -> WEB.onlyTagged("Environment", "a").keepingTagged("Environment", "a"),
                        "keepingTagged Environment contradicts the rest of the policy: all images that it is about are"
                                + " tagged so, and would stay"),
                refused(
                        () -> WEB.inStages(STAGES.deregisteringAfter(Duration.ofDays(1)))
                                .includingDisabled(),
                        "includingDisabled contradicts the rest of the policy: in stages, disabled images are deregistered"
                                + " after their time"),
                refused(
                        () -> WEB.includingFailed().inStages(STAGES.deregisteringAfter(Duration.ofDays(1))),
                        "includingFailed contradicts the rest of the policy: images that could not be made have no stages"),
                refused(
                        () -> WEB.ignoringUse().inStages(STAGES.deregisteringAfter(Duration.ofDays(1))),
                        "ignoringUse contradicts the rest of the policy: no stage is entered while something refers to the"
                                + " image"),
                refused(() -> WEB.atMost(0), "atMost is 0, but must be from 1 to 2147483647"),
                refused(() -> WEB.atMostPercent(0), "atMostPercent is 0, but must be from 1 to 100"),
                refused(() -> WEB.atMostPercent(101), "atMostPercent is 101, but must be from 1 to 100"),
                refused(
                        () -> WEB.validFor(Duration.ZERO),
                        "validFor is PT0S, but must be positive and at most 36500 days"),
                refused(
                        () -> WEB.deprecatingIn(Duration.ofDays(3_651)),
                        "time until deprecation is PT87624H, but must be positive and at most 3650 days"));
    }

    @Test
    void theLongestSpansAreAllowed() {
        assertThat(WEB.keepingNewerThan(Duration.ofDays(36_500))
                        .atMostPercent(100)
                        .atMost(1)
                        .policy()
                        .keepRules())
                .containsExactly(new KeepRule.NewerThan(Duration.ofDays(36_500)));
    }

    @Test
    void aPatternWithABraceIsAScheme() {
        assertThatThrownBy(() -> CLEANUP.named("web-version}")).isInstanceOf(IllegalArgumentException.class);
        assertThat(CLEANUP.named("web-v{version}").policy().families())
                .isEqualTo(new FamilyRule.ByScheme(NamingScheme.parse("web-v{version}")));
    }

    private static Arguments refused(Supplier<Object> said, String message) {
        return Arguments.of(said, message);
    }
}
