package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestCleanupTest {

    private static final GuestStep OWN =
            GuestStep.removing("app-token", "Token of the app", "It is secret.", "/opt/app/token");

    private static List<String> ids(GuestCleanup cleanup) {
        return cleanup.steps().stream().map(GuestStep::id).toList();
    }

    @Test
    void presetsGrow() {
        assertThat(ids(GuestCleanup.standard())).containsAll(ids(GuestCleanup.minimal()));
        assertThat(ids(GuestCleanup.paranoid()))
                .containsAll(ids(GuestCleanup.standard()))
                .hasSize(GuestCleanup.stepIds().size() - 2);
    }

    @Test
    void theOrderOfTellingDoesNotMatter() {
        GuestCleanup one = GuestCleanup.none()
                .removingUsers("b", "a")
                .with("logs")
                .removingFiles("/opt/b", "/opt/a")
                .with("machine-ids");
        GuestCleanup other = GuestCleanup.none()
                .with("machine-ids")
                .removingFiles("/opt/a")
                .with("logs")
                .removingFiles("/opt/b")
                .removingUsers("a", "b", "a");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.script()).isEqualTo(other.script());
        assertThat(one.script().sha256()).isEqualTo(other.script().sha256());
    }

    @Test
    void ownStepsRunBeforeTracesGoAndKeysGoLast() {
        assertThat(ids(GuestCleanup.standard().with(OWN)))
                .containsSubsequence("ssh-host-keys", "app-token", "logs", "shell-histories", "authorized-keys")
                .endsWith("authorized-keys");
    }

    @Test
    void aStepIsLeftOutByItsName() {
        assertThat(ids(GuestCleanup.standard().with(OWN).without("logs").without("app-token")))
                .doesNotContain("logs", "app-token")
                .contains("journal");
    }

    @Test
    void whatIsLeftOutIsForgotten() {
        GuestCleanup cleanup =
                GuestCleanup.none().with("logs").removingUsers("packer").removingFiles("/opt/x");

        assertThat(cleanup.without("named-users").without("chosen-files"))
                .isEqualTo(GuestCleanup.none().with("logs"));
    }

    @Test
    void everyStepSaysWhyAndStandsInTheScript() {
        GuestCleanup cleanup = GuestCleanup.paranoid()
                .removingUsers("packer")
                .removingFiles("/opt/x")
                .with(OWN);
        String script = cleanup.script().text();

        assertThat(cleanup.steps()).allSatisfy(step -> {
            assertThat(script).contains("# Why: " + step.why()).contains(step.commands());
            assertThat(step.touches()).allSatisfy(path -> assertThat(script).contains("# Touches: " + path));
        });
    }

    @Test
    void aStepThatIsNotThereCannotBeLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.minimal().without("logs"))
                .withMessageStartingWith("step is 'logs', but must be one of [cloud-init, machine-ids, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "named-users", "chosen-files", ""})
    void aStepThatIsNoneCannotBeAdded(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().with(id))
                .withMessageStartingWith("step is '" + id + "', but must be ");
    }

    @Test
    void namesOfStepsAreUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().with(OWN).with(OWN))
                .withMessageStartingWith("step is 'app-token'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().with(GuestStep.running("logs", "Logs", "Mine.", "true")))
                .withMessageStartingWith("step is 'logs'");
    }

    @Test
    void noStepsAreNoScript() {
        assertThatIllegalStateException().isThrownBy(() -> GuestCleanup.none().script());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\nb",
                "a'b",
                "a\"b",
                "-rf",
                "../a",
                "a/b",
                "root",
                "$(id)",
                "a;b",
                "1a",
                "ü",
                "a:b",
                "a\u0000",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void userNamesThatCouldMeanMoreAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().removingUsers("packer", name))
                .withMessageStartingWith("user name is '")
                .withMessageContaining("but must be of 1 to 32 letters")
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "relative",
                "~/x",
                "/opt/../etc",
                "/opt/./x",
                "/opt//x",
                "/opt/x/",
                "/opt/x\ny",
                "/opt/it's",
                "/opt/\"x\"",
                "/opt/x\\y",
                "/opt/\u0007"
            })
    void pathsThatCouldMeanMoreAreRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().removingFiles(path))
                .withMessageStartingWith("path is '")
                .withMessageContaining("but must be an absolute path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().scanningForSecrets(path));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.removing("x", "x", "x", path))
                .withMessageStartingWith("path is '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "/usr", "/home", "/proc/1", "/etc/passwd"})
    void whatASystemCannotBeWithoutIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().removingFiles(path))
                .withMessage("path is '" + path + "', but must not be one that a system cannot be without");
    }

    @Test
    void theRootItselfIsNoPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().removingFiles("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a_b", "a--b", "-a", "a\nb", "a b", "a/b", "a'b", "ends-"})
    void idsOfStepsThatAreNoIdsAreRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.running(id, "Title", "Why.", "true"))
                .withMessageStartingWith("id of a step is '");
    }

    @Test
    void textsOfStepsAreLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.running("x", "a\nrm -rf /", "Why.", "true"))
                .withMessageStartingWith("title of step x is 'a\\u000arm -rf /'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.removing("x", "Title", " ", "/opt/x"))
                .withMessageStartingWith("reason of step x is ' '");
    }

    @Test
    void commandsAreText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.running("x", "Title", "Why.", "echo\r\n"))
                .withMessageStartingWith("commands of step x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestStep.removing("x", "Title", "Why."))
                .withMessage("paths of step x are none, but must be at least one");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_048_577})
    void zerosAreBounded(int mebibytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuestCleanup.none().zeroFilling(mebibytes))
                .withMessage("limit of the zero-fill in MiB is " + mebibytes + ", but must be from 1 to 1048576");
    }
}
