package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that fail say so and where, and leave nothing of their own behind. */
class GuestFailureTest {

    @TempDir
    private Path root = Path.of("");

    private Machine machine = new Machine(root);

    @BeforeEach
    void makeMachine() {
        machine = Machine.of(GuestFamily.DEBIAN, root);
    }

    private static GuestStep own(String commands) {
        return GuestStep.running("own", "Own", "A test.", commands);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false\ntouch \"$BASE/after\"",
                "exit 3",
                "touch \"$UNSET_VARIABLE\"",
                "no-such-command",
                "if then",
                "echo 'unclosed",
                "fail because"
            })
    void aStepThatFailsIsNamedAndTheLastOfAll(String commands) {
        ScriptRun run =
                ScriptRun.in(root, GuestCleanup.standard().with(own(commands)).script());

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("step 'own' FAILED");
        assertThat(machine.has("/after")).isFalse();
        assertThat(machine.has("/home/ubuntu/.ssh/authorized_keys")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void aStepThatEndsItselfDoesNotEndTheScript(String shell) {
        ScriptRun.with(shell, root, GuestCleanup.standard().with(own("exit 0")).script(), Map.of())
                .succeeded();

        assertThat(machine.has("/home/ubuntu/.ssh/authorized_keys")).isFalse();
    }

    @Test
    void commandsCannotCloseTheFunctionTheyAreIn() {
        ScriptRun run = ScriptRun.in(
                root,
                GuestCleanup.none()
                        .with(own(")\ntouch \"$BASE/outside-of-step\"\n("))
                        .script(),
                "--dry-run");

        assertThat(run.succeeded().out()).contains("would run the commands of this step");
        assertThat(machine.has("/outside-of-step")).isFalse();
    }

    @Test
    void whatCannotBeRemovedIsAFailure() {
        // A stand-in for rm, since a test that runs as root could remove anything.
        Path tools = root.resolve("tools");
        machine.file("/tools/rm", "#!/bin/sh\necho 'rm: no' >&2\nexit 1\n");
        assertThat(tools.resolve("rm").toFile().setExecutable(true)).isTrue();

        ScriptRun run = ScriptRun.with(
                "bash", root, GuestCleanup.minimal().script(), Map.of("PATH", tools + ":" + System.getenv("PATH")));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("step 'cloud-init' FAILED (exit 1); later steps were not run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void zerosAreRemovedWhenTheyCannotAllBeWritten(String shell) {
        String script = GuestCleanup.none().zeroFilling(8).script().text();

        ScriptRun run = ScriptRun.run(
                List.of(shell, "-c", "ulimit -f 100; exec \"$0\" -s -- --root \"$1\"", shell, root.toString()),
                script,
                Map.of());

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("step 'zero-fill' FAILED");
        assertThat(machine.has("/.amis-zero-fill")).isFalse();
    }

    @Test
    void zerosAreRemovedWhenTheScriptIsToldToStop() {
        machine.file("/tools/sync", "#!/bin/sh\nkill -TERM \"$PPID\"\n");
        assertThat(machine.path("/tools/sync").toFile().setExecutable(true)).isTrue();

        ScriptRun run = ScriptRun.with(
                "bash",
                root,
                GuestCleanup.none().zeroFilling(1).script(),
                Map.of("PATH", machine.path("/tools") + ":" + System.getenv("PATH")));

        assertThat(run.exit()).isEqualTo(143);
        assertThat(machine.has("/.amis-zero-fill")).isFalse();
    }

    @Test
    void zerosThatAKilledRunLeftAreRemoved() {
        machine.file("/.amis-zero-fill", "0");

        ScriptRun.in(root, GuestCleanup.none().zeroFilling(1).script()).succeeded();

        assertThat(machine.has("/.amis-zero-fill")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void aRootThatIsEmptyIsRefused(String shell) {
        Map<String, String> before = machine.tree();

        ScriptRun run = ScriptRun.run(
                List.of(shell, "-c", "cd -- \"$0\" && exec \"$1\" -s -- --root ''", root.toString(), shell),
                GuestCleanup.standard().script().text(),
                Map.of());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("root is empty");
        assertThat(machine.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"--rotate, true", "--vacuum-time, false"})
    void aJournalIsRotatedWhereItCanBe(String option, boolean can) {
        machine.file("/tools/journalctl", "#!/bin/sh\necho '  " + option + "  what it does'\n");
        assertThat(machine.path("/tools/journalctl").toFile().setExecutable(true))
                .isTrue();

        // On the running system, since only that has a journal that is written to; a dry run, so that it stays as it
        // is.
        ScriptRun run = ScriptRun.run(
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs none /run && mkdir -p /run/systemd/journal && exec bash -s -- --dry-run"),
                GuestCleanup.none().with("journal").script().text(),
                Map.of("PATH", machine.path("/tools") + ":" + System.getenv("PATH")));

        assumeFalse(run.err().matches("(?s)(unshare|mount): .*"), "nothing can be mounted here: " + run.err());
        assumeFalse(run.err().contains("none of the systems known"), run.err());
        assertThat(run.succeeded().out()).contains("would run journalctl --vacuum-time=1s");
        assertThat(run.out().contains("would run journalctl --rotate")).isEqualTo(can);
    }

    @Test
    void aRootThatIsNotThereIsRefused() {
        ScriptRun run =
                ScriptRun.in(root.resolve("nowhere"), GuestCleanup.standard().script());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nowhere").contains("no directory");
    }
}
