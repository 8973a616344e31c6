package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.Test;

class DisablingTest {

    private final Account account = Account.withOneImage();

    @Test
    void aDisabledImageIsSharedWithNobody() {
        account.amis().disable(account.image()).apply().orThrow();
        assertThat(account.now().state()).isEqualTo(ImageState.DISABLED);
        assertThat(account.permissions()).isEmpty();
    }

    @Test
    void thePlanSaysWhoWillGetItBack() {
        Plan plan = account.amis().disable(account.id()).plan();
        assertThat(plan.describe())
                .contains("can be undone: it is enabled again, and shared again with " + Account.FRIEND);
    }

    @Test
    void disablingTwiceIsNothingToDo() {
        account.amis().disable(account.id()).apply();
        assertThat(account.amis().disable(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void aPendingImageCannotBeDisabled() {
        Image pending = pending();
        assertThatThrownBy(() -> account.amis().disable(pending).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the image is pending")
                .hasMessageContaining("Wait until it is available");
    }

    @Test
    void aPendingImageCannotBeEnabled() {
        Image pending = pending();
        assertThatThrownBy(() -> account.amis().enable(pending).plan()).isInstanceOf(ConflictException.class);
    }

    @Test
    void enablingAloneBringsNoPermissionsBack() {
        account.amis().disable(account.id()).apply();
        account.amis().enable(account.image()).apply().orThrow();
        assertThat(account.now().state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(account.permissions()).isEmpty();
        assertThat(account.amis().enable(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void undoingBringsThePermissionsBack() {
        Account.State before = account.state();
        ChangeReport report = account.amis().disable(account.id()).apply();
        account.amis().undo(report).orThrow();
        assertThat(account.state()).isEqualTo(before);
    }

    @Test
    void aShareSinceThePlanStopsIt() {
        Plan plan = account.amis().disable(account.id()).plan();
        account.amis().share(account.id()).with(Account.STRANGER).apply();
        ChangeReport report = account.amis().apply(plan);
        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(account.now().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aPlanCanBeAppliedInAnotherProcess() {
        String approved = account.amis().disable(account.id()).plan().toJson();
        Amis.using(account.aws()).apply(Plan.fromJson(approved)).orThrow();
        assertThat(account.now().state()).isEqualTo(ImageState.DISABLED);
    }

    @Test
    void aLostAnswerStillBringsThePermissionsBack() {
        account.aws().faults().loseAnswer("DisableImage", 1);
        ChangeReport report = account.amis().disable(account.id()).apply();
        assertThat(report.results(Outcome.DONE)).hasSize(1);
        account.amis().undo(report).orThrow();
        assertThat(account.permissions()).containsExactly(LaunchPermission.of(Account.FRIEND));
    }

    @Test
    void wheneverTheProcessDiesThePlanFinishesAndCanBeUndone() {
        Account calm = Account.withOneImage();
        Account.State before = calm.state();
        Crashes.atEveryCall(
                () -> new Planned(Account.withOneImage()),
                (amis, scene) -> scene.report = amis.apply(scene.plan).orThrow(),
                scene -> {
                    assertThat(scene.account.now().state()).isEqualTo(ImageState.DISABLED);
                    scene.account.amis().undo(scene.report).orThrow();
                    assertThat(scene.account.state()).isEqualTo(before);
                });
    }

    private Image pending() {
        account.amis()
                .create("web-2.0.0")
                .fromInstance(account.aws().runInstance())
                .start();
        return account.amis()
                .find()
                .ownedBySelf()
                .named("web-2.0.0")
                .state(ImageState.PENDING)
                .one();
    }

    /** A plan that was made before the process died. */
    private static final class Planned implements Crashes.Scene {

        private final Account account;
        private final Plan plan;
        private ChangeReport report;

        Planned(Account account) {
            this.account = account;
            this.plan = account.amis().disable(account.id()).plan();
        }

        @Override
        public InMemoryAws aws() {
            return account.aws();
        }
    }
}
