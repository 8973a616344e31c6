package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProtectingTest {

    private final Account account = Account.withOneImage();

    @Test
    void anImageIsProtectedWithACoolDown() {
        account.amis().protect(account.image()).withCooldown().apply().orThrow();
        assertThat(account.now().deregistrationProtection()).isEqualTo(DeregistrationProtection.ENABLED_WITH_COOLDOWN);
    }

    @Test
    void anImageIsProtectedWithoutACoolDown() {
        account.amis().protect(account.id()).withoutCooldown().apply().orThrow();
        assertThat(account.now().deregistrationProtection())
                .isEqualTo(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN);
    }

    @Test
    void protectingLikeBeforeIsNothingToDo() {
        account.amis().protect(account.id()).withCooldown().apply();
        assertThat(account.amis().protect(account.id()).withCooldown().plan().isEmpty())
                .isTrue();
        assertThat(account.amis().protect(account.id()).withoutCooldown().plan().isEmpty())
                .isFalse();
    }

    @Test
    void protectionIsLifted() {
        account.amis().protect(account.id()).withoutCooldown().apply();
        account.amis().unprotect(account.image()).apply().orThrow();
        assertThat(account.now().deregistrationProtection()).isEqualTo(DeregistrationProtection.DISABLED);
        assertThat(account.amis().unprotect(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void withACoolDownItLastsAnotherDayAndThePlanSaysSo() {
        account.amis().protect(account.id()).withCooldown().apply();
        Plan plan = account.amis().unprotect(account.id()).plan();
        assertThat(plan.notes()).containsExactly("with cool-down the protection lasts 24 hours more");
        account.amis().apply(plan).orThrow();
        assertThat(account.now().deregistrationProtection().mode()).isEqualTo(Mode.COOLING_DOWN);
    }

    @Test
    void whileCoolingDownThereIsNothingToDo() {
        account.amis().protect(account.id()).withCooldown().apply();
        account.amis().unprotect(account.id()).apply();
        Plan plan = account.amis().unprotect(account.id()).plan();
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes()).singleElement().asString().contains("was lifted already and lasts until 2026-01-06T");
    }

    @Test
    void undoingPutsTheProtectionBeforeBack() {
        account.amis().protect(account.id()).withCooldown().apply();
        ChangeReport report = account.amis().unprotect(account.id()).apply();
        account.aws().time().advance(Duration.ofHours(30));
        account.amis().undo(report).orThrow();
        assertThat(account.now().deregistrationProtection()).isEqualTo(DeregistrationProtection.ENABLED_WITH_COOLDOWN);
    }
}
