package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AccessDeniedException;
import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private static final int FIVE = 5;

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final Cleanup web = amis.cleanup().named("web-v{version}");

    /** Five images of one family, of which 1 is the newest: it is one day old, 5 is five days old. */
    @BeforeEach
    void fiveImages() {
        for (int i = 1; i <= FIVE; i++) {
            account.here().images.add(Samples.image(i, "web-v1." + (10 - i) + ".0"));
        }
    }

    @Test
    void deregistersAllButTheLatestWithTheirSnapshotsOldestFirst() {
        Plan plan = web.keepingLatest(3).plan();

        assertThat(plan.actions().stream().map(planned -> planned.action()))
                .containsExactly(deregister(5, true), deregister(4, true));
    }

    @Test
    void decidesAboutEveryImageNewestFirst() {
        Plan plan = web.keepingLatest(3).plan();

        assertThat(plan.decisions())
                .extracting(Decision::verdict)
                .containsExactly(Verdict.KEEP, Verdict.KEEP, Verdict.KEEP, Verdict.DEREGISTER, Verdict.DEREGISTER);
        assertThat(plan.decisions()).extracting(Decision::rank).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void tellsOfAnImageWhatItsReaderNeeds() {
        Decision decision = Seen.decision(web.keepingLatest(1).plan(), 2);

        assertThat(decision.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(decision.name()).isEqualTo("web-v1.8.0");
        assertThat(decision.created()).contains(StubAccount.NOW.minus(Duration.ofDays(2)));
        assertThat(decision.volumeGib()).isEqualTo(8);
        assertThat(decision.family()).isEqualTo("web-v*");
        assertThat(decision.reasons()).hasToString("[no rule of the policy keeps it]");
    }

    @Test
    void keepsTheLatest() {
        assertThat(Seen.texts(web.keepingLatest(2).plan(), 2)).containsExactly("one of the latest 2");
    }

    @Test
    void theWidestOfSeveralRulesForTheLatestDecides() {
        assertThat(web.keepingLatest(4).keepingLatest(2).plan().actions()).hasSize(1);
    }

    @Test
    void onlyAvailableImagesCountAmongTheLatest() {
        account.here().images.set(0, Samples.image(1, "web-v1.9.0").withStateText("disabled"));

        Plan plan = web.keepingLatest(2).plan();

        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.NOT_ELIGIBLE);
        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void keepsWhatIsNewerThanAnAge() {
        Plan plan = web.keepingNewerThan(Duration.ofDays(3)).plan();

        assertThat(Seen.texts(plan, 3)).containsExactly("newer than 3 days");
        assertThat(Seen.targets(plan)).containsExactly(id(5), id(4));
    }

    @Test
    void anImageJustOlderThanTheAgeIsNotKept() {
        account.here()
                .images
                .set(
                        2,
                        Samples.image(3, "web-v1.7.0")
                                .withCreationDate(StubAccount.NOW
                                        .minus(Duration.ofDays(3))
                                        .minusNanos(1)));

        assertThat(Seen.verdict(web.keepingNewerThan(Duration.ofDays(3)).plan(), 3))
                .isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void keepsWhatHasATagWhateverItsValue() {
        tag(4, "Keep", "until the audit");

        assertThat(Seen.texts(web.keepingLatest(1).keepingTagged("Keep").plan(), 4))
                .containsExactly("tagged Keep");
    }

    @Test
    void keepsWhatHasATagWithAValue() {
        tag(4, "Environment", "production");
        tag(5, "Environment", "staging");

        Plan plan =
                web.keepingLatest(1).keepingTagged("Environment", "production").plan();

        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.TAGGED);
        assertThat(Seen.verdict(plan, 5)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void keepsWhatWasLaunchedLately() {
        launched(4, Duration.ofDays(7));
        launched(5, Duration.ofDays(7).plusSeconds(1));

        Plan plan =
                web.keepingLatest(1).keepingLaunchedWithin(Duration.ofDays(7)).plan();

        assertThat(Seen.texts(plan, 4)).containsExactly("launched within 7 days");
        assertThat(Seen.verdict(plan, 5)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.verdict(plan, 3)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void tellsEveryReason() {
        tag(1, "Keep", "");
        launched(1, Duration.ofHours(1));

        Plan plan = web.keepingLatest(1)
                .keepingNewerThan(Duration.ofDays(3))
                .keepingTagged("Keep")
                .keepingLaunchedWithin(Duration.ofDays(1))
                .plan();

        assertThat(Seen.kinds(plan, 1))
                .containsExactly(Kind.AMONG_LATEST, Kind.NEWER_THAN, Kind.TAGGED, Kind.LAUNCHED_WITHIN);
    }

    @Test
    void leavesImagesOfNoFamilyAlone() {
        account.here().images.add(Samples.image(6, "database-v1.0.0"));

        Plan plan = web.keepingLatest(1).plan();

        assertThat(Seen.kinds(plan, 6)).containsExactly(Kind.NO_FAMILY);
        assertThat(Seen.decision(plan, 6).family()).isEmpty();
        assertThat(Seen.decision(plan, 6).rank()).isZero();
    }

    @Test
    void leavesImagesOfOtherAccountsAlone() {
        account.here().images.set(0, Samples.image(1, "web-v1.9.0").withOwnerId(AccountId.of("999999999999")));

        Plan plan = web.keepingLatest(1).plan();

        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.NO_FAMILY);
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void eachFamilyKeepsItsOwnLatest() {
        account.here().images.add(Samples.image(6, "api-v1.0.0"));

        Plan plan = amis.cleanup().named("{app}-v{version}").keepingLatest(1).plan();

        assertThat(Seen.decision(plan, 6).family()).isEqualTo("api-v*");
        assertThat(Seen.kinds(plan, 6)).containsExactly(Kind.AMONG_LATEST);
        assertThat(plan.decisions())
                .extracting(Decision::family)
                .startsWith("api-v*", "web-v*")
                .hasSize(6);
    }

    @Test
    void eachRegionHasFamiliesOfItsOwn() {
        account.at(Region.US_EAST_1).images.add(Samples.image(6, "web-v1.0.0").withRegion(Region.US_EAST_1));

        Plan plan = web.in(Region.EU_WEST_1, Region.US_EAST_1).keepingLatest(1).plan();

        assertThat(Seen.kinds(plan, 6)).containsExactly(Kind.AMONG_LATEST);
        assertThat(Seen.decision(plan, 6).region()).isEqualTo(Region.US_EAST_1);
        assertThat(plan.actions()).hasSize(4);
    }

    @Test
    void looksOnlyInTheRegionsThatAreNamed() {
        assertThat(web.in(Region.US_EAST_1).keepingLatest(1).plan().decisions()).isEmpty();
    }

    @Test
    void asksForAllOwnImages() {
        web.keepingLatest(1).plan();

        assertThat(account.here().requests)
                .first()
                .isEqualTo(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDeprecated(true)
                        .includeDisabled(true)
                        .maxResults(1_000)
                        .build());
    }

    @Test
    void failsIfTheImagesCannotBeRead() {
        account.here().denied.add("DescribeImages");

        assertThatThrownBy(() -> web.keepingLatest(1).plan()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPlanSaysWhatItIsForAndWhen() {
        Plan plan = web.keepingLatest(1).plan();

        assertThat(plan.title())
                .isEqualTo("deregister images of web-v{version} in eu-west-1, keeping the latest 1, in use");
        assertThat(plan.account()).isEqualTo(StubAccount.ACCOUNT);
        assertThat(plan.createdAt()).isEqualTo(StubAccount.NOW);
        assertThat(plan.expiresAt()).isEqualTo(StubAccount.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aPlanIsValidAsLongAsIsSaid() {
        assertThat(web.keepingLatest(1).validFor(Duration.ofHours(3)).plan().expiresAt())
                .isEqualTo(StubAccount.NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void keepsSnapshotsIfTold() {
        Plan plan = web.keepingLatest(4).deregistering().keepingSnapshots().plan();

        assertThat(Seen.action(plan, 5)).isEqualTo(deregister(5, false));
    }

    @Test
    void refusesToKeepSnapshotsWhereNoneAreDeleted() {
        Cleanup disabling = web.disabling();

        assertThatThrownBy(disabling::keepingSnapshots)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("snapshots can be kept where images are deregistered, but the policy is to disable");
    }

    @Test
    void disables() {
        Plan plan = web.keepingLatest(4).disabling().plan();

        assertThat(Seen.action(plan, 5)).isEqualTo(new Action.Disable(Region.EU_WEST_1, Samples.imageId(5)));
        assertThat(Seen.verdict(plan, 5)).isEqualTo(Verdict.DISABLE);
    }

    @Test
    void deprecatesAtTheEndOfThePlansValidity() {
        Plan plan = web.keepingLatest(4).deprecating().plan();

        assertThat(Seen.action(plan, 5))
                .isEqualTo(new Action.Deprecate(
                        Region.EU_WEST_1, Samples.imageId(5), StubAccount.NOW.plus(Duration.ofDays(1))));
        assertThat(Seen.verdict(plan, 5)).isEqualTo(Verdict.DEPRECATE);
        assertThat(plan.expiresAt()).isEqualTo(StubAccount.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void deprecatesInFullMinutesAndNeverInThePast() {
        Plan plan = web.keepingLatest(4).deprecatingIn(Duration.ofSeconds(90)).plan();

        Instant at = StubAccount.NOW.plus(Duration.ofMinutes(2));
        assertThat(Seen.action(plan, 5)).isEqualTo(new Action.Deprecate(Region.EU_WEST_1, Samples.imageId(5), at));
        assertThat(plan.expiresAt()).isEqualTo(at);
    }

    @Test
    void aLaterDeprecationDoesNotProlongThePlan() {
        assertThat(web.keepingLatest(4)
                        .deprecatingIn(Duration.ofDays(90))
                        .plan()
                        .expiresAt())
                .isEqualTo(StubAccount.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void leavesAloneWhatIsDeprecatedAlready() {
        Instant at = StubAccount.NOW.plus(Duration.ofDays(7));
        account.here().images.set(3, Samples.image(4, "web-v1.6.0").withDeprecationTime(at));
        account.here().images.set(4, Samples.image(5, "web-v1.5.0").withDeprecationTime(at.plusSeconds(60)));

        Plan plan = web.keepingLatest(3).deprecatingIn(Duration.ofDays(7)).plan();

        assertThat(Seen.kinds(plan, 4)).containsExactly(Kind.DONE_ALREADY);
        assertThat(Seen.targets(plan)).containsExactly(id(5));
    }

    @Test
    void aPolicyCanBeUsedAgain() {
        RetentionPolicy policy = web.keepingLatest(2).policy();

        assertThat(amis.cleanup(policy).plan()).isEqualTo(web.keepingLatest(2).plan());
    }

    @Test
    void refusesAPolicyThatKeepsNothing() {
        assertThatThrownBy(web.protectingInUse()::plan)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no rule says which images stay; name at least one, such as keepingLatest(5)");
    }

    @Test
    void aStepLeavesTheOneBeforeAsItWas() {
        Cleanup two = web.keepingLatest(2);

        Cleanup four = two.keepingLatest(4);

        assertThat(two.plan().actions()).hasSize(3);
        assertThat(four.plan().actions()).hasSize(1);
    }

    @Test
    void ofImagesOfOneDateTheGreaterNameIsNewer() {
        account.here().images.set(0, Samples.image(1, "web-v1.1.0", 2));

        assertThat(Seen.kinds(web.keepingLatest(1).plan(), 2)).containsExactly(Kind.AMONG_LATEST);
    }

    @Test
    void anImageWithoutNameIsOfNoFamily() {
        account.here().images.set(0, Samples.image(1, "web-v1.9.0").withName(Optional.empty()));

        Plan plan = web.keepingLatest(1).plan();

        assertThat(Seen.decision(plan, 1).name()).isEmpty();
        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.NO_FAMILY);
    }

    @Test
    void printsAsItsPolicy() {
        assertThat(web.keepingLatest(2))
                .hasToString(web.keepingLatest(2).policy().toString());
    }

    @Test
    void volumesAreAddedUp() {
        account.here()
                .images
                .set(
                        4,
                        Samples.image(5, "web-v1.5.0")
                                .withBlockDeviceMappings(List.of(
                                        Samples.image(5, "web")
                                                .blockDeviceMappings()
                                                .get(0),
                                        Samples.image(6, "web")
                                                .blockDeviceMappings()
                                                .get(0))));

        assertThat(Seen.decision(web.keepingLatest(2).plan(), 5).volumeGib()).isEqualTo(16);
    }

    private void tag(int number, String key, String value) {
        account.here()
                .images
                .replaceAll(image ->
                        image.imageId().equals(Samples.imageId(number)) ? image.withTags(Tags.of(key, value)) : image);
    }

    private void launched(int number, Duration ago) {
        account.here()
                .images
                .replaceAll(image -> image.imageId().equals(Samples.imageId(number))
                        ? image.withLastLaunchedTime(StubAccount.NOW.minus(ago))
                        : image);
    }

    private static String id(int number) {
        return Samples.imageId(number).value();
    }

    private static Action deregister(int number, boolean withSnapshots) {
        return new Action.Deregister(
                Region.EU_WEST_1,
                Samples.imageId(number),
                withSnapshots,
                Samples.image(number, "web").snapshotIds());
    }
}
