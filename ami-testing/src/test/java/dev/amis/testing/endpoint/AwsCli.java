package dev.amis.testing.endpoint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The real AWS CLI, where there is one, pointed at an endpoint and at nothing else. */
final class AwsCli {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path program;
    private final Ec2Endpoint endpoint;
    private final Path files;

    private AwsCli(Path program, Ec2Endpoint endpoint, Path files) {
        this.program = program;
        this.endpoint = endpoint;
        this.files = files;
    }

    /**
     * Finds the CLI on the {@code PATH}. Without it the test is skipped, unless the environment variable {@code AMIS_CLI}
     * is {@code required}, as {@code .ci/run} sets it.
     */
    static AwsCli talkingTo(Ec2Endpoint endpoint, Path files) {
        Optional<Path> program = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "aws"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && "required".equals(System.getenv("AMIS_CLI"))) {
            throw new AssertionError("the AWS CLI is required (AMIS_CLI), but no program 'aws' is on the PATH");
        }
        assumeTrue(
                program.isPresent(),
                "SKIPPED: no program 'aws' is on the PATH; install the AWS CLI (Debian package awscli) to run this test");
        return new AwsCli(program.orElseThrow(), endpoint, files);
    }

    /** What a command printed. */
    record Outcome(int status, String out, String err) {}

    /** Runs a command that must succeed; answers what it printed, without the last line break. */
    String text(String... command) {
        Outcome outcome = run(command);
        if (outcome.status() != 0) {
            throw new AssertionError(
                    "aws " + String.join(" ", command) + " ended with " + outcome.status() + ": " + outcome.err());
        }
        return outcome.out().strip();
    }

    /** Runs a command that must succeed and print JSON. */
    JsonNode json(String... command) {
        try {
            return JSON.readTree(text(command));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tells whether this version of the CLI knows a command and its options; nothing is called. */
    boolean knows(String... command) {
        List<String> asked = new ArrayList<>(List.of(command));
        asked.add("--generate-cli-skeleton");
        return run(asked.toArray(String[]::new)).status() == 0;
    }

    Outcome run(String... command) {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--endpoint-url", endpoint.uri().toString()));
        try {
            Path err = Files.createTempFile(files, "aws", ".err");
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(surroundings());
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), out, Files.readString(err));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, String> surroundings() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "AKIA" + endpoint.account().account(),
                "AWS_SECRET_ACCESS_KEY",
                "any",
                "AWS_DEFAULT_REGION",
                endpoint.account().region().value(),
                "AWS_DEFAULT_OUTPUT",
                "json",
                "AWS_PAGER",
                "",
                "AWS_CONFIG_FILE",
                files.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                files.resolve("credentials").toString(),
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "NO_PROXY",
                "127.0.0.1");
    }
}
