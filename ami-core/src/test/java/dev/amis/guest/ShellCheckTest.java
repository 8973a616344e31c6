package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * ShellCheck has nothing to say about any script. Without it the test is skipped, unless the environment variable
 * {@code AMIS_SHELLCHECK} is {@code required}, as {@code .ci/run} sets it.
 */
class ShellCheckTest {

    private static final GuestStep OWN = GuestStep.running("own", "It's own", "It's mine.", "echo \"it's $BASE\"");

    @BeforeEach
    void find() {
        boolean there = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "shellcheck")));
        if (!there && "required".equals(System.getenv("AMIS_SHELLCHECK"))) {
            throw new AssertionError(
                    "ShellCheck is required (AMIS_SHELLCHECK), but no program 'shellcheck' is on the PATH");
        }
        assumeTrue(
                there,
                "SKIPPED: no program 'shellcheck' is on the PATH; install ShellCheck (Debian package shellcheck)");
    }

    private static Map<String, GuestScript> scripts() {
        Map<String, GuestScript> scripts = new LinkedHashMap<>();
        scripts.put("minimal", GuestCleanup.minimal().script());
        scripts.put("standard", GuestCleanup.standard().script());
        scripts.put("paranoid", GuestCleanup.paranoid().script());
        scripts.put("dry run", GuestCleanup.paranoid().dryRunScript());
        scripts.put(
                "all of it",
                GuestCleanup.paranoid()
                        .removingUsers("packer")
                        .removingFiles("/opt/a b", "/opt/c")
                        .scanningForSecrets("/opt/x*")
                        .with(OWN)
                        .forFamily(GuestFamily.DEBIAN)
                        .script());
        scripts.put("hardening", GuestHardening.paranoid().script());
        scripts.put("hardening and clean-up", GuestHardening.standard().scriptBefore(GuestCleanup.standard()));
        return scripts;
    }

    @TestFactory
    Stream<DynamicTest> nothingIsFound() {
        return Stream.of("sh", "bash")
                .flatMap(shell -> scripts().entrySet().stream()
                        .map(script -> DynamicTest.dynamicTest(
                                script.getKey() + " in " + shell, () -> check(shell, script.getValue()))));
    }

    private static void check(String shell, GuestScript script) {
        ScriptRun run = ScriptRun.run(
                List.of("shellcheck", "--norc", "--shell", shell, "--severity", "style", "-"), script.text(), Map.of());

        assertThat(run.out() + run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }
}
