package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts at work on systems in a directory. */
class GuestCleanupRunTest {

    private static final GuestCleanup EVERYTHING = GuestCleanup.paranoid()
            .zeroFilling(1)
            .removingUsers("packer")
            .removingFiles("/opt/app/token")
            .with(GuestStep.running("greeting", "Greeting", "It is polite.", "echo hello > \"$BASE/etc/motd\""));

    private static final Set<String> LEFT = Set.of(
            "/etc/group",
            "/etc/gshadow",
            "/etc/machine-id",
            "/etc/motd",
            "/etc/os-release",
            "/etc/passwd",
            "/etc/shadow",
            "/etc/ssh/sshd_config",
            "/home/left behind/.bashrc",
            "/home/left behind/.ssh/config",
            "/home/left behind/work/notes",
            "/home/ubuntu/.bashrc",
            "/home/ubuntu/.ssh/config",
            "/home/ubuntu/work/notes",
            "/opt/app/bin/app",
            "/root/.bashrc",
            "/root/.ssh/config",
            "/root/work/notes",
            "/usr/bin/cloud-init",
            "/usr/bin/program",
            "/usr/lib/os-release",
            "/var/lib/cloud/scripts/per-boot/mount-scratch.sh",
            "/var/lib/cloud/seed/nocloud/meta-data",
            "/var/lib/dbus/machine-id",
            "/var/lib/jenkins/.bashrc",
            "/var/lib/jenkins/.ssh/config",
            "/var/lib/jenkins/work/notes",
            "/var/log/audit/audit.log",
            "/var/log/syslog");

    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(directory.resolve("a root"));
    }

    @ParameterizedTest
    @EnumSource
    void whatMustNotBeInAnImageIsGoneAndAllElseIsLeft(GuestFamily family) {
        Machine machine = Machine.of(family, root);

        ScriptRun.in(root, EVERYTHING.script()).succeeded();

        assertThat(machine.files(Machine.program(family), "program")).isEqualTo(LEFT);
    }

    @Test
    void anotherShellDoesTheSame() {
        Machine machine = Machine.of(GuestFamily.AMAZON_LINUX_2023, root);

        ScriptRun.with("sh", root, EVERYTHING.script(), Map.of()).succeeded();

        assertThat(machine.files("dnf", "program")).isEqualTo(LEFT);
    }

    @Test
    void dryRunChangesNothing() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        Map<String, String> before = machine.tree();

        ScriptRun.in(root, EVERYTHING.script(), "--dry-run").succeeded();
        ScriptRun.in(root, EVERYTHING.dryRunScript()).succeeded();

        assertThat(machine.tree()).isEqualTo(before);
    }

    @Test
    void aScriptThatOnlyListsCannotBeToldToDoMore() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        Map<String, String> before = machine.tree();

        ScriptRun.with("bash", root, EVERYTHING.dryRunScript(), Map.of("AMIS_DRY_RUN", "no"))
                .succeeded();

        assertThat(machine.tree()).isEqualTo(before);
    }

    @Test
    void aDryRunThatCannotSeeEverythingSaysSo() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root).file("/usr/tools/id", "#!/bin/sh\necho 1000\n");
        assertThat(machine.path("/usr/tools/id").toFile().setExecutable(true)).isTrue();
        Map<String, String> path = Map.of("PATH", machine.path("/usr/tools") + ":" + System.getenv("PATH"));

        assertThat(ScriptRun.with("bash", root, EVERYTHING.dryRunScript(), path).err())
                .contains("not run as root");
    }

    @Test
    void dryRunListsWhateverARunTakesAway() {
        Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun dry = ScriptRun.in(root, EVERYTHING.script(), "--dry-run").succeeded();
        ScriptRun real = ScriptRun.in(root, EVERYTHING.script()).succeeded();

        assertThat(real.out().lines()).anyMatch(line -> line.startsWith("remove "));
        assertThat(dry.out().replaceAll("(?m)^would ", "").lines().toList())
                .containsAll(real.out().lines().toList());
    }

    @Test
    void runningAgainChangesNothing() {
        Machine machine = Machine.of(GuestFamily.RED_HAT, root);
        ScriptRun.in(root, EVERYTHING.script()).succeeded();
        Map<String, String> after = machine.tree();

        ScriptRun again = ScriptRun.in(root, EVERYTHING.script()).succeeded();

        assertThat(again.out().lines()).allMatch(line -> line.startsWith("--- "));
        assertThat(machine.tree()).isEqualTo(after);
    }

    @Test
    void logsAndIdsAreEmptiedWhereFilesMustStay() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun.in(root, GuestCleanup.standard().script()).succeeded();

        assertThat(List.of("/var/log/syslog", "/var/log/audit/audit.log", "/etc/machine-id"))
                .allSatisfy(file -> assertThat(machine.text(file)).isEmpty());
        assertThat(machine.text("/var/lib/dbus/machine-id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.m2/settings.xml",
                "/.gnupg/private-keys-v1.d/key",
                "/.mylogin.cnf",
                "/.config/composer/auth.json",
                "/.config/rclone/rclone.conf",
                "/.ssh/deploy key",
                "/.ssh/work.ppk",
                "/.histfile",
                "/.gdb_history",
                "/.ipython/profile_default/history.sqlite"
            })
    void whatHomesHideIsGone(String file) {
        Machine machine = Machine.of(GuestFamily.AMAZON_LINUX_2023, root);
        String text = file.endsWith("ppk") ? "PuTTY-User-Key-File-3: x" : "-----BEGIN OPENSSH " + "PRIVATE KEY-----";
        machine.file("/root" + file, text).file("/var/lib/jenkins" + file, text);

        ScriptRun.in(root, GuestCleanup.standard().script()).succeeded();

        assertThat(machine.has("/root" + file)).isFalse();
        assertThat(machine.has("/var/lib/jenkins" + file)).isFalse();
        assertThat(machine.has("/root/.ssh/config")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/ssh/authorized_keys",
                "/etc/ssh/authorized_keys.d/ubuntu",
                "/var/lib/apport/coredump/core",
                "/var/spool/abrt/ccpp-1/coredump",
                "/tmp/systemd-private-of-nobody"
            })
    void whatTheSystemHidesIsGone(String file) {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root).file(file, "x");

        ScriptRun.in(root, GuestCleanup.standard().script()).succeeded();

        assertThat(machine.has(file)).isFalse();
    }

    @Test
    void whereARootIsChangesNothing() throws IOException {
        Path deep = Files.createDirectories(root.resolve("tmp/systemd-private-1/tmp/scripts/per-image"));
        Machine machine = Machine.of(GuestFamily.AMAZON_LINUX_2, deep);

        ScriptRun.in(deep, EVERYTHING.script()).succeeded();

        assertThat(machine.files("yum", "program")).isEqualTo(LEFT);
    }

    @Test
    void hostKeysThatNothingWouldMakeAgainAreSpokenOf() {
        Machine.of(GuestFamily.DEBIAN, root).file("/etc/cloud/cloud-init.disabled", "");

        assertThat(ScriptRun.in(root, GuestCleanup.minimal().script())
                        .succeeded()
                        .err())
                .contains("neither cloud-init nor sshd-keygen");
    }

    @Test
    void aNamedUserIsGoneFromEveryFileAndOthersStay() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun.in(
                        root,
                        GuestCleanup.none()
                                .removingUsers("packer", "nobody-here")
                                .script())
                .succeeded();

        assertThat(machine.text("/etc/passwd")).doesNotContain("packer").contains("ubuntu:x:1000:");
        assertThat(machine.text("/etc/shadow")).doesNotContain("packer").contains("ubuntu:!:");
        assertThat(machine.text("/etc/group")).isEqualTo("root:x:0:\nwheel:x:10:ubuntu\nubuntu:x:1000:\n");
        assertThat(machine.text("/etc/gshadow")).isEqualTo("root:*::\nwheel:!::ubuntu\nubuntu:!::\n");
        assertThat(machine.has("/home/packer")).isFalse();
    }

    @Test
    void aHomeThatOthersHaveTooStays() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        machine.file("/etc/passwd", machine.text("/etc/passwd") + "build:x:1002:1002::/home/packer:/bin/sh\n");

        ScriptRun.in(root, GuestCleanup.none().removingUsers("packer").script()).succeeded();

        assertThat(machine.has("/home/packer/work/notes")).isTrue();
    }

    @Test
    void aHomeThatOthersLiveBelowStays() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root).file("/home/packer/agent/notes", "to keep\n");
        machine.file("/etc/passwd", machine.text("/etc/passwd") + "agent:x:1002:1002::/home/packer/agent:/bin/sh\n");

        ScriptRun.in(root, GuestCleanup.none().removingUsers("packer").script()).succeeded();
        assertThat(machine.has("/home/packer/agent/notes")).isTrue();
    }

    @Test
    void usersOfOneHomeGoTogether() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        machine.file("/etc/passwd", machine.text("/etc/passwd") + "zagent:x:1002:1001::/home/packer/agent:/bin/sh\n");

        ScriptRun.in(root, GuestCleanup.none().removingUsers("packer", "zagent").script())
                .succeeded();

        assertThat(machine.has("/home/packer")).isFalse();
        assertThat(machine.text("/etc/group")).doesNotContain("packer");
    }

    @Test
    void aGroupThatIsSomebodyElsesFirstStays() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        machine.file("/etc/passwd", machine.text("/etc/passwd") + "worker:x:1002:1001::/srv/worker:/bin/sh\n");

        ScriptRun.in(root, GuestCleanup.none().removingUsers("packer").script()).succeeded();

        assertThat(machine.text("/etc/group")).contains("packer:x:1001:\n").contains("wheel:x:10:ubuntu\n");
        assertThat(machine.text("/etc/gshadow")).contains("packer:!::\n");
    }

    @Test
    void copiesOfTheAccountsForgetUsersAndPasswordsToo() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root).file("/etc/subuid", "packer:100000:65536\n");
        for (String copy : List.of("/etc/shadow-", "/var/backups/shadow.bak")) {
            machine.file(copy, machine.text("/etc/shadow"));
        }
        machine.file("/etc/passwd-", machine.text("/etc/passwd"));

        ScriptRun.in(
                        root,
                        GuestCleanup.none()
                                .lockingRootPassword()
                                .removingUsers("packer")
                                .script())
                .succeeded();

        assertThat(List.of("/etc/shadow", "/etc/shadow-", "/var/backups/shadow.bak"))
                .allSatisfy(file ->
                        assertThat(machine.text(file)).startsWith("root:*:").doesNotContain(Machine.HASH));
        assertThat(machine.text("/etc/passwd-"))
                .isEqualTo(machine.text("/etc/passwd"))
                .doesNotContain("packer");
        assertThat(machine.text("/etc/subuid")).isEmpty();
    }

    @Test
    void theHomeOfAUserThatIsGoneIsStillAHome() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun run = ScriptRun.in(
                        root, GuestCleanup.standard().removingUsers("jenkins").script())
                .succeeded();

        assertThat(run.err()).contains("home /var/lib/jenkins of jenkins is not below /home, and stays");
        assertThat(machine.has("/var/lib/jenkins/work/notes")).isTrue();
        assertThat(List.of("/.ssh/authorized_keys", "/.ssh/id_ed25519", "/.aws", "/.git-credentials"))
                .noneMatch(left -> machine.has("/var/lib/jenkins" + left));
    }

    @Test
    void rootsPasswordIsLockedAndItsHashIsGone() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun.in(root, GuestCleanup.none().lockingRootPassword().script()).succeeded();

        assertThat(machine.text("/etc/shadow")).startsWith("root:*:19000:").contains("packer:" + Machine.HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/cloud/cloud.cfg.d/99-off.cfg, network: {config: disabled}",
        "/etc/cloud/cloud.cfg.d/99-off.cfg, 'network: {config: \"disabled\"}'",
        "/etc/cloud/cloud-init.disabled, ''"
    })
    void aNetworkThatCloudInitWouldNotWriteAgainStays(String file, String text) {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root).file(file, text + "\n");

        ScriptRun run = ScriptRun.in(root, GuestCleanup.minimal().script()).succeeded();

        assertThat(machine.has("/etc/netplan/50-cloud-init.yaml")).isTrue();
        assertThat(run.err()).contains("network files stay");
    }

    @Test
    void aSystemThatIsNotKnownIsLeftAlone() {
        Machine machine =
                new Machine(root).file("/usr/lib/os-release", "ID=alpine\n").file("/tmp/x", "x");

        ScriptRun run = ScriptRun.in(root, GuestCleanup.standard().script());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("'alpine'").contains("nothing was changed");
        assertThat(machine.has("/tmp/x")).isTrue();
    }

    @Test
    void aScriptForAnotherFamilyRefuses() {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        Map<String, String> before = machine.tree();

        ScriptRun run = ScriptRun.in(
                root, GuestCleanup.standard().forFamily(GuestFamily.RED_HAT).script());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is for red-hat, but this is debian");
        assertThat(machine.tree()).isEqualTo(before);
    }

    @Test
    void aFamilyThatIsToldIsTakenWhereNothingElseTells() {
        Machine machine =
                new Machine(root).file("/usr/lib/os-release", "ID=mine\n").file("/tmp/x", "x");

        ScriptRun.in(root, GuestCleanup.standard().forFamily(GuestFamily.DEBIAN).script())
                .succeeded();

        assertThat(machine.has("/tmp/x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--root", "--force", "extra"})
    void whatCannotBeMeantIsRefused(String option) {
        Machine machine = Machine.of(GuestFamily.DEBIAN, root);
        Map<String, String> before = machine.tree();

        ScriptRun run = ScriptRun.in(root, GuestCleanup.standard().script(), option);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("usage: ");
        assertThat(machine.tree()).isEqualTo(before);
    }

    @Test
    void stepsAreRunInTheirOrder() {
        Machine.of(GuestFamily.DEBIAN, root);

        ScriptRun run = ScriptRun.in(root, EVERYTHING.script()).succeeded();

        assertThat(run.out()
                        .lines()
                        .filter(line -> line.startsWith("--- "))
                        .map(line -> line.substring(4))
                        .toList())
                .isEqualTo(EVERYTHING.steps().stream().map(GuestStep::id).collect(Collectors.toList()));
    }
}
