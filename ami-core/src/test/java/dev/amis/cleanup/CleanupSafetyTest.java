package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import dev.amis.usage.UnreadSource;
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
import org.junit.jupiter.params.provider.EnumSource;

class CleanupSafetyTest {

    private final StubAccount account = StubAccount.create();
    private final Amis amis = Amis.using(account);
    private final Cleanup web = amis.cleanup().named("web-v{version}").keepingLatest(1);

    /** One that stays, and one, of number 2, that would go. */
    @BeforeEach
    void twoImages() {
        account.here().images.add(Samples.image(1, "web-v1.1.0"));
        account.here().images.add(Samples.image(2, "web-v1.0.0"));
    }

    private void change(UnaryOperator<Image> change) {
        account.here().images.set(1, change.apply(account.here().images.get(1)));
    }

    private record Inventory(List<Reference> references) implements ReferenceSource {
        @Override
        public String name() {
            return "inventory";
        }

        @Override
        public List<Reference> references(RegionalProvider region) {
            return references;
        }
    }

    @Test
    void keepsWhatIsInUse() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "stopped"));

        Plan plan = web.plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.IN_USE);
        assertThat(Seen.texts(plan, 2)).containsExactly("in use: instances i-00000000000000001 (stopped)");
    }

    @Test
    void tellsOfManyReferencesTheFirstAndTheirNumber() {
        for (int i = 1; i <= 3; i++) {
            account.here().instances.add(Samples.instance(i, Samples.imageId(2), "running"));
        }

        assertThat(Seen.texts(web.plan(), 2))
                .containsExactly("in use: instances i-00000000000000001 (running) and 2 more");
    }

    @Test
    void keepsTheSourceOfACopyInProgress() {
        account.here().images.add(Samples.copy(3, Samples.imageId(2), Region.EU_WEST_1));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void keepsTheSourceOfACopyInProgressInAnotherRegion() {
        account.at(Region.US_EAST_1)
                .images
                .add(Samples.copy(3, Samples.imageId(2), Region.EU_WEST_1).withRegion(Region.US_EAST_1));

        assertThat(Seen.kinds(web.in(Region.EU_WEST_1, Region.US_EAST_1).plan(), 2))
                .containsExactly(Kind.IN_USE);
    }

    @Test
    void keepsEverythingIfASourceCannotBeRead() {
        account.here().denied.add("DescribeLaunchTemplateVersions");

        Plan plan = web.plan();

        assertThat(Seen.texts(plan, 2)).containsExactly("possibly in use, not read: launch templates");
        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.USE_UNKNOWN);
        assertThat(plan.unreadSources()).extracting(UnreadSource::source).containsExactly("launch templates");
        assertThat(plan.actions()).isEmpty();
    }

    @Test
    void aKnownUseIsToldEvenIfAnotherSourceCannotBeRead() {
        account.here().denied.add("DescribeLaunchTemplateVersions");
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "running"));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void otherRegionsAreCleanedUpAlthoughASourceCannotBeReadInOne() {
        account.here().denied.add("DescribeInstances");
        account.at(Region.US_EAST_1).images.add(Samples.image(3, "web-v1.1.0").withRegion(Region.US_EAST_1));
        account.at(Region.US_EAST_1).images.add(Samples.image(4, "web-v1.0.0").withRegion(Region.US_EAST_1));

        Plan plan = web.in(Region.EU_WEST_1, Region.US_EAST_1).plan();

        assertThat(Seen.targets(plan)).containsExactly(Samples.imageId(4).value());
    }

    @Test
    void asksSourcesOfOnesOwn() {
        Inventory inventory =
                new Inventory(List.of(new Reference(Region.EU_WEST_1, Samples.imageId(2), "inventory", "the shop")));

        Plan plan = Amis.builder(account)
                .referenceSource(inventory)
                .build()
                .cleanup(web.policy())
                .plan();

        assertThat(Seen.texts(plan, 2)).containsExactly("in use: inventory the shop");
    }

    @Test
    void doesNotAskSourcesThatAreToBeIgnored() {
        account.here().denied.add("DescribeLaunchTemplateVersions");

        Plan plan = web.ignoringUseIn("launch templates").plan();

        assertThat(plan.actions()).hasSize(1);
        assertThat(Seen.planned(plan, 2).facts().unusedIn()).isEqualTo(Samples.standardSources("launch templates"));
        assertThat(plan.notes()).containsExactly("launch templates were not asked who refers to the images");
    }

    @Test
    void ignoredSourcesAddUp() {
        Plan plan = web.ignoringUseIn("launch templates")
                .ignoringUseIn("copies in progress")
                .plan();

        assertThat(Seen.planned(plan, 2).facts().unusedIn())
                .isEqualTo(Samples.standardSources("launch templates", "copies in progress"));
    }

    @Test
    void refusesToIgnoreASourceThatIsNotThere() {
        assertThatThrownBy(web.ignoringUseIn("launch configurations")::plan)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source is 'launch configurations', but must be one of");
    }

    @Test
    void removesWhatIsInUseIfTold() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "running"));

        Plan plan = web.ignoringUse().plan();

        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.planned(plan, 2).facts().unusedIn()).isEmpty();
        assertThat(plan.title()).endsWith("; whether in use or not");
        assertThat(plan.notes()).containsExactly("it was not asked who refers to the images");
    }

    @Test
    void asksForUseBeforeDisabling() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "running"));

        assertThat(Seen.kinds(web.disabling().plan(), 2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void deprecatesWhatIsInUse() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "running"));
        account.here().denied.add("DescribeInstances");

        Plan plan = web.deprecating().plan();

        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEPRECATE);
        assertThat(plan.unreadSources()).isEmpty();
    }

    @Test
    void doesNotDeprecateWhatIsInUseIfTold() {
        account.here().instances.add(Samples.instance(1, Samples.imageId(2), "running"));

        assertThat(Seen.kinds(web.deprecating().protectingInUse().plan(), 2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void keepsWhatIsProtected() {
        change(image -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITH_COOLDOWN));

        assertThat(Seen.texts(web.plan(), 2))
                .containsExactly("protected from being deregistered (enabled-with-cooldown)");
        assertThat(Seen.kinds(web.disabling().plan(), 2)).containsExactly(Kind.PROTECTED);
    }

    @Test
    void saysWhenProtectionThatWasLiftedEnds() {
        Instant end = StubAccount.NOW.plusSeconds(1);
        change(image -> image.withDeregistrationProtection(DeregistrationProtection.coolingDownUntil(end)));

        assertThat(Seen.texts(web.plan(), 2)).containsExactly("protected, possible after " + end);
        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.PROTECTED);
    }

    @Test
    void protectionThatHasEndedKeepsNothing() {
        DeregistrationProtection ended = DeregistrationProtection.coolingDownUntil(StubAccount.NOW);
        change(image -> image.withDeregistrationProtection(ended));

        Plan plan = web.plan();

        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.planned(plan, 2).facts().protection()).contains(ended);
    }

    @Test
    void deprecatesWhatIsProtected() {
        change(image -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN));

        assertThat(Seen.verdict(web.deprecating().plan(), 2)).isEqualTo(Verdict.DEPRECATE);
    }

    @Test
    void keepsWhatIsPublic() {
        change(image -> image.withIsPublic(true));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.SHARED);
        assertThat(Seen.kinds(web.disabling().plan(), 2)).containsExactly(Kind.SHARED);
    }

    @Test
    void disablingWhatIsPublicMayNotBeTakenBackWhole() {
        change(image -> image.withIsPublic(true));

        Plan plan = web.includingPublic().disabling().plan();
        assertThat(Seen.planned(plan, 2).reversibility()).isEqualTo(Reversibility.disablingPublic());
    }

    @Test
    void removesWhatIsPublicIfTold() {
        change(image -> image.withIsPublic(true));

        assertThat(Seen.verdict(web.includingPublic().plan(), 2)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void deprecatesWhatIsPublic() {
        change(image -> image.withIsPublic(true));

        assertThat(Seen.verdict(web.deprecating().plan(), 2)).isEqualTo(Verdict.DEPRECATE);
    }

    @Test
    void keepsWhatIsSharedIfTold() {
        account.here()
                .permissions
                .put(Samples.imageId(2).value(), Set.of(LaunchPermission.of(AccountId.of("999999999999"))));

        assertThat(Seen.texts(web.keepingShared().plan(), 2)).containsExactly("shared with 1 others");
        assertThat(Seen.verdict(web.plan(), 2)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void asksWhoMayLaunchOnlyWhereNothingElseKeepsAnImage() {
        Plan plan = web.keepingShared().plan();

        assertThat(account.here().requests).contains(Samples.imageId(2)).doesNotContain(Samples.imageId(1));
        assertThat(Seen.planned(plan, 2).facts().launchPermissions()).contains(Set.of());
    }

    @Test
    void keepsWhatMayBeShared() {
        account.here().denied.add("DescribeImageAttribute");

        Plan plan = web.keepingShared().plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.USE_UNKNOWN);
        assertThat(Seen.texts(plan, 2))
                .containsExactly("possibly shared with others, not read: DescribeImageAttribute failed in eu-west-1:"
                        + " not authorized.");
    }

    @Test
    void neverRemovesTheLastAvailableImageOfAFamily() {
        Plan plan = amis.cleanup()
                .named("web-v{version}")
                .keepingNewerThan(Duration.ofHours(1))
                .plan();

        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.LAST_AVAILABLE);
        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void anImageThatStaysForAnotherReasonSparesTheNewest() {
        change(image -> image.withTags(Tags.of("Keep", "")));

        Plan plan = amis.cleanup().named("web-v{version}").keepingTagged("Keep").plan();

        assertThat(Seen.verdict(plan, 1)).isEqualTo(Verdict.DEREGISTER);
    }

    @Test
    void aDisabledImageDoesNotStandInForTheLastAvailable() {
        change(image -> image.withStateText("disabled").withTags(Tags.of("Keep", "")));

        Plan plan = amis.cleanup().named("web-v{version}").keepingTagged("Keep").plan();

        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.LAST_AVAILABLE);
    }

    @Test
    void anImageThatIsDeprecatedAlreadyDoesNotStandInForTheLast() {
        change(image -> image.withDeprecationTime(StubAccount.NOW));

        Plan plan = amis.cleanup()
                .named("web-v{version}")
                .keepingNewerThan(Duration.ofHours(1))
                .deprecating()
                .plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.DONE_ALREADY);
        assertThat(Seen.kinds(plan, 1)).containsExactly(Kind.LAST_AVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageState.class,
            names = {"PENDING", "INVALID", "TRANSIENT", "ERROR", "UNKNOWN", "FAILED", "DISABLED"})
    void leavesImagesInOtherStatesAlone(ImageState state) {
        change(image -> image.withStateText(state.text()));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void saysWhatIsWrongWithAState() {
        change(image -> image.withStateText("pending"));
        assertThat(Seen.texts(web.plan(), 2)).containsExactly("still being made");
        change(image -> image.withStateText("error"));
        assertThat(Seen.texts(web.plan(), 2)).containsExactly("its state is error");
        change(image -> image.withStateText("disabled"));
        assertThat(Seen.texts(web.plan(), 2)).containsExactly("disabled, and the policy leaves such alone");
        change(image -> image.withStateText("failed"));
        assertThat(Seen.texts(web.plan(), 2)).containsExactly("could not be made, and the policy leaves such alone");
    }

    @Test
    void deregistersDisabledImagesIfTold() {
        change(image -> image.withStateText("disabled"));

        Plan plan = web.includingDisabled().plan();

        assertThat(Seen.verdict(plan, 2)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.planned(plan, 2).facts().state()).contains(ImageState.DISABLED);
    }

    @Test
    void deregistersFailedImagesIfTold() {
        change(image -> image.withStateText("failed"));

        assertThat(Seen.verdict(web.includingFailed().plan(), 2)).isEqualTo(Verdict.DEREGISTER);
        assertThat(Seen.kinds(web.includingDisabled().plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void failedImagesCannotBeDisabledOrDeprecated() {
        change(image -> image.withStateText("failed"));

        assertThat(Seen.kinds(web.includingFailed().disabling().plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
        assertThat(Seen.kinds(web.includingFailed().deprecating().plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void whatIsDisabledIsDoneAlready() {
        change(image -> image.withStateText("disabled"));

        assertThat(Seen.kinds(web.disabling().plan(), 2)).containsExactly(Kind.DONE_ALREADY);
        assertThat(Seen.kinds(web.includingDisabled().deprecating().plan(), 2)).containsExactly(Kind.DONE_ALREADY);
    }

    @Test
    void whatIsDeregisteredButStillListedIsDoneAlready() {
        change(image -> image.withStateText("deregistered"));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.DONE_ALREADY);
        assertThat(Seen.kinds(web.disabling().plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void neverRemovesAnImageWithoutCreationDate() {
        change(image -> image.withCreationDate(Optional.empty()));

        Plan plan = web.plan();

        assertThat(Seen.kinds(plan, 2)).containsExactly(Kind.NOT_ELIGIBLE);
        assertThat(Seen.decision(plan, 2).created()).isEmpty();
        assertThat(Seen.decision(plan, 2).rank()).isEqualTo(2);
    }

    @Test
    void leavesImagesOfAwsBackupAlone() {
        change(image -> image.withTags(Tags.read(Map.of("aws:backup:source-resource", "i-00000000000000001"))));

        assertThat(Seen.kinds(web.plan(), 2)).containsExactly(Kind.NOT_ELIGIBLE);
    }
}
