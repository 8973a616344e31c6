package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example plays on an account behind an endpoint, and leaves it as it was. */
class ExamplesOnAwsTest {

    private static final String PARTNER = "444455556666";
    private static final List<Region> REGIONS = List.of(Region.US_EAST_1, Region.US_WEST_2, Region.EU_WEST_1);

    /** What a task is told beside where to go, and what it then shows. */
    private record Play(List<String> options, List<String> shows) {

        static Play of(String options, String... shows) {
            return new Play(
                    Arrays.stream(options.split(" "))
                            .filter(word -> !word.isEmpty())
                            .toList(),
                    List.of(shows));
        }
    }

    private static final Map<String, Play> PLAYS = Map.ofEntries(
            Map.entry(
                    "quickstart",
                    Play.of(
                            "--instance INSTANCE --to us-west-2,eu-west-1 --partner " + PARTNER,
                            "built",
                            "copied",
                            "shared    with " + PARTNER,
                            "left out  applying it",
                            "removed   ami-")),
            Map.entry("names", Play.of("", "WebApp-v1.10.0-20261123")),
            Map.entry("find", Play.of("--to us-west-2", "latest    ami-", "here and in [us-west-2]: ")),
            Map.entry("create", Play.of("--instance INSTANCE", "again     true", "removed   ami-")),
            Map.entry("bake", Play.of("--instance INSTANCE", "published ami-", "again     true", "removed   ami-")),
            Map.entry("verify", Play.of("--instance INSTANCE", "fits      true", "passed    true", "removed   ami-")),
            Map.entry("register", Play.of("--instance INSTANCE", "hvm, ENA true, IMDS v2.0", "removed   ami-")),
            Map.entry("wait", Play.of("--instance INSTANCE", "resumed   ami-", "async     ami-", "removed   ami-")),
            Map.entry(
                    "copy",
                    Play.of(
                            "--instance INSTANCE --to eu-west-1",
                            "complete  true",
                            "[Application",
                            "in eu-west-1 with")),
            Map.entry(
                    "share",
                    Play.of(
                            "--instance INSTANCE --partner " + PARTNER,
                            "left out  a look as",
                            "launched by []",
                            "removed   ami-")),
            Map.entry(
                    "publish",
                    Play.of("--instance INSTANCE --yes", "left out  blocking", "public    true", "public    false")),
            Map.entry(
                    "deprecate",
                    Play.of("--instance INSTANCE --partner " + PARTNER, "deprecated at ", "shared with [" + PARTNER)),
            Map.entry(
                    "protect",
                    Play.of("--instance INSTANCE", "refused ", "planned   1 actions", "left out  a cool-down")),
            Map.entry("label", Play.of("--instance INSTANCE", "release candidate", "IMDS v2.0")),
            Map.entry("pointer", Play.of("--instance INSTANCE", "] again", "history   version 3", "gone      true")),
            Map.entry(
                    "template",
                    Play.of("--instance INSTANCE", "switched  lt-", "~ ImageId: ami-", "undone    all of it")),
            Map.entry("deregister", Play.of("--instance INSTANCE", "left      0", "restored  nothing")),
            Map.entry("usage", Play.of("--instance INSTANCE", "web-1.0.0 UNUSED", "references in [us-east-1]")),
            Map.entry("cost", Play.of("--to eu-west-1", "What images cost per month: $", "Saves per month: at most $")),
            Map.entry("retire", Play.of("", "disable", "left out  applying it")),
            Map.entry("orphans", Play.of("", "delete snapshots whose images are gone", "--apply was not said")),
            Map.entry("review", Play.of("--family WebApp-*", "# Plan: deregister", "html      ")));

    private InMemoryAws aws;
    private Ec2Endpoint endpoint;
    private InstanceId instance;

    @BeforeEach
    void serve() {
        aws = InMemoryAws.builder().instant().estate();
        instance = aws.runInstance();
        aws.in(aws.region()).blockPublicAccess().orElseThrow().unblock();
        aws.calls().clear();
        endpoint = Ec2Endpoint.start(aws);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExamplePlaysAndLeavesNothing() {
        return Examples.all().stream()
                .filter(example -> example.setting().notOnAws().isEmpty())
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    assertThat(PLAYS).containsKey(example.name());
                    Play play = PLAYS.get(example.name());
                    Map<String, String> before = everything();

                    Terminal shown = play(example.name(), play.options().toArray(String[]::new));

                    assertThat(shown.err()).isEmpty();
                    assertThat(shown.exit()).isZero();
                    assertThat(shown.out()).contains(play.shows());
                    assertThat(everything()).isEqualTo(before);
                }));
    }

    @Test
    void aTaskThatFailsHalfWayCleansUp() {
        Map<String, String> before = everything();
        aws.faults().failNext("EnableImageDeprecation", "InvalidParameter");

        Terminal shown = play("deprecate", "--instance", "INSTANCE");

        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.out()).contains("removed   ami-");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void publicAccessThatIsBlockedStaysSo() {
        aws.in(aws.region()).blockPublicAccess().orElseThrow().block();
        Map<String, String> before = everything();

        Terminal shown = play("publish", "--instance", "INSTANCE", "--yes");

        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.err()).contains("blocks public access").hasLineCount(1);
        assertThat(everything()).isEqualTo(before);
        assertThat(aws.calls().count("DisableImageBlockPublicAccess")).isZero();
    }

    @Test
    void whatCannotBeRemovedIsNamed() {
        aws.access().deny("DeregisterImage");

        Terminal shown = play("label", "--instance", "INSTANCE");

        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.err()).contains("Not removed").contains("ami-").contains("DeregisterImage");
    }

    @Test
    void aSnapshotOfTheUserStays() {
        Image old = estate().find().ownedBySelf().named("WebApp-*").latest();
        SnapshotId named = old.snapshotIds().get(0);
        Map<String, String> before = everything();

        Terminal shown = play("register", "--snapshot", named.value());

        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("removed   ami-").contains("not the snapshot");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aSnapshotOfTheUserThatNoImageHasStays() {
        Image old = estate().find().ownedBySelf().named("WebApp-*").latest();
        SnapshotId named = old.snapshotIds().get(0);
        estate().deregister(old).allowingInUse().keepingSnapshots().apply().orThrow();
        Map<String, String> before = everything();

        assertThat(play("register", "--snapshot", named.value()).exit()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void retiringChangesTheNamedFamilyOnly() {
        Map<String, String> before = everything();

        Terminal shown = play("retire", "--family", "WebApp-v{version}-{date:yyyyMMdd}", "--apply");

        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("again     0 actions left");
        Set<String> changed = new java.util.TreeSet<>();
        everything().forEach((id, now) -> {
            if (!now.equals(before.get(id))) {
                changed.add(now.replaceAll("(?s).*name=(WebApp)-v.*", "$1"));
            }
        });
        assertThat(changed).containsExactly("WebApp");
    }

    @Test
    void retiringCanBeTakenBackAtOnce() {
        Map<String, String> before = everything();

        Terminal shown = play("retire", "--family", "WebApp-v{version}-{date:yyyyMMdd}", "--apply", "--undo");

        assertThat(shown.out()).contains("undone    ");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nothingIsAppliedWithoutAFamily() {
        Terminal shown = play("retire", "--apply");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).startsWith("--apply needs --family").hasLineCount(1);
        assertThat(aws.calls().entries()).isEmpty();
    }

    @Test
    void anInstanceIsNeverChosenButNamed() {
        Terminal shown = play("create");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err())
                .startsWith("create on AWS needs --instance ID")
                .contains("it might be i-")
                .hasLineCount(1);
        assertThat(aws.calls().entries()).allMatch(call -> call.action().startsWith("Describe"));
    }

    @Test
    void publishingNeedsAYes() {
        Terminal shown = play("publish", "--instance", "INSTANCE");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).contains("--yes").hasLineCount(1);
        assertThat(aws.calls().entries()).isEmpty();
    }

    @Test
    void troublesPlayInMemoryOnly() {
        Terminal shown = play("faults");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).startsWith("faults plays in memory only").hasLineCount(1);
    }

    @Test
    void optionsForAwsAreRefusedInMemory() {
        Terminal shown = Terminal.run("create", "--instance", "i-0abcdef1234567890");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).startsWith("--instance is for AWS").hasLineCount(1);
    }

    @Test
    void whatNoIdIsIsRefusedBeforeAnyCall() {
        Terminal shown = play("create", "--instance", "web-server");

        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.err()).contains("web-server").hasLineCount(1);
        assertThat(aws.calls().entries()).isEmpty();
    }

    @Test
    void anEndpointThatIsNoUrlIsRefused() {
        Terminal shown = Terminal.run("find", "--endpoint", "localhost:4566");

        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.err()).startsWith("--endpoint is 'localhost:4566'").hasLineCount(1);
    }

    @Test
    void theRegionThatIsNamedIsMeant() {
        aws.calls().clear();

        assertThat(play("find", "--region", "eu-west-1").exit()).isZero();
        assertThat(aws.calls().entries())
                .isNotEmpty()
                .allMatch(call -> call.region().equals(Region.EU_WEST_1));
    }

    @Test
    void thePlanOfAnAccountIsThatOfItsImages() {
        Terminal shown = play("plan", "--keep", "5", "--family", "WebApp-*");

        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("deregister");
        assertThat(aws.calls().entries()).allMatch(call -> call.action().matches("(Describe|List|Get).*"));
    }

    private Terminal play(String task, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of(task, "--endpoint", endpoint.uri().toString()));
        for (String option : options) {
            arguments.add(option.equals("INSTANCE") ? instance.value() : option);
        }
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private Amis estate() {
        return Amis.using(aws);
    }

    /** Every image and snapshot of the account in its Regions, with all that is known of it and who may use it. */
    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        for (Region region : REGIONS) {
            InMemoryRegion ec2 = aws.in(region);
            for (Image image : estate().in(region)
                    .find()
                    .ownedBySelf()
                    .includingDeprecated()
                    .includingDisabled()
                    .list()) {
                Set<LaunchPermission> permissions = ec2.imageAttributes().describeLaunchPermissions(image.imageId());
                all.put(
                        region + " " + image.imageId(),
                        "name=" + image.name().orElse("") + " " + fields(image) + " "
                                + new java.util.TreeSet<>(permissions.stream()
                                        .map(Object::toString)
                                        .toList()));
            }
            for (Snapshot snapshot : snapshots(ec2, aws.account())) {
                all.put(
                        region + " " + snapshot.snapshotId(),
                        snapshot.stateText() + " " + snapshot.tags().asMap() + " "
                                + ec2.snapshots().describeCreateVolumePermissions(snapshot.snapshotId()));
            }
        }
        aws.calls().clear();
        return all;
    }

    private static String fields(Image image) {
        return image.stateText() + " " + image.tags().asMap() + " " + image.description() + " "
                + image.deprecationTime() + " " + image.deregistrationProtection() + " " + image.imdsSupport() + " "
                + image.snapshotIds();
    }

    private static List<Snapshot> snapshots(InMemoryRegion ec2, AccountId account) {
        return ec2
                .snapshots()
                .describeSnapshots(DescribeSnapshotsRequest.builder()
                        .maxResults(1_000)
                        .addOwnerId(account.value())
                        .build())
                .items()
                .stream()
                .filter(snapshot -> snapshot.ownerId().equals(account))
                .toList();
    }
}
