package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CleanupFactsTest {

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final Cleanup web = amis.cleanup().named("web-v{version}").keepingLatest(1);

    /** One that stays, and one, of number 2, that is retired. */
    @BeforeEach
    void twoImages() {
        account.here().images.add(Samples.image(1, "web-v1.1.0"));
        account.here().images.add(Samples.image(2, "web-v1.0.0"));
    }

    private void change(UnaryOperator<Image> change) {
        account.here().images.set(1, change.apply(account.here().images.get(1)));
    }

    private static Facts facts(Cleanup cleanup) {
        return Seen.planned(cleanup.plan(), 2).facts();
    }

    @Test
    void aRemovalReliesOnStateProtectionLaunchesAndUse() {
        assertThat(facts(web))
                .isEqualTo(Facts.builder()
                        .state(ImageState.AVAILABLE)
                        .protection(DeregistrationProtection.DISABLED)
                        .lastLaunchedTime(Instant.MIN)
                        .addAllUnusedIn(Samples.standardSources())
                        .build());
    }

    @Test
    void aRemovalReliesOnTheLastLaunchThatIsKnown() {
        Instant launched = StubAccount.NOW.minus(Duration.ofDays(100));
        change(image -> image.withLastLaunchedTime(launched));

        assertThat(facts(web).lastLaunchedTime()).contains(launched);
    }

    @Test
    void launchesDoNotMatterIfUseDoesNot() {
        change(image -> image.withLastLaunchedTime(StubAccount.NOW));

        assertThat(facts(web.ignoringUse()).lastLaunchedTime()).isEmpty();
    }

    @Test
    void launchesMatterIfARuleIsAboutThem() {
        assertThat(facts(web.ignoringUse().keepingLaunchedWithin(Duration.ofDays(1)))
                        .lastLaunchedTime())
                .contains(Instant.MIN);
    }

    @Test
    void aDeprecationReliesOnStateAndTheDateBefore() {
        assertThat(facts(web.deprecating()))
                .isEqualTo(Facts.builder()
                        .state(ImageState.AVAILABLE)
                        .deprecationTime(Instant.MIN)
                        .build());
    }

    @Test
    void aDeprecationReliesOnALaterDateBefore() {
        Instant later = StubAccount.NOW.plus(Duration.ofDays(100));
        change(image -> image.withDeprecationTime(later));

        assertThat(facts(web.deprecating()).deprecationTime()).contains(later);
    }

    @Test
    void tagsMatterIfARuleIsAboutThem() {
        change(image -> image.withTags(Tags.of(Map.of("Environment", "test", "Name", "web"))));

        Facts facts = facts(web.keepingTagged("Environment", "production").keepingTagged("Keep"));

        assertThat(facts.someTags()).isEqualTo(Tags.of("Environment", "test"));
        assertThat(facts.missingTags()).containsExactly("Keep");
        assertThat(facts.tags()).isEmpty();
    }

    @Test
    void theTagMattersByWhichFamiliesAreTold() {
        account.here().images.replaceAll(image -> image.withTags(Tags.of(Map.of("Application", "web", "Name", "x"))));

        assertThat(facts(amis.cleanup().familyByTag("Application").keepingLatest(1))
                        .someTags())
                .isEqualTo(Tags.of("Application", "web"));
    }

    @Test
    void allTagsMatterToAFunction() {
        change(image -> image.withTags(Tags.of("Name", "web")));

        assertThat(facts(amis.cleanup()
                                .familyBy(image -> image.description()
                                        .or(() -> image.name().map(name -> "all")))
                                .keepingLatest(1))
                        .tags())
                .contains(Tags.of("Name", "web"));
    }

    @Test
    void whoMayLaunchMattersOnlyIfARuleIsAboutIt() {
        assertThat(facts(web).launchPermissions()).isEmpty();
        assertThat(facts(web.keepingShared()).launchPermissions()).isPresent();
    }

    @Test
    void imagesThatDifferInNothingShareTheirFacts() {
        account.here().images.add(Samples.image(3, "web-v0.9.0"));

        Plan plan = web.plan();

        assertThat(Seen.planned(plan, 3).facts()).isSameAs(Seen.planned(plan, 2).facts());
    }

    @Test
    void imagesThatStayForTheSameReasonsShareThem() {
        account.here().images.add(Samples.image(3, "web-v0.9.0"));
        account.here().images.replaceAll(image -> image.withTags(Tags.of("Keep", "")));

        Plan plan = web.keepingLatest(2).keepingTagged("Keep").plan();

        assertThat(Seen.decision(plan, 2).reasons())
                .isSameAs(Seen.decision(plan, 1).reasons())
                .hasSize(2);
    }

    @Test
    void withoutARuleOfTheRecycleBinARemovalCannotBeUndone() {
        assertThat(reversibility(web)).isEqualTo(Reversibility.irreversible("no rule of the Recycle Bin keeps it"));
    }

    @Test
    void rulesOfTheRecycleBinAreReadOnce() {
        account.here().images.add(Samples.image(3, "web-v0.9.0"));

        web.plan();

        assertThat(account.here().requests.stream().filter("ListRules"::equals)).hasSize(1);
    }

    @Test
    void aRemovalCanBeUndoneWhileTheRecycleBinKeepsImageAndSnapshots() {
        rule("image", RecycleBinResourceType.EC2_IMAGE, 14, Map.of());
        rule("snapshot", RecycleBinResourceType.EBS_SNAPSHOT, 7, Map.of());

        assertThat(reversibility(web)).isEqualTo(Reversibility.recycleBin(Duration.ofDays(7)));
    }

    @Test
    void snapshotsThatStayNeedNoRule() {
        rule("image", RecycleBinResourceType.EC2_IMAGE, 14, Map.of());

        assertThat(reversibility(web.keepingSnapshots())).isEqualTo(Reversibility.recycleBin(Duration.ofDays(14)));
    }

    @Test
    void aRuleForSomeTagsOfSnapshotsCountsForThose() {
        rule("image", RecycleBinResourceType.EC2_IMAGE, 14, Map.of());
        rule("snapshot", RecycleBinResourceType.EBS_SNAPSHOT, 7, Map.of("Tier", "gold"));
        account.here().snapshotTags.put(Samples.image(2, "web").snapshotIds().get(0), Tags.of("Tier", "gold"));
        account.here().images.add(Samples.image(3, "web-v0.9.0"));

        Plan plan = web.plan();

        assertThat(Seen.planned(plan, 2).reversibility()).isEqualTo(Reversibility.recycleBin(Duration.ofDays(7)));
        assertThat(Seen.planned(plan, 3).reversibility().kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void tagsOfSnapshotsThatCannotBeReadCountAsMissing() {
        rule("image", RecycleBinResourceType.EC2_IMAGE, 14, Map.of());
        rule("snapshot", RecycleBinResourceType.EBS_SNAPSHOT, 7, Map.of("Tier", "gold"));
        account.here().denied.add("DescribeSnapshots");

        assertThat(reversibility(web).kind()).isEqualTo(Reversibility.Kind.IRREVERSIBLE);
    }

    @Test
    void tagsOfSnapshotsAreNotReadWhereTheyMakeNoDifference() {
        rule("image", RecycleBinResourceType.EC2_IMAGE, 14, Map.of());
        rule("snapshot", RecycleBinResourceType.EBS_SNAPSHOT, 7, Map.of("Tier", "gold"));
        account.here().denied.add("DescribeSnapshots");

        assertThat(reversibility(web.keepingSnapshots())).isEqualTo(Reversibility.recycleBin(Duration.ofDays(14)));
    }

    @Test
    void theRecycleBinDoesNotMatterToOtherActions() {
        account.here().denied.add("ListRules");

        assertThat(reversibility(web.disabling()).kind()).isEqualTo(Reversibility.Kind.REVERSIBLE);
        assertThat(reversibility(web.deprecating()).kind()).isEqualTo(Reversibility.Kind.REVERSIBLE);
        assertThat(account.here().requests).doesNotContain("ListRules");
    }

    private static Reversibility reversibility(Cleanup cleanup) {
        return Seen.planned(cleanup.plan(), 2).reversibility();
    }

    private void rule(String id, RecycleBinResourceType type, int days, Map<String, String> tags) {
        account.here().rules.add(new RecycleBinRule(id, type, tags, Map.of(), Duration.ofDays(days)));
    }
}
