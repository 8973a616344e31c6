package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy on a copy of an account, as somebody would run it. */
class PlanCommandTest {

    private static final String IMAGE =
            "{\"ImageId\": \"ami-0000000000000000%d\", \"Name\": \"web-1.%d\", \"State\": \"available\","
                    + " \"OwnerId\": \"111122223333\", \"Architecture\": \"arm64\", \"RootDeviceType\": \"ebs\","
                    + " \"CreationDate\": \"2025-0%d-01T00:00:00.000Z\", \"BlockDeviceMappings\": []}";

    private static final String SNAPSHOT =
            "{\"SnapshotId\": \"snap-0000000000000000%d\", \"State\": \"completed\", \"VolumeSize\": 20,"
                    + " \"OwnerId\": \"111122223333\", \"FullSnapshotSizeInBytes\": 1073741824,"
                    + " \"StorageTier\": \"standard\"}";

    @TempDir
    private Path copy;

    private final PrintStream terminal = System.out;
    private final PrintStream complaints = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() throws IOException {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        Files.createDirectories(copy.resolve("eu-west-1"));
        Files.createDirectories(copy.resolve("notes"));
        write(
                "describe-images.json",
                "{\"Images\": [" + IMAGE.formatted(1, 1, 1) + ", " + IMAGE.formatted(2, 2, 2) + "]}");
    }

    @AfterEach
    void letGo() {
        System.setOut(terminal);
        System.setErr(complaints);
    }

    @Test
    void whatIsOldAndUnusedGoes() throws IOException {
        recordUse();

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 keep, 1 deregister");
    }

    @Test
    void aCopyWithoutInstancesFreesNothing() throws IOException {
        write("describe-launch-template-versions.json", "{\"LaunchTemplateVersions\": []}");

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 images: 2 keep")
                .contains("eu-west-1 has no describe-instances.json");
    }

    @Test
    void aCopyWithoutGroupsFreesNothingUnlessThereAreNone() throws IOException {
        recordUse();
        Files.delete(copy.resolve("eu-west-1/describe-auto-scaling-groups.json"));

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 images: 2 keep")
                .contains("eu-west-1 has no describe-auto-scaling-groups.json");
        assertThat(run("--keep", "1", "--without", "describe-auto-scaling-groups"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 keep, 1 deregister");
    }

    @Test
    void onlyCallsThatNameImagesCanBeLeftOut() {
        assertThat(run("--keep", "1", "--without", "describe-instances")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--without is 'describe-instances'");
    }

    @Test
    void anImageThatIsNamedAnywhereInAnAnswerStays() throws IOException {
        recordUse();
        write(
                "describe-launch-configurations.json",
                "{\"LaunchConfigurations\": [{\"LaunchConfigurationName\": \"old\", \"ImageId\": \"ami-00000000000000001\"}]}");

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 images: 2 keep");
    }

    @Test
    void aGroupOnAVersionThatIsNotInTheCopyFreesNothing() throws IOException {
        recordUse();
        write(
                "describe-auto-scaling-groups.json",
                "{\"AutoScalingGroups\": [{\"LaunchTemplate\": {\"LaunchTemplateId\": \"lt-00000000000000001\","
                        + " \"LaunchTemplateName\": \"web\", \"Version\": \"7\"}}]}");

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .contains("2 images: 2 keep")
                .contains("version 7 of launch template lt-00000000000000001 is not in the copy");
    }

    @Test
    void useCanBeIgnoredByName() {
        assertThat(run("--keep", "1", "--ignoring-use")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 keep, 1 deregister");
    }

    @Test
    void whatIsSavedIsToldWhereSnapshotsAreRecorded() throws IOException {
        recordUse();
        write(
                "describe-images.json",
                images("{\"DeviceName\": \"/dev/xvda\", \"Ebs\":"
                        + " {\"SnapshotId\": \"snap-0000000000000000%d\", \"VolumeSize\": 20}}"));
        write(
                "describe-snapshots.json",
                "{\"Snapshots\": [" + SNAPSHOT.formatted(1) + ", " + SNAPSHOT.formatted(2) + "]}");

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Saves per month: at most $1.00, measured $0.05");
    }

    @Test
    void nothingIsSaidOfSavingsWithoutSnapshots() throws IOException {
        recordUse();

        assertThat(run("--keep", "1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1 deregister")
                .doesNotContain("Saves");
    }

    @Test
    void jsonIsThePlanItself() throws IOException {
        recordUse();

        assertThat(run("--keep", "1", "--json")).isZero();
        assertThat(dev.amis.plan.Plan.fromJson(out.toString(StandardCharsets.UTF_8))
                        .actions())
                .hasSize(1);
    }

    @Test
    void aReportHasTheFormThatItsNameEndsIn() throws IOException {
        recordUse();
        Path html = copy.resolve("plan.HTML");
        Path markdown = copy.resolve("plan.md");

        assertThat(run("--keep", "1", "--report", html.toString())).isZero();
        assertThat(run("--keep", "1", "--report", markdown.toString())).isZero();
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("web-1.1");
        assertThat(Files.readString(markdown)).startsWith("# Plan: ").contains("web-1.1");
    }

    @Test
    void aReportLeavesThePlanOnTheTerminalAsItIs() throws IOException {
        recordUse();

        assertThat(run(
                        "--keep",
                        "1",
                        "--json",
                        "--report",
                        copy.resolve("plan.md").toString()))
                .isZero();
        assertThat(dev.amis.plan.Plan.fromJson(out.toString(StandardCharsets.UTF_8))
                        .actions())
                .hasSize(1);
    }

    @Test
    void aReportInAnotherFormIsRefusedBeforeAllElse() throws IOException {
        Path pdf = copy.resolve("plan.pdf");

        assertThat(run("--keep", "1", "--report", pdf.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("plan.pdf").contains(".html or .md");
        assertThat(out.size()).isZero();
        assertThat(pdf).doesNotExist();
    }

    @Test
    void aReportThatCannotBeWrittenIsNamed() throws IOException {
        recordUse();

        assertThat(run(
                        "--keep",
                        "1",
                        "--report",
                        copy.resolve("nowhere").resolve("plan.md").toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere").contains("cannot be written");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        write("describe-images.json", "{\"Images\": [{\"ImageId\": 7}]}");

        assertThat(run("--keep", "1")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("describe-images.json")
                .contains("ImageId");
    }

    @Test
    void keepingNoneIsRefused() throws IOException {
        recordUse();

        assertThat(run("--keep", "0")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("but must be at least 1");
    }

    /** Two images, each with a device mapping that has its number. */
    private static String images(String mapping) {
        return "{\"Images\": ["
                + IMAGE.replace("[]", "[" + mapping + "]").formatted(1, 1, 1, 1)
                + ", "
                + IMAGE.replace("[]", "[" + mapping + "]").formatted(2, 2, 2, 2)
                + "]}";
    }

    private void recordUse() throws IOException {
        write("describe-instances.json", "{\"Reservations\": []}");
        write("describe-launch-template-versions.json", "{\"LaunchTemplateVersions\": []}");
        for (String call : List.of(
                "describe-auto-scaling-groups",
                "describe-launch-configurations",
                "describe-fleets",
                "describe-spot-fleet-requests",
                "get-parameters-by-path",
                "list-image-recipes",
                "list-container-recipes")) {
            write(call + ".json", "{}");
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(copy.resolve("eu-west-1").resolve(file), text);
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "plan";
        arguments[1] = "--account";
        arguments[2] = copy.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Main.commandLine().execute(arguments);
    }
}
