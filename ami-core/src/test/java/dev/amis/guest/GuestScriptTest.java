package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.guest.GuestScript.Language;
import org.junit.jupiter.api.Test;

class GuestScriptTest {

    @Test
    void aFingerprintIsThatOfTheBytes() {
        assertThat(new GuestScript(Language.POWERSHELL, "Write-Output 'ü'\n").sha256())
                .isEqualTo("826ab4a1c2b34c898177ec9d5e5360f3e10928e9a54c0413be1457d8b8bb64e9");
    }

    @Test
    void linesAreWhatSystemsManagerTakes() {
        GuestScript script = GuestCleanup.minimal().script();

        assertThat(script.lines()).startsWith("#!/bin/bash");
        assertThat(String.join("\n", script.lines()) + "\n").isEqualTo(script.text());
        assertThat(script.language().ssmDocument()).isEqualTo("AWS-RunShellScript");
        assertThat(WindowsSysprep.minimal().script().language().ssmDocument()).isEqualTo("AWS-RunPowerShellScript");
    }

    @Test
    void aScriptFitsIntoACommandOfSystemsManager() {
        // Systems Manager takes documents and their parameters of up to 64 KB.
        assertThat(GuestHardening.paranoid()
                        .scriptBefore(GuestCleanup.paranoid())
                        .text()
                        .length())
                .isLessThan(48_000);
    }

    @Test
    void onePrintedLineTellsWhichItIs() {
        GuestScript script = GuestCleanup.minimal().script();

        assertThat(script.toString())
                .startsWith("SHELL script of ")
                .endsWith(script.sha256())
                .hasLineCount(1);
    }

    @Test
    void aShellScriptBeginsWithItsShebang() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GuestScript(Language.SHELL, "true\n"))
                .withMessage("text of a script begins with 'true', but must begin with #!/bin/bash");
        assertThatIllegalArgumentException().isThrownBy(() -> new GuestScript(Language.POWERSHELL, "exit\r\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> new GuestScript(Language.POWERSHELL, " "));
    }
}
