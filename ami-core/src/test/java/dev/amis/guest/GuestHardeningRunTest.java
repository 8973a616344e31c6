package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hardening at work in a directory; a stand-in for {@code chroot} writes down what it was to run. */
class GuestHardeningRunTest {

    @TempDir
    private Path directory = Path.of("");

    private Machine tools = new Machine(directory);
    private Machine machine = new Machine(directory);

    @BeforeEach
    void makeTools() {
        tools = new Machine(directory.resolve("tools"));
        tools.file(
                "/chroot",
                "#!/bin/sh\nshift\nprintf '%s\\n' \"$*\" >> '" + directory.resolve("tools/log") + "'\n"
                        + "[ \"$1\" != \"$FAILING\" ] || exit \"$FAILURE\"\n");
        assertThat(tools.path("/chroot").toFile().setExecutable(true)).isTrue();
        tools.file("/log", "");
    }

    private ScriptRun run(GuestFamily family, GuestScript script, String failing, String failure, String... options) {
        machine = Machine.of(family, directory.resolve("root"))
                .file("/etc/apt/apt.conf.d/50x", "")
                .file("/etc/fail2ban/jail.d/x", "")
                .file("/etc/yum/yum-cron.conf", "[commands]\nupdate_cmd = default\napply_updates = no\n")
                .file(
                        "/etc/dnf/automatic.conf",
                        "[commands]\nupgrade_type = default\napply_updates=no\n#apply_updates\n");
        return run(machine, script, failing, failure, options);
    }

    private ScriptRun run(Machine on, GuestScript script, String failing, String failure, String... options) {
        return ScriptRun.with(
                "sh",
                on.root(),
                script,
                Map.of("PATH", tools.root() + ":" + System.getenv("PATH"), "FAILING", failing, "FAILURE", failure),
                options);
    }

    @ParameterizedTest
    @CsvSource({
        "DEBIAN, unattended-upgrade -v",
        "AMAZON_LINUX_2, yum -y update --security",
        "AMAZON_LINUX_2023, dnf -y upgrade --security --releasever=latest",
        "RED_HAT, dnf -y update --security"
    })
    void securityUpdatesAreInstalledByTheFamilysOwnMeans(GuestFamily family, String command) {
        run(family, GuestHardening.none().securityUpdates().script(), "", "").succeeded();

        assertThat(tools.text("/log")).endsWith(command + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void automaticUpdatesAreSwitchedOn(GuestFamily family) {
        run(family, GuestHardening.none().automaticUpdates().script(), "", "").succeeded();

        switch (family) {
            case DEBIAN ->
                assertThat(machine.text("/etc/apt/apt.conf.d/20auto-upgrades"))
                        .contains("APT::Periodic::Unattended-Upgrade \"1\";\n");
            case AMAZON_LINUX_2 ->
                assertThat(machine.text("/etc/yum/yum-cron.conf"))
                        .isEqualTo("[commands]\nupdate_cmd = security\napply_updates = yes\n");
            case AMAZON_LINUX_2023, RED_HAT ->
                assertThat(machine.text("/etc/dnf/automatic.conf"))
                        .isEqualTo("[commands]\nupgrade_type = security\napply_updates= yes\n#apply_updates\n");
        }
    }

    @Test
    void fail2banGuardsSsh() {
        run(GuestFamily.RED_HAT, GuestHardening.none().fail2ban().script(), "", "")
                .succeeded();

        assertThat(tools.text("/log"))
                .isEqualTo("dnf -y install epel-release\ndnf -y install fail2ban\nsystemctl enable fail2ban\n");
        assertThat(machine.text("/etc/fail2ban/jail.d/50-amis-sshd.local")).startsWith("[sshd]\nenabled = true\n");
    }

    @Test
    void fail2banComesWithWhatItReadsAndBansBy() {
        run(GuestFamily.DEBIAN, GuestHardening.none().fail2ban().script(), "", "")
                .succeeded();

        assertThat(tools.text("/log"))
                .contains(" --no-install-recommends fail2ban python3-systemd nftables iptables\n");
    }

    @Test
    void fedoraNeedsNoOtherSource() {
        machine = Machine.of(GuestFamily.RED_HAT, directory.resolve("root"))
                .file("/usr/lib/os-release", "NAME=\"Fedora Linux\"\nID=fedora\nVERSION_ID=43\n")
                .file("/etc/fail2ban/jail.d/x", "");
        GuestScript script = GuestHardening.none().fail2ban().clamAv().script();

        run(machine, script, "", "").succeeded();

        assertThat(tools.text("/log")).doesNotContain("epel").contains("dnf -y install fail2ban\n");
    }

    @Test
    void clamAvScansWhatWasNamed() {
        run(
                        GuestFamily.DEBIAN,
                        GuestHardening.none().clamAv("/srv/a b", "/home").script(),
                        "",
                        "")
                .succeeded();

        assertThat(tools.text("/log")).contains("\nfreshclam\nclamscan ").endsWith(" -- /home /srv/a b\n");
    }

    @ParameterizedTest
    @CsvSource({"1, ClamAV found what it names above", "2, ClamAV could not scan everything (exit 2)"})
    void theScansResultIsTheScripts(String exit, String message) {
        ScriptRun run = run(GuestFamily.DEBIAN, GuestHardening.none().clamAv().script(), "clamscan", exit);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(message).contains("step 'clamav' FAILED");
    }

    @Test
    void aPackageThatCannotBeInstalledIsAFailureOfItsStep() {
        ScriptRun run = run(
                GuestFamily.AMAZON_LINUX_2023,
                GuestHardening.none().fail2ban().scriptBefore(GuestCleanup.standard()),
                "dnf",
                "1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("step 'fail2ban' FAILED");
        assertThat(machine.has("/tmp/.hidden")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunRunsNothing(GuestFamily family) {
        ScriptRun run = run(family, GuestHardening.paranoid().script(), "", "", "--dry-run");

        assertThat(run.succeeded().out()).contains("would run ").contains("would run clamscan ");
        assertThat(tools.text("/log")).isEmpty();
        assertThat(machine.has("/etc/fail2ban/jail.d/50-amis-sshd.local")).isFalse();
        assertThat(machine.text("/etc/dnf/automatic.conf")).contains("upgrade_type = default");
        assertThat(machine.text("/etc/yum/yum-cron.conf")).contains("update_cmd = default");
    }

    @Test
    void runningAgainLeavesSettingsAsTheyAre() {
        GuestScript script = GuestHardening.none().automaticUpdates().fail2ban().script();
        run(GuestFamily.DEBIAN, script, "", "").succeeded();
        Map<String, String> after = machine.tree();

        ScriptRun again = ScriptRun.with(
                "bash",
                machine.root(),
                script,
                Map.of("PATH", tools.root() + ":" + System.getenv("PATH"), "FAILING", "", "FAILURE", ""));

        assertThat(again.succeeded().out()).doesNotContain("change ").doesNotContain("write ");
        assertThat(machine.tree()).isEqualTo(after);
    }
}
