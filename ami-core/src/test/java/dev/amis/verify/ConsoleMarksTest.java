package dev.amis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.StateReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ 1.0] Kernel panic - not syncing: Attempted to kill init!|the kernel panicked",
                "VFS: Cannot open root device \"xvda1\"|the kernel found no root device",
                "ALERT!  /dev/xvda1 does not exist.  Dropping to a shell!|the kernel found no root device",
                "You are in emergency mode. After logging in|the system went into emergency mode",
                "No bootable device.|the firmware found nothing to boot",
                "write error: No space left on device|a file system is full",
                "[FAILED] Failed to start nginx.service|a unit failed to start",
                "cloud-init[900]: 2026-01-01 util.py[WARNING]: Failed to run module scripts-user|cloud-init failed",
                "cloud-init[900]: Cloud-init v. 22.2 running 'modules:config'|cloud-init began and did not finish"
            })
    void whatTheConsoleTells(String console, String expected) {
        assertThat(ConsoleMarks.explain(console)).extracting(Finding::what).containsExactly(expected);
    }

    @Test
    void aQuietConsoleTellsNothing() {
        assertThat(ConsoleMarks.explain("cloud-init[9]: Cloud-init v. 22.2.2 finished\nlogin:"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Client.InternalError, a volume could not be decrypted (Client.InternalError)",
        "Server.InsufficientInstanceCapacity, EC2 has no such machine free",
        "Client.VolumeLimitExceeded, the account has no room for the volumes",
        "Client.Strange, EC2 ended the instance (Client.Strange)"
    })
    void whatTheStateReasonTells(String code, String expected) {
        assertThat(StateReasons.explain(new StateReason(code, "something")))
                .extracting(Finding::what)
                .containsExactly(expected);
    }
}
