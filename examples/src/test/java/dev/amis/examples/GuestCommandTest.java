package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts for guests as somebody would print them. */
class GuestCommandTest {

    @Test
    void theStandardCleanUpIsPrintedUnlessSomethingElseIsAskedFor() {
        Terminal shown = Terminal.run("guest");

        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .startsWith("#!/bin/bash\n")
                .contains("run logs step_logs")
                .doesNotContain("clamscan");
    }

    @Test
    void hardeningGoesBeforeAndStepsCanBeLeftOut() {
        Terminal shown = Terminal.run(
                "guest",
                "--preset",
                "paranoid",
                "--hardening",
                "clamav,security-updates",
                "--without",
                "zero-fill,logs",
                "--user",
                "packer",
                "--file",
                "/opt/a b",
                "--family",
                "debian");

        assertThat(shown.out())
                .contains("EXPECTED_FAMILY='debian'", "set -- 'packer'", "set -- '/opt/a b'")
                .containsSubsequence("run security-updates", "run clamav", "run named-users", "run authorized-keys")
                .doesNotContain("run logs", "run zero-fill");
    }

    @Test
    void stepsAreListedWithTheirReasons() {
        Terminal shown = Terminal.run("guest", "--preset", "minimal", "--steps");

        assertThat(shown.out())
                .contains("ssh-host-keys      SSH host keys. Whoever has the image")
                .hasLineCount(7);
    }

    @Test
    void windowsHasAScriptOfItsOwn() {
        assertThat(Terminal.run("guest", "--windows", "--user", "packer", "--dry-run")
                        .out())
                .contains(
                        "#Requires -Version 5.1",
                        "$DryRun = $true",
                        "@('packer')",
                        "@('sysprep', '--clean', '--shutdown')");
        assertThat(Terminal.run("guest", "--windows", "--preset", "minimal", "--steps")
                        .out())
                .hasLineCount(2);
    }

    @Test
    void aDryRunIsBuiltIn() {
        assertThat(Terminal.run("guest", "--dry-run").out()).contains("\nDRY_RUN=yes\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--preset, none, 2, '--preset none without'",
        "--preset, mild, 2, 'Invalid value for option'",
        "--family, gentoo, 2, '--family is ''gentoo'''",
        "--user, 'a;b', 1, 'user name is ''a;b'''",
        "--file, ../x, 1, 'path is ''../x'''",
        "--without, zero-fill, 1, 'step is ''zero-fill'''",
        "--hardening, selinux, 1, 'step is ''selinux'''"
    })
    void whatCannotBeMeantIsOneLine(String option, String value, int exit, String message) {
        Terminal refused = Terminal.run("guest", option, value);

        assertThat(refused.exit()).isEqualTo(exit);
        assertThat(refused.err()).startsWith(message).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void whatIsForLinuxIsNotForWindows() {
        Terminal refused = Terminal.run("guest", "--windows", "--hardening", "clamav");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("are for Linux").hasLineCount(1);
    }
}
