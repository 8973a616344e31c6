package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example runs, and says what it is there to show. */
class ExamplesTest {

    private static final Map<String, List<String>> SHOWS = Map.ofEntries(
            Map.entry("quickstart", List.of("built", "copied", "shared", "applied", "undone")),
            Map.entry("names", List.of("WebApp-v1.10.0-20261123", "optional  true, true")),
            Map.entry("find", List.of("latest    ami-", "nothing   Optional.empty")),
            Map.entry("create", List.of("volumes   2", "again     true")),
            Map.entry(
                    "bake",
                    List.of("published ami-", "VERIFY   DONE", "- Commit: 4f2c1e", "again     true", "PREPARE")),
            Map.entry(
                    "verify",
                    List.of(
                            "fits      true",
                            "passed    true",
                            "check nginx: Failed (exit code 7)",
                            "the kernel panicked")),
            Map.entry("register", List.of("hvm, ENA true, IMDS v2.0")),
            Map.entry("wait", List.of("look ", "deadline ", "resumed   ami-", "async     ami-")),
            Map.entry("copy", List.of("complete  true", "[Application")),
            Map.entry("share", List.of("partner sees [ami-", "partner sees [] after undo")),
            Map.entry("publish", List.of("blocked ", "public    true", "public    false")),
            Map.entry("deprecate", List.of("deprecated at 2026-", "shared with [444455556666] after undo")),
            Map.entry("protect", List.of("refused ", "planned   1 actions")),
            Map.entry("label", List.of("release candidate", "IMDS v2.0")),
            Map.entry("pointer", List.of("used      USED", "] again", "history   version 3", "gone      true")),
            Map.entry(
                    "template",
                    List.of(
                            "switched  lt-",
                            "~ ImageId: ami-",
                            "version 1 stays: the way back",
                            "version 1\n",
                            "undone    all of it")),
            Map.entry(
                    "rollout",
                    List.of(
                            "6 groups with 12 instances in 3 waves",
                            "rolled    COMPLETED, now on [web-1.1.0]",
                            "stopped   wave 1 stopped",
                            "NOT_BEGUN",
                            "back      ROLLED_BACK, now on [web-1.1.0]",
                            "further   ROLLED_BACK, now on [web-1.0.0]")),
            Map.entry(
                    "story",
                    List.of(
                            "/golden/base says golden-base-v1.0.0",
                            "made on an instance of golden-base-v1.0.0",
                            "wave 2: shop-b",
                            "runs      [shop-v1.1.0]",
                            "back      ROLLED_BACK",
                            "runs      [shop-v1.0.0], default ",
                            "/shop/current says shop-v1.0.0")),
            Map.entry("deregister", List.of("refused ", "left      0", "restored  ami-")),
            Map.entry("usage", List.of("web-1.0.0 USED", "web-1.1.0 UNUSED", "web-1.1.0 UNKNOWN")),
            Map.entry(
                    "cost",
                    List.of(
                            "What images cost per month: at most $",
                            "Groups by family",
                            "Saves per month: at most $",
                            "What copying ami-")),
            Map.entry("retire", List.of("limited ", "again     0 actions left")),
            Map.entry(
                    "orphans",
                    List.of("made by CreateImage for", "8 delete", "Saves per month: at most $", "done      8")),
            Map.entry("review", List.of("# Plan: deregister", "| Fingerprint | `", "html      ")),
            Map.entry(
                    "stages",
                    List.of(
                            "day 0     web-v1.0.0 DEPRECATE",
                            "day 10    web-v1.0.0 KEEP: deprecated ",
                            "web-v1.0.0 DISABLE",
                            "web-v1.0.0 DEREGISTER",
                            "left      2 images")),
            Map.entry("faults", List.of("made once 1", "crashed ", "DescribeImages")));

    @TestFactory
    Stream<DynamicTest> everyExampleShowsItsTask() {
        return Examples.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    String shown = output(example);
                    assertThat(SHOWS).containsKey(example.name());
                    assertThat(shown).contains(SHOWS.get(example.name()));
                }));
    }

    @Test
    void theQuickstartUndoesWhatItRetired() {
        String shown = output(Examples.all().get(0));

        String applied = shown.replaceAll("(?s).*applied   (\\d+) of.*", "$1");
        assertThat(Integer.parseInt(applied)).isPositive();
        assertThat(shown).contains("undone    ");
    }

    private static String output(Example example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        example.script().run(new MemoryStage(example.setting().memory().get(), out));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
