package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up secrets are found where they are, and are not told on. */
class SecretScanTest {

    private static final String KEY = "-----BEGIN OPENSSH " + "PRIVATE KEY-----";

    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");
    private Machine machine = new Machine(root);

    @BeforeEach
    void makeMachine() throws IOException {
        root = Files.createDirectory(directory.resolve("a [root]*"));
        machine = Machine.of(GuestFamily.DEBIAN, root);
    }

    private ScriptRun scan(String... except) {
        return ScriptRun.in(root, GuestCleanup.none().scanningForSecrets(except).script());
    }

    @ParameterizedTest
    @CsvSource({
        "private key, -----BEGIN RSA PRIVATE, ' KEY-----'",
        "private key, -----BEGIN PRIVATE, ' KEY-----'",
        "AWS access key id, id = AKIA, IOSFODNN7EXAMPLQ",
        "AWS access key id, ASIA, IOSFODNN7EXAMPLQ",
        "AWS secret access key, AWS_SECRET_ACCESS_KEY=, wJalrXUtnFEMIAK7MDENGAbPxRfiCYEXAMPLEKEY",
        "AWS secret access key, aws_secret_access_key = , wJalrXUtnFEMIAK7MDENGAbPxRfiCYEXAMPLEKEY",
        "AWS secret access key, export AWS_SECRET_ACCESS_KEY=\", wJalrXUtnFEMIAK7MDENGAbPxRfiCYEXAMPLEKEY\"",
        "AWS secret access key, secret-access-key:\t, wJalrXUtnFEMIAK7MDENGAbPxRfiCYEXAMPLEKEY",
        "GitHub token, token: ghp_, abcdefghijklmnopqrstuvwxyz0123456789",
        "GitHub token, github_pat_, 11ABCDEFG0abcdefghijkl_x",
        "GitLab token, glpat-, abcdefghij0123456789",
        "Slack token, xoxb-, 1234567890-abc",
        "Google API key, AIza, SyA1234567890abcdefghijklmnopqrstuv"
    })
    void aSecretIsFoundByFileLineAndKindOnly(String kind, String first, String second) {
        machine.file("/opt/app/settings", "one\ntwo\n" + first + second + "\n");

        ScriptRun run = scan();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("found /opt/app/settings:3: " + kind + "\n")
                .contains("step 'secret-scan' FAILED")
                .doesNotContain(second);
        assertThat(run.out()).doesNotContain(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/app.conf",
                "/home/web/notes",
                "/root/.env",
                "/srv/app/.env",
                "/usr/local/etc/app.conf",
                "/var/backups/app.conf.0",
                "/var/lib/app/state",
                "/var/opt/app/state",
                "/var/spool/cron/crontabs/root",
                "/var/www/html/config.php",
                "/tmp/left",
                "/var/tmp/left"
            })
    void itLooksWherePeopleLeaveThem(String file) {
        machine.file(file, KEY);

        assertThat(scan().err()).contains("found " + file + ":1: private key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI somebody",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "secret_key = ",
                "XAKIAIOSFODNN7EXAMPLQX",
                "arn:aws:iam::123456789012:role/images"
            })
    void whatOnlyLooksLikeOneIsLet(String line) {
        machine.file("/opt/app/settings", line + "\n");

        scan().succeeded();
    }

    @Test
    void placesThatWereNamedAreNotLookedInto() {
        machine.file("/opt/app/test keys [x]*/key", KEY).file("/opt/app/other", KEY);

        ScriptRun run = scan("/opt/app/test keys [x]*");

        assertThat(run.err()).contains("/opt/app/other:1").doesNotContain("test keys");
    }

    @Test
    void namesAreTakenLiterally() {
        machine.file("/opt/app/keys/key", KEY);

        assertThat(scan("/opt/app/k*").err()).contains("/opt/app/keys/key:1");
    }

    @Test
    void namesOfSeveralLinesAreOneLine() {
        machine.file("/srv/a\nname: with = odd things", KEY);

        assertThat(scan().err()).contains("found /srv/a?name: with = odd things:1: private key\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AWS_SECRET_ACCESS_KEY='%s'", "'SecretAccessKey': '%s',", "{\\\"secretKey\\\": \\\"%s\\\"}"})
    void aSecretInQuotesIsFound(String line) {
        machine.file("/opt/app/settings", line.formatted("wJalrXUtnFEMIAK7MDENGAbPx" + "RfiCYEXAMPLEKEY") + "\n");

        assertThat(scan().err()).contains("found /opt/app/settings:1: AWS secret access key\n");
    }

    @Test
    void aFileOfTwoMebibytesIsLookedInto() {
        machine.file("/opt/app/settings", "x".repeat(2 * 1024 * 1024 - KEY.length() - 1) + "\n" + KEY);

        assertThat(scan().err()).contains("found /opt/app/settings:2: private key\n");
    }

    @Test
    void aSearchThatCannotBeDoneIsNoSearchThatFoundNothing() {
        machine.file("/opt/app/settings", KEY).file("/usr/tools/grep", "#!/bin/sh\nexit 2\n");
        assertThat(machine.path("/usr/tools/grep").toFile().setExecutable(true)).isTrue();

        ScriptRun run = ScriptRun.with(
                "bash",
                root,
                GuestCleanup.none().scanningForSecrets().script(),
                Map.of("PATH", machine.path("/usr/tools") + ":" + System.getenv("PATH")));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("found /opt/app/settings: cannot be read\n");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), KEY);
        machine.link("/srv/link", outside.toString());

        scan().succeeded();
    }

    @Test
    void theScriptIsNoSecretItself() {
        machine.file("/root/clean.sh", GuestCleanup.paranoid().script().text());

        scan().succeeded();
    }

    @Test
    void aDryRunTellsAndDoesNotFail() {
        machine.file("/opt/app/settings", KEY);

        ScriptRun run =
                ScriptRun.in(root, GuestCleanup.paranoid().zeroFilling(1).script(), "--dry-run");

        assertThat(run.succeeded().err()).contains("found /opt/app/settings:1: private key");
    }

    @Test
    void whatOtherStepsTakeAwayIsNotFound() {
        machine.file("/root/.ssh/id_rsa", KEY)
                .file("/etc/ssh/ssh_host_rsa_key", KEY)
                .file("/tmp/key", KEY);

        ScriptRun.in(root, GuestCleanup.paranoid().zeroFilling(1).script()).succeeded();
    }
}
