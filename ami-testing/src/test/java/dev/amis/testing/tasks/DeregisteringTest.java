package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Action;
import dev.amis.plan.ActionResult;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeregisteringTest {

    private final Account account = Account.withOneImage();

    @Test
    void anImageIsDeregisteredAndItsSnapshotsStay() {
        Plan plan = account.amis().deregister(account.image()).plan();
        assertThat(plan.notes()).containsExactly("[" + account.snapshot() + "] stay and go on being billed");
        account.amis().apply(plan).orThrow();
        assertThat(account.state().images()).doesNotContainKey(account.id());
        assertThat(account.state().snapshots()).containsKey(account.snapshot());
    }

    @Test
    void withItsSnapshotsTheyGoToo() {
        ChangeReport report =
                account.amis().deregister(account.id()).withSnapshots().apply().orThrow();
        assertThat(account.state().snapshots()).isEmpty();
        assertThat(report.results().get(0).snapshots())
                .extracting(deletion -> deletion.code())
                .containsExactly(SnapshotDeletionCode.SUCCESS);
    }

    @Test
    void keepingThemCanBeSaid() {
        account.amis()
                .deregister(account.id())
                .withSnapshots()
                .keepingSnapshots()
                .apply()
                .orThrow();
        assertThat(account.state().snapshots()).hasSize(1);
    }

    @Test
    void anImageThatIsNotThereIsNothingToDo() {
        account.amis().deregister(account.id()).apply();
        Plan plan = account.amis().deregister(account.id()).plan();
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes())
                .containsExactly(account.id() + " is not in us-east-1 (any more), so there is nothing to do");
    }

    @Test
    void anInstanceKeepsItsImage() {
        account.aws().runInstance(account.id());
        assertThatThrownBy(() -> account.amis().deregister(account.id()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("in use: instances i-")
                .hasMessageContaining("say allowingInUse()");
        assertThat(account.changes()).isEmpty();
    }

    @Test
    void aLaunchTemplateKeepsItsImage() {
        account.region().putLaunchTemplateVersion("web", account.id().value());
        assertThatThrownBy(() -> account.amis().deregister(account.id()).apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("in use: launch templates");
    }

    @Test
    void aSourceThatCannotBeReadKeepsAllImages() {
        account.aws().access().deny("ec2:DescribeInstances");
        assertThatThrownBy(() -> account.amis().deregister(account.id()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("source 'instances' could not be read, so it counts as in use");
    }

    @Test
    void whoAllowsItInUseIsNotAsked() {
        account.aws().runInstance(account.id());
        account.amis().deregister(account.id()).allowingInUse().apply().orThrow();
        assertThat(account.state().images()).isEmpty();
        assertThat(account.aws().calls().count("DescribeInstances")).isZero();
    }

    @Test
    void aLaunchSinceThePlanStopsIt() {
        Plan plan = account.amis().deregister(account.id()).plan();
        account.aws().runInstance(account.id());
        ChangeReport report = account.amis().apply(plan);
        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(account.state().images()).hasSize(1);
    }

    @Test
    void aTemplateSinceThePlanStopsIt() {
        Plan plan = account.amis().deregister(account.id()).plan();
        account.region().putLaunchTemplateVersion("web", account.id().value());
        assertThat(account.amis().apply(plan).results(Outcome.SKIPPED_STALE)).hasSize(1);
    }

    @Test
    void aProtectedImageIsRefusedWhenPlanning() {
        account.amis().protect(account.id()).withoutCooldown().apply();
        assertThatThrownBy(() -> account.amis().deregister(account.id()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the image is protected from being deregistered (enabled-without-cooldown)")
                .hasMessageContaining("Lift its protection first");
    }

    @Test
    void aCoolDownSaysWhenItIsPossible() {
        account.amis().protect(account.id()).withCooldown().apply();
        account.amis().unprotect(account.id()).apply();
        assertThatThrownBy(() -> account.amis().deregister(account.id()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("It is possible after 2026-01-06T");
        account.aws().time().advance(Duration.ofHours(25));
        account.amis().deregister(account.id()).apply().orThrow();
    }

    @Test
    void protectionSinceThePlanStopsIt() {
        Plan plan = account.amis().deregister(account.id()).plan();
        account.amis().protect(account.id()).withoutCooldown().apply();
        ActionResult result = account.amis().apply(plan).results().get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).endsWith("possible after its protection is lifted");
        assertThat(account.aws().calls().count("DeregisterImage")).isZero();
    }

    @Test
    void aSnapshotThatAnotherImageNeedsStays() {
        ImageId other = otherImageOnTheSnapshot();
        Plan plan = account.amis().deregister(account.id()).withSnapshots().plan();
        assertThat(plan.notes()).containsExactly(account.snapshot() + " stays, because [" + other + "] need it");
        assertThat(((Action.Deregister) plan.actions().get(0).action()).snapshots())
                .isEmpty();
        account.amis().apply(plan).orThrow();
        assertThat(account.state().snapshots()).containsKey(account.snapshot());
    }

    @Test
    void aSnapshotThatADisabledImageNeedsStays() {
        ImageId other = otherImageOnTheSnapshot();
        account.amis().disable(other).apply().orThrow();
        account.amis().deregister(account.id()).withSnapshots().apply().orThrow();
        assertThat(account.state().snapshots()).containsKey(account.snapshot());
    }

    @Test
    void aSnapshotThatMayNotBeDeletedIsReported() {
        account.aws().access().deny("ec2:DeleteSnapshot");
        ChangeReport report =
                account.amis().deregister(account.id()).withSnapshots().apply();
        assertThat(report.results(Outcome.DONE)).hasSize(1);
        assertThat(report.results().get(0).detail())
                .isEqualTo(account.snapshot() + " is left, ec2:DeleteSnapshot is not allowed");
        assertThatThrownBy(report::orThrow).isInstanceOf(ConflictException.class);
    }

    @Test
    void aLockedSnapshotIsReported() {
        account.region().lockSnapshot(account.snapshot(), true);
        ChangeReport report =
                account.amis().deregister(account.id()).withSnapshots().apply();
        assertThat(report.results().get(0).detail()).isEqualTo(account.snapshot() + " is left (client-error)");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void withoutARecycleBinThePlanSaysThatItIsForGood() {
        Plan plan = account.amis().deregister(account.id()).plan();
        assertThat(plan.actions().get(0).reversibility())
                .hasToString("cannot be undone: no rule of the Recycle Bin keeps it");
        ChangeReport report = account.amis().apply(plan);
        assertThat(account.amis().undoing(report).plan().isEmpty()).isTrue();
    }

    @Test
    void outOfTheRecycleBinAllComesBack() {
        account.withRecycleBin();
        Account.State before = account.state();
        ChangeReport report =
                account.amis().deregister(account.id()).withSnapshots().apply();
        assertThat(report.results().get(0).undoUntil())
                .contains(account.aws().clock().instant().plus(Duration.ofDays(7)));
        account.amis().undo(report).orThrow();
        account.aws().time().advance(Duration.ofHours(1));
        assertThat(account.state()).isEqualTo(before);
    }

    @Test
    void afterItsTimeTheBinIsEmptyAndThatIsSaid() {
        account.withRecycleBin();
        ChangeReport report =
                account.amis().deregister(account.id()).withSnapshots().apply();
        account.aws().time().advance(Duration.ofDays(8));
        Plan undo = account.amis().undoing(report).plan();
        assertThat(undo.isEmpty()).isTrue();
        assertThat(undo.notes()).hasSize(2).allMatch(note -> note.endsWith(" is not in the Recycle Bin"));
    }

    @Test
    void aRuleByTagsLooksAtTheTags() {
        account.withRecycleBin();
        account.region()
                .recycleBinRule(new RecycleBinRule(
                        "tagged56789",
                        RecycleBinResourceType.EBS_SNAPSHOT,
                        Map.of("Team", "web"),
                        Map.of(),
                        Duration.ofDays(30)));
        Plan plan = account.amis().deregister(account.id()).withSnapshots().plan();
        assertThat(plan.actions().get(0).reversibility().kind()).isEqualTo(Reversibility.Kind.UNTIL);
        assertThat(account.aws().calls().count("DescribeSnapshots")).isEqualTo(1);
    }

    @Test
    void aPendingImageIsCancelled() {
        account.amis()
                .create("web-2.0.0")
                .fromInstance(account.aws().runInstance())
                .start();
        Image pending = account.state().images().values().stream()
                .filter(image -> !image.imageId().equals(account.id()))
                .findFirst()
                .orElseThrow();
        account.amis().deregister(pending).apply().orThrow();
        assertThat(account.state().images()).hasSize(1);
    }

    @Test
    void wheneverTheProcessDiesNothingIsHalfDone() {
        Crashes.atEveryCall(
                () -> Account.withOneImage().withRecycleBin(),
                (amis, scene) ->
                        amis.deregister(scene.id()).withSnapshots().apply().orThrow(),
                scene -> {
                    assertThat(scene.state().images()).isEmpty();
                    assertThat(scene.state().snapshots()).isEmpty();
                    assertThat(scene.changes()).containsOnly("DeregisterImage");
                });
    }

    private ImageId otherImageOnTheSnapshot() {
        SnapshotId snapshot = account.snapshot();
        BlockDeviceMapping root = BlockDeviceMapping.ebs(
                "/dev/xvda", EbsBlockDevice.builder().snapshotId(snapshot).build());
        ImageId other = account.region()
                .images()
                .registerImage(RegisterImageRequest.builder()
                        .name(ImageName.of("other-1.0.0"))
                        .architecture(account.image().architecture())
                        .rootDeviceName(root.deviceName())
                        .addBlockDeviceMapping(root)
                        .build());
        account.aws().time().advance(Duration.ofMinutes(10));
        return other;
    }
}
