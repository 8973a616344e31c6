package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuestHardeningTest {

    private static final GuestStep OWN = GuestStep.running("agent", "Agent", "We watch.", "true");

    private static List<String> ids(GuestHardening hardening) {
        return hardening.steps().stream().map(GuestStep::id).toList();
    }

    @Test
    void presetsGrowInTheOrderOfTheLibrary() {
        assertThat(ids(GuestHardening.standard())).containsExactly("security-updates", "automatic-updates");
        assertThat(ids(GuestHardening.paranoid())).isEqualTo(GuestHardening.stepIds());
        assertThat(GuestHardening.none().clamAv().fail2ban().with("security-updates"))
                .isEqualTo(GuestHardening.none().securityUpdates().fail2ban().clamAv())
                .hasSameHashCodeAs(
                        GuestHardening.none().securityUpdates().fail2ban().clamAv());
    }

    @Test
    void ownStepsComeLastAndCanBeLeftOut() {
        GuestHardening hardening = GuestHardening.paranoid().with(OWN);

        assertThat(ids(hardening)).endsWith("clamav", "agent");
        assertThat(hardening.without("agent").without("clamav").without("fail2ban"))
                .isEqualTo(GuestHardening.standard());
    }

    @Test
    void hardeningGoesBeforeCleaning() {
        assertThat(GuestHardening.standard()
                        .scriptBefore(GuestCleanup.minimal())
                        .text())
                .containsSubsequence(
                        "run security-updates step_security_updates",
                        "run automatic-updates step_automatic_updates",
                        "run cloud-init step_cloud_init");
    }

    @Test
    void aFamilyOfEitherIsThatOfBoth() {
        assertThat(GuestHardening.standard()
                        .scriptBefore(GuestCleanup.minimal().forFamily(GuestFamily.DEBIAN))
                        .text())
                .contains("EXPECTED_FAMILY='debian'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.standard()
                        .forFamily(GuestFamily.RED_HAT)
                        .scriptBefore(GuestCleanup.minimal().forFamily(GuestFamily.DEBIAN)))
                .withMessage("family of the clean-up is 'debian', but must be that of the hardening, red-hat");
    }

    @Test
    void namesOfStepsAreUniqueInBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.none()
                        .with(OWN)
                        .scriptBefore(GuestCleanup.none().with(OWN)))
                .withMessageStartingWith("step of the clean-up is 'agent'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.none().with(GuestStep.running("logs", "Logs", "Mine.", "true")))
                .withMessageStartingWith("step is 'logs'");
    }

    @Test
    void whatIsNoStepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.none().with("selinux"))
                .withMessageStartingWith("step is 'selinux', but must be one of [security-updates, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.none().without("clamav"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestHardening.none().clamAv("srv"))
                .withMessageStartingWith("path is 'srv'");
        assertThatIllegalStateException().isThrownBy(() -> GuestHardening.none().script());
    }
}
