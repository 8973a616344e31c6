package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The start scripts, as JShell takes them: every line is understood, and {@code amis} works afterwards. */
@Timeout(60)
class JShellScriptTest {

    private static final String COUNT = "amis.find().ownedBySelf().includingDeprecated().count()";

    @Test
    void theFakeIsReady() throws IOException {
        try (JShell shell = JShell.builder().build()) {
            run(shell, "start.jsh");

            assertThat(value(shell, COUNT)).isEqualTo(String.valueOf(estateCount()));
        }
    }

    @Test
    void awsIsReady() throws IOException {
        InMemoryAws aws = InMemoryAws.builder().instant().estate();
        try (Ec2Endpoint endpoint = Ec2Endpoint.start(aws);
                JShell shell = JShell.builder()
                        .remoteVMOptions(
                                "-Daws.endpointUrl=" + endpoint.uri(),
                                "-Daws.region=us-east-1",
                                "-Daws.accessKeyId=test",
                                "-Daws.secretAccessKey=test")
                        .build()) {
            run(shell, "aws.jsh");

            assertThat(value(shell, COUNT)).isEqualTo(String.valueOf(estateCount()));
            assertThat(aws.calls().count("DescribeImages")).isPositive();
        }
    }

    private static int estateCount() {
        return dev.amis.Amis.using(InMemoryAws.estate())
                .find()
                .ownedBySelf()
                .includingDeprecated()
                .count();
    }

    private static void run(JShell shell, String script) throws IOException {
        shell.addToClasspath(System.getProperty("java.class.path"));
        for (String line : Files.readAllLines(Path.of(script))) {
            for (SnippetEvent event : shell.eval(
                    shell.sourceCodeAnalysis().analyzeCompletion(line).source())) {
                assertThat(event.status()).as(line).isEqualTo(Status.VALID);
                assertThat(event.exception()).as(line).isNull();
            }
        }
    }

    private static String value(JShell shell, String expression) {
        List<SnippetEvent> events = shell.eval(expression);
        assertThat(events).hasSize(1);
        return events.get(0).value();
    }
}
