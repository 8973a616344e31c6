package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that lead out of the root, and names that look like something else. */
class GuestTrapTest {

    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");
    private Path outside = Path.of("");
    private Machine machine = new Machine(root);
    private Map<String, String> before = Map.of();

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(directory.resolve("root"));
        outside = Files.createDirectory(directory.resolve("outside"));
        Machine.of(GuestFamily.DEBIAN, outside);
        machine = Machine.of(GuestFamily.DEBIAN, root);
        before = Machine.tree(outside);
    }

    private ScriptRun clean() {
        return ScriptRun.in(
                        root, GuestCleanup.standard().removingUsers("packer").script())
                .succeeded();
    }

    @Test
    void linksInTemporaryDirectoriesAreRemovedAndNotFollowed() {
        machine.link("/tmp/out", outside.toString())
                .link("/tmp/build/out", outside + "/home")
                .link("/tmp/systemd-private-2-x", outside + "/tmp/systemd-private-1-chronyd")
                .link("/var/tmp/up", "../../../outside");

        clean();

        assertThat(Machine.tree(outside)).isEqualTo(before);
        assertThat(machine.has("/tmp/out")).isFalse();
        assertThat(machine.has("/var/tmp/up")).isFalse();
    }

    @Test
    void homesThatLeadOutAreLeftAloneAndNamed() throws IOException {
        machine.link("/home/guest", outside + "/home/ubuntu");

        ScriptRun run = clean();

        assertThat(Machine.tree(outside)).isEqualTo(before);
        assertThat(run.err()).contains("leads out of the root");
    }

    @Test
    void homesOfAccountsCannotClimbOut() {
        machine.file(
                "/etc/passwd",
                machine.text("/etc/passwd")
                        + "climber:x:1003:1003::/home/../../outside/home/ubuntu:/bin/sh\n"
                        + "packer:x:1004:1004::/home/../../outside/home/packer:/bin/sh\n");

        clean();

        assertThat(Machine.tree(outside)).isEqualTo(before);
    }

    @Test
    void directoriesOfTheSystemThatLeadOutAreLeftAlone() throws IOException {
        for (String moved : new String[] {"/var/log", "/var/lib", "/var/cache", "/tmp", "/etc/ssh", "/etc/netplan"}) {
            remove(machine.path(moved));
            machine.link(moved, outside + moved);
        }

        clean();

        assertThat(Machine.tree(outside)).isEqualTo(before);
    }

    @Test
    void authorizedKeysThatAreALinkAreRemovedAndTheirTargetIsNamed() throws IOException {
        Files.delete(machine.path("/home/ubuntu/.ssh/authorized_keys"));
        machine.link("/home/ubuntu/.ssh/authorized_keys", outside + "/root/.ssh/authorized_keys");

        ScriptRun run = clean();

        assertThat(machine.has("/home/ubuntu/.ssh/authorized_keys")).isFalse();
        assertThat(Machine.tree(outside)).isEqualTo(before);
        assertThat(run.err()).contains("/home/ubuntu/.ssh/authorized_keys is a link");
    }

    @Test
    void logsThatAreLinksOrHaveOtherNamesOutsideDoNotEmptyThose() throws IOException {
        machine.link("/var/log/linked.log", outside + "/var/log/syslog");
        Files.createLink(machine.path("/var/log/hard.log"), outside.resolve("var/log/audit/audit.log"));

        clean();

        assertThat(Machine.tree(outside)).isEqualTo(before);
        assertThat(machine.has("/var/log/hard.log")).isFalse();
    }

    @Test
    void accountsInAFileThatIsALinkAreNotChanged() throws IOException {
        Files.delete(machine.path("/etc/shadow"));
        machine.link("/etc/shadow", outside + "/etc/shadow");

        ScriptRun run =
                ScriptRun.in(root, GuestCleanup.none().lockingRootPassword().script());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("/etc/shadow is a link").contains("step 'root-password' FAILED");
        assertThat(Machine.tree(outside)).isEqualTo(before);
    }

    @Test
    void zerosAreNotWrittenThroughALink() {
        machine.link("/.amis-zero-fill", outside + "/etc/passwd");

        ScriptRun run = ScriptRun.in(root, GuestCleanup.none().zeroFilling(1).script());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(Machine.tree(outside)).isEqualTo(before);
    }

    @Test
    void oddNamesAreRemovedAndPrintedOnOneLine() {
        for (String name : new String[] {" ", "-n", "--help", "*", "$(touch hacked)", "`id`", "a\tb", "x\ny", "..x"}) {
            machine.file("/tmp/" + name, "x").file("/home/" + name + "/.bash_history", "x");
        }

        ScriptRun run = clean();

        assertThat(machine.path("/tmp").toFile().list()).containsExactly("systemd-private-1-chronyd");
        assertThat(machine.tree())
                .doesNotContainKey("home/-n/.bash_history")
                .doesNotContainKey("home/x\ny/.bash_history");
        assertThat(run.out()).contains("remove /tmp/x?y\n").contains("remove /tmp/$(touch hacked)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/a mount", "/tmp/build/deep/a mount"})
    void whatIsMountedInADirectoryIsNotEmptied(String mount) throws IOException {
        Files.createDirectories(machine.path(mount));

        ScriptRun run = ScriptRun.run(
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-c",
                        "mount --bind \"$0\" \"$1\" && exec bash -s -- --root \"$2\"",
                        outside.toString(),
                        machine.path(mount).toString(),
                        root.toString()),
                GuestCleanup.standard().script().text(),
                Map.of());

        assumeFalse(run.err().matches("(?s)(unshare|mount): .*"), "nothing can be mounted here: " + run.err());
        assertThat(Machine.tree(outside)).isEqualTo(before);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("unmount that first").contains("step 'temporary-files' FAILED");
    }

    @Test
    void aRootThatIsALinkIsTheDirectoryItLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root);

        ScriptRun.in(link, GuestCleanup.standard().script()).succeeded();

        assertThat(machine.has("/tmp/.hidden")).isFalse();
        assertThat(Machine.tree(outside)).isEqualTo(before);
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    remove(entry);
                }
            }
        }
        Files.delete(path);
    }
}
