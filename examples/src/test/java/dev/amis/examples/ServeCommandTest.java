package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.spi.AmiProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoint as somebody starts it: a process that prints where it is, answers, and ends when it is told to. */
@Timeout(60)
class ServeCommandTest {

    @TempDir
    private Path directory;

    @Test
    void theEstateIsServedUntilTheProcessIsTerminated() throws Exception {
        Process process = Child.start("serve", "--estate");
        try (BufferedReader out = process.inputReader()) {
            String greeting = greeting(out);

            assertThat(greeting)
                    .contains("export AWS_ENDPOINT_URL=http://127.0.0.1:")
                    .contains("aws ec2 describe-images --owners self")
                    .containsPattern("create --endpoint http://127.0.0.1:\\d+ --instance i-");
            assertThat(images(greeting)).isGreaterThan(100);
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatComesTooFastIsRefused() throws Exception {
        Process process = Child.start("serve", "--throttle", "0.001");
        try (BufferedReader out = process.inputReader()) {
            URI uri = uri(greeting(out));
            try (AmiProvider provider = open(uri)) {
                Amis amis = Amis.using(provider);
                for (int call = 0; call < 100; call++) {
                    amis.find().ownedBySelf().count();
                }
            }
            assertThat(Wire.status(uri, "DescribeImages")).isEqualTo(503);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anInterruptEndsItInOrder() throws Exception {
        Thread server = new Thread(() -> Terminal.run("serve"));
        server.start();
        server.interrupt();
        server.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(server.isAlive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 70000, 2, '--port is 70000, but must be from 0 to 65535'",
        "--port, web, 2, 'Invalid value for option'",
        "--throttle, 0, 2, '--throttle is 0.0, but must be positive'",
        "--account, no-such-directory, 1, 'no-such-directory is not a directory'"
    })
    void whatCannotBeServedIsOneLine(String option, String value, int exit, String message) {
        Terminal refused = Terminal.run("serve", option, value);

        assertThat(refused.exit()).isEqualTo(exit);
        assertThat(refused.err()).startsWith(message).hasLineCount(1);
    }

    @Test
    void anAccountIsACopyOrTheEstate() {
        Terminal refused = Terminal.run("serve", "--estate", "--account", directory.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("mutually exclusive").hasLineCount(1);
    }

    @Test
    void aPortInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Terminal refused = Terminal.run("serve", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("port " + taken.getLocalPort() + " cannot be opened")
                    .hasLineCount(1);
        }
    }

    @Test
    void anEmptyDirectoryIsNoAccount() {
        Terminal refused = Terminal.run("serve", "--account", directory.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("holds no recording").hasLineCount(1);
    }

    private static String greeting(BufferedReader out) {
        return out.lines().takeWhile(line -> !line.startsWith("Ctrl-C")).collect(Collectors.joining("\n"));
    }

    private static URI uri(String greeting) {
        return URI.create(greeting.replaceAll("(?s).*AWS_ENDPOINT_URL=(\\S+) .*", "$1"));
    }

    private static int images(String greeting) {
        try (AmiProvider provider = open(uri(greeting))) {
            return Amis.using(provider).find().ownedBySelf().count();
        }
    }

    private static AmiProvider open(URI uri) {
        return AwsAccess.open(Optional.of(uri), Optional.empty(), Optional.of("us-east-1"));
    }
}
