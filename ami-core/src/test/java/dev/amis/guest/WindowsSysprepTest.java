package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsSysprepTest {

    private static List<String> ids(WindowsSysprep sysprep) {
        return sysprep.steps().stream().map(GuestStep::id).toList();
    }

    @Test
    void sysprepIsLastAndShutsDown() {
        WindowsSysprep sysprep = WindowsSysprep.standard().removingUsers("packer");

        assertThat(ids(sysprep))
                .startsWith("launch-agent", "named-users", "credentials")
                .endsWith("event-logs", "sysprep");
        assertThat(sysprep.script().text())
                .startsWith("# Generalises Windows")
                .endsWith("    Invoke-Native $launchAgent @('sysprep', '--clean', '--shutdown')\n}\n");
    }

    @Test
    void logsOfTheAgentAndTheMachineItselfCanBeKept() {
        assertThat(WindowsSysprep.minimal()
                        .keepingLaunchAgentLogs()
                        .withoutShutdown()
                        .script()
                        .text())
                .contains("Invoke-Native $launchAgent @('sysprep')\n");
    }

    @Test
    void theOrderOfTellingDoesNotMatter() {
        WindowsSysprep one = WindowsSysprep.minimal()
                .removingTemporaryFiles()
                .removingUsers("b", "a")
                .clearingEventLogs()
                .removingFiles("C:\\App\\b", "C:\\App\\a");
        WindowsSysprep other = WindowsSysprep.minimal()
                .removingFiles("C:\\App\\a")
                .clearingEventLogs()
                .removingFiles("C:\\App\\b")
                .removingUsers("a", "b")
                .removingTemporaryFiles();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.script()).isEqualTo(other.script());
    }

    @Test
    void stepsAreLeftOutByTheirNamesButForSysprep() {
        assertThat(ids(WindowsSysprep.standard().without("event-logs").without("launch-agent")))
                .doesNotContain("event-logs", "launch-agent");
        assertThat(WindowsSysprep.minimal()
                        .removingUsers("x")
                        .removingFiles("C:\\x")
                        .without("named-users")
                        .without("chosen-files"))
                .isEqualTo(WindowsSysprep.minimal());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowsSysprep.minimal().without("sysprep"))
                .withMessage("step is 'sysprep', but must be one of [launch-agent]");
    }

    @Test
    void ownCommandsAreQuotedAndRunBeforeTracesGo() {
        WindowsSysprep sysprep =
                WindowsSysprep.standard().running("agent", "Agent", "We watch.", "Write-Output 'it''s }' }\nexit 0");

        assertThat(ids(sysprep)).containsSubsequence("credentials", "agent", "histories");
        assertThat(sysprep.script().text()).contains("Invoke-Own 'Write-Output ''it''''s }'' }\nexit 0'\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sysprep.running("agent", "Agent", "We watch.", "1"))
                .withMessageStartingWith("step is 'agent'");
    }

    @Test
    void ownCommandsEndOnlyThemselvesAndTheirCodeIsLookedAt() {
        String script = WindowsSysprep.minimal()
                .running("agent", "Agent", "We watch.", "exit 0")
                .script()
                .text();

        assertThat(script)
                .contains("Invoke-Own 'exit 0'\n")
                .containsSubsequence(
                        "function Invoke-Own(", "& $file\n", "if ($LASTEXITCODE -ne 0) {", "} finally {", "Remove-Item")
                .doesNotContain("[scriptblock]::Create");
    }

    @Test
    void whatTheAgentOfSystemsManagerPutsAfterAScriptIsLetAndNothingElse() {
        assertThat(WindowsSysprep.minimal().script().text())
                .containsSubsequence(
                        "[CmdletBinding()]",
                        "[Parameter(ValueFromRemainingArguments = $true)]",
                        "-notin '', '; exit $LASTEXITCODE') {",
                        "exit 2",
                        "Invoke-Step 'launch-agent'");
    }

    @Test
    void theSystemAccountHasAHomeTooAndProfilesAreKnownByTheirOwners() {
        String script =
                WindowsSysprep.standard().removingUsers("packer").script().text();

        assertThat(script)
                .contains("System32\\config\\systemprofile", "$_.SID -eq $account.SID.Value")
                .contains("'ssh_host_*'", "administrators_authorized_keys", "'AppData\\Roaming\\gcloud'");
        assertThat(script.lines().filter(line -> line.contains("in Get-ProfileDirectory)")))
                .hasSize(3);
    }

    @Test
    void theScriptIsAsciiAndItsBracketsMatch() {
        String script = WindowsSysprep.standard()
                .removingUsers("packer")
                .removingFiles("C:\\App\\a file")
                .dryRunScript()
                .text();

        assertThat(script.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
        for (String pair : List.of("{}", "()", "[]")) {
            assertThat(script.chars().filter(c -> c == pair.charAt(0)).count())
                    .isEqualTo(script.chars().filter(c -> c == pair.charAt(1)).count());
        }
        assertThat(script).doesNotContainPattern("@[A-Z]+@").contains("[switch] $DryRun = $true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb",
                "it's",
                "a’b",
                "a\"b",
                "a/b",
                "a\\b",
                "Administrator",
                "GUEST",
                "ends.",
                " a",
                "a;b",
                "$x",
                "ü",
                "abcdefghijklmnopqrstu"
            })
    void userNamesThatCouldMeanMoreAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowsSysprep.minimal().removingUsers(name))
                .withMessageStartingWith("user name is '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "App\\x",
                "\\App",
                "C:",
                "C:\\",
                "C:App",
                "C:\\App\\..\\Windows",
                "C:\\App\\",
                "C:\\App\\x.",
                "C:\\App\\x ",
                "C:\\App\\it's",
                "C:\\App\\‘x’",
                "C:\\App\\*",
                "C:\\a\nb",
                "\\\\server\\share",
                "C:/App",
                "C:\\WINDOWS",
                "C:\\Windows\\System32\\x",
                "c:\\users"
            })
    void pathsThatCouldMeanMoreAreRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowsSysprep.minimal().removingFiles(path))
                .withMessageStartingWith("path is '");
    }

    @Test
    void commandsAreAscii() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowsSysprep.minimal().running("x", "X", "Why.", "echo ‘x’"))
                .withMessageStartingWith("commands of step x")
                .withMessageEndingWith("but must be ASCII");
    }
}
