package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.Account.FRIEND;
import static dev.amis.testing.tasks.Account.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Region;
import dev.amis.plan.Action;
import dev.amis.plan.ActionResult;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharingTasksTest {

    private static final OrganizationArn ORGANIZATION =
            OrganizationArn.of("arn:aws:organizations::123456789012:organization/o-abcdefghij");
    private static final OrganizationalUnitArn UNIT =
            OrganizationalUnitArn.of("arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-ab12-abcdefgh");

    private final Account account = Account.withOneImage();

    @Test
    void anImageIsSharedWithAccountsOrganizationsAndUnits() {
        account.amis()
                .share(account.image())
                .with(STRANGER)
                .withOrganization(ORGANIZATION)
                .withOrganizationalUnit(UNIT)
                .apply()
                .orThrow();
        assertThat(account.permissions())
                .containsExactlyInAnyOrder(
                        LaunchPermission.of(FRIEND),
                        LaunchPermission.of(STRANGER),
                        LaunchPermission.of(ORGANIZATION),
                        LaunchPermission.of(UNIT));
    }

    @Test
    void sharingWithWhoMayAlreadyIsNothingToDo() {
        assertThat(account.amis().share(account.id()).with(FRIEND).plan().isEmpty())
                .isTrue();
    }

    @Test
    void sharingWithTheOwnerIsNothingToDoAndThatIsSaid() {
        Plan plan =
                account.amis().share(account.id()).with(account.aws().account()).plan();
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes()).singleElement().asString().contains("owns the image");
    }

    @Test
    void snapshotsAreSharedBeforeTheImage() {
        Plan plan = account.amis()
                .share(account.id())
                .with(STRANGER, FRIEND)
                .includingSnapshots()
                .plan();
        assertThat(plan.actions())
                .extracting(planned -> planned.action())
                .containsExactly(
                        new Action.ChangeSnapshotPermissions(
                                account.aws().region(),
                                account.snapshot(),
                                Set.of(CreateVolumePermission.of(STRANGER), CreateVolumePermission.of(FRIEND)),
                                Set.of()),
                        new Action.ChangeLaunchPermissions(
                                account.aws().region(), account.id(), Set.of(LaunchPermission.of(STRANGER)), Set.of()));
    }

    @Test
    void whoeverGetsTheSnapshotsCanCopyTheImage() {
        account.amis()
                .share(account.id())
                .with(FRIEND)
                .includingSnapshots()
                .apply()
                .orThrow();
        var friends = Amis.using(account.aws().as(FRIEND));
        Image copy = friends.copy(account.image())
                .to(Region.EU_WEST_1)
                .start()
                .await()
                .images()
                .get(0);
        assertThat(copy.ownerId()).isEqualTo(FRIEND);
    }

    @Test
    void manySnapshotPermissionsGoInSeveralCalls() {
        AccountId[] many = IntStream.range(0, 501)
                .mapToObj(i -> AccountId.of(String.format("%012d", 200_000_000_000L + i)))
                .toArray(AccountId[]::new);
        Plan plan = account.amis()
                .share(account.id())
                .with(many)
                .includingSnapshots()
                .plan();
        assertThat(plan.actions()).hasSize(3);
        account.amis().apply(plan).orThrow();
        assertThat(account.state().sharedSnapshots().get(account.snapshot())).hasSize(501);
        account.amis()
                .unshare(account.id())
                .from(many)
                .includingSnapshots()
                .apply()
                .orThrow();
        assertThat(account.state().sharedSnapshots().get(account.snapshot())).isEmpty();
    }

    @Test
    void snapshotsCannotBeSharedWithAnOrganization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis()
                        .share(account.id())
                        .withOrganization(ORGANIZATION)
                        .includingSnapshots()
                        .plan())
                .withMessageContaining("EC2 shares snapshots with accounts only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis()
                        .unshare(account.id())
                        .fromOrganizationalUnit(UNIT)
                        .includingSnapshots()
                        .apply());
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void nobodyIsRefusedBeforeAnyCall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> account.amis().share(account.id()).plan())
                .withMessageStartingWith("nobody was named");
        assertThatIllegalStateException()
                .isThrownBy(() -> account.amis().unshare(account.id()).apply());
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void aDisabledImageCannotBeShared() {
        account.amis().disable(account.id()).apply();
        assertThatThrownBy(
                        () -> account.amis().share(account.id()).with(STRANGER).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the image is disabled")
                .hasMessageContaining("Enable it first");
    }

    @Test
    void anImageOnTheDefaultKeyCannotBeShared() {
        Image encrypted = encrypted();
        ChangeReport report = account.amis()
                .share(encrypted)
                .with(STRANGER)
                .includingSnapshots()
                .apply();
        assertThat(report.results(Outcome.FAILED)).hasSize(2);
        assertThat(report.results())
                .extracting(ActionResult::detail)
                .allMatch(detail -> detail.startsWith(
                        "a snapshot is encrypted with the AWS managed key, which cannot be shared; copy the image"));
        assertThatThrownBy(report::orThrow).isInstanceOfAny(ConflictException.class, InvalidRequestException.class);
    }

    @Test
    void anEncryptedImageNeedsItsKeyAndThatIsSaid() {
        Plan plan = account.amis().share(encrypted()).with(STRANGER).plan();
        assertThat(plan.notes())
                .containsExactly("the image is encrypted: those it is shared with also need the use of its KMS key");
    }

    @Test
    void tooManyAreRefusedByEc2() {
        account.aws().quotas().sharingEntities(1);
        ChangeReport report = account.amis().share(account.id()).with(STRANGER).apply();
        assertThatThrownBy(report::orThrow).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void unsharingTakesTheImageFirst() {
        account.amis()
                .share(account.id())
                .with(FRIEND, STRANGER)
                .includingSnapshots()
                .apply()
                .orThrow();
        Plan plan = account.amis()
                .unshare(account.image())
                .from(FRIEND)
                .includingSnapshots()
                .plan();
        assertThat(plan.actions())
                .extracting(planned -> planned.action().target())
                .containsExactly(account.id().value(), account.snapshot().value());
        account.amis().apply(plan).orThrow();
        assertThat(account.permissions()).containsExactly(LaunchPermission.of(STRANGER));
        assertThat(account.state().sharedSnapshots().get(account.snapshot()))
                .containsExactly(CreateVolumePermission.of(STRANGER));
    }

    @Test
    void unsharingFromWhoMayNotIsNothingToDo() {
        assertThat(account.amis()
                        .unshare(account.id())
                        .from(STRANGER)
                        .fromOrganization(ORGANIZATION)
                        .fromOrganizationalUnit(UNIT)
                        .plan()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void chainsCanBeForked() {
        var all = account.amis().share(account.id()).with(STRANGER);
        var more = all.withOrganization(ORGANIZATION);
        assertThat(all.plan().actions()).isNotEqualTo(more.plan().actions());
    }

    @Test
    void undoingTakesOnlyWhatWasGiven() {
        Account.State before = account.state();
        ChangeReport report = account.amis()
                .share(account.id())
                .with(FRIEND, STRANGER)
                .includingSnapshots()
                .apply();
        account.amis().undo(report).orThrow();
        assertThat(account.state()).isEqualTo(before);
    }

    @Test
    void wheneverTheProcessDiesAllOfThemMayInTheEnd() {
        Crashes.atEveryCall(
                Account::withOneImage,
                (amis, scene) -> amis.share(scene.id())
                        .with(FRIEND, STRANGER)
                        .includingSnapshots()
                        .apply()
                        .orThrow(),
                scene -> {
                    assertThat(scene.permissions()).hasSize(2);
                    assertThat(scene.state().sharedSnapshots().get(scene.snapshot()))
                            .hasSize(2);
                });
    }

    private Image encrypted() {
        account.region().kmsKeys().encryptByDefault(true);
        return account.amis()
                .create("secret-1.0.0")
                .fromInstance(account.aws().runInstance())
                .start()
                .await();
    }
}
