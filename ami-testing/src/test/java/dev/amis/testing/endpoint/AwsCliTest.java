package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.model.Architecture;
import dev.amis.testing.InMemoryAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which people look after images, typed into the real AWS CLI. */
class AwsCliTest {

    private static final String NEWEST = "sort_by(Images, &CreationDate)[-1].Name";

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private AwsCli cli;

    @BeforeEach
    void find(@TempDir Path files) {
        cli = AwsCli.talkingTo(endpoint, files);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void anInstanceIsLaunchedTaggedAndLookedAt() {
        String base = aws.in(aws.region()).baseImage(Architecture.X86_64).value();
        String instance = cli.text(
                "ec2",
                "run-instances",
                "--image-id",
                base,
                "--instance-type",
                "t3.micro",
                "--query",
                "Instances[0].InstanceId",
                "--output",
                "text");
        cli.text("ec2", "create-tags", "--resources", instance, "--tags", "Key=Name,Value=web", "Key=Team,Value=");

        cli.text("ec2", "wait", "instance-running", "--instance-ids", instance);
        assertThat(cli.text(
                        "ec2",
                        "describe-instance-status",
                        "--instance-ids",
                        instance,
                        "--query",
                        "InstanceStatuses[0].[InstanceState.Name,InstanceStatus.Status]",
                        "--output",
                        "text"))
                .isEqualTo("running\tok");
        assertThat(cli.json("ec2", "describe-volumes", "--filters", "Name=attachment.instance-id,Values=" + instance)
                        .at("/Volumes/0/Attachments/0/Device")
                        .asText())
                .isEqualTo("/dev/xvda");
        assertThat(cli.text(
                        "ec2",
                        "describe-tags",
                        "--filters",
                        "Name=resource-id,Values=" + instance,
                        "--query",
                        "Tags[].Key",
                        "--output",
                        "text"))
                .isEqualTo("Name\tTeam");
    }

    @Test
    void anImageIsMadeAwaitedAndFoundAsTheNewest() {
        String image = cli.text(
                "ec2",
                "create-image",
                "--instance-id",
                aws.runInstance().value(),
                "--name",
                "web-1.0.0",
                "--no-reboot",
                "--tag-specifications",
                "ResourceType=image,Tags=[{Key=App,Value=web}]",
                "--query",
                "ImageId",
                "--output",
                "text");

        cli.text("ec2", "wait", "image-available", "--image-ids", image);

        assertThat(cli.text("ec2", "describe-images", "--owners", "self", "--query", NEWEST, "--output", "text"))
                .isEqualTo("web-1.0.0");
        JsonNode read = cli.json("ec2", "describe-images", "--filters", "Name=tag:App,Values=w*")
                .at("/Images/0");
        assertThat(read.path("ImageId").asText()).isEqualTo(image);
        assertThat(read.path("CreationDate").asText()).isEqualTo("2026-01-05T08:00:00.000Z");
        assertThat(read.at("/BlockDeviceMappings/0/Ebs/SnapshotId").asText()).startsWith("snap-");
    }

    @Test
    void snapshotsAreSummedUp() {
        image("web-1");
        image("web-2");

        assertThat(cli.text(
                        "ec2", "describe-snapshots", "--owner-ids", "self", "--query", "sum(Snapshots[].VolumeSize)"))
                .isIn("16", "16.0");
    }

    @Test
    void anImageIsCopiedIntoAnotherRegion() {
        String copy = cli.text(
                "ec2",
                "copy-image",
                "--source-image-id",
                image("web-1"),
                "--source-region",
                "us-east-1",
                "--region",
                "eu-west-1",
                "--name",
                "web-1-copy",
                "--query",
                "ImageId",
                "--output",
                "text");

        cli.text("ec2", "wait", "image-available", "--region", "eu-west-1", "--image-ids", copy);
        assertThat(cli.json("ec2", "describe-images", "--region", "eu-west-1", "--owners", "self")
                        .at("/Images/0/Name")
                        .asText())
                .isEqualTo("web-1-copy");
    }

    @Test
    void anImageIsSharedMadePublicAndTakenBack() {
        aws.in(aws.region()).blockPublicAccess().orElseThrow().unblock();
        String image = image("web-1");

        modify(image, "Add=[{UserId=444455556666},{UserId=777788889999}]");
        modify(image, "Remove=[{UserId=777788889999}]");
        assertThat(permissions(image).toString()).isEqualTo("[{\"UserId\":\"444455556666\"}]");

        modify(image, "Add=[{Group=all}]");
        assertThat(permissions(image).toString()).contains("{\"Group\":\"all\"}");

        cli.text("ec2", "reset-image-attribute", "--image-id", image, "--attribute", "launchPermission");
        assertThat(permissions(image).toString()).isEqualTo("[]");
    }

    @Test
    void anImageIsDescribedAnew() {
        String image = image("web-1");

        cli.text("ec2", "modify-image-attribute", "--image-id", image, "--description", "für 5 € & mehr");

        assertThat(cli.json("ec2", "describe-image-attribute", "--image-id", image, "--attribute", "description")
                        .at("/Description/Value")
                        .asText())
                .isEqualTo("für 5 € & mehr");
    }

    @Test
    void anImageIsDeprecated() {
        String image = image("web-1");

        cli.text("ec2", "enable-image-deprecation", "--image-id", image, "--deprecate-at", "2026-06-30T00:00:00Z");

        assertThat(cli.text(
                        "ec2",
                        "describe-images",
                        "--image-ids",
                        image,
                        "--query",
                        "Images[0].DeprecationTime",
                        "--output",
                        "text"))
                .isEqualTo("2026-06-30T00:00:00.000Z");
    }

    @Test
    void anImageIsDisabledAndEnabledAgain() {
        assumeTrue(cli.knows("ec2", "disable-image"), "SKIPPED: this AWS CLI is older than the action DisableImage");
        String image = image("web-1");

        cli.text("ec2", "disable-image", "--image-id", image);
        assertThat(cli.text("ec2", "describe-images", "--owners", "self", "--query", "length(Images)"))
                .isEqualTo("0");
        cli.text("ec2", "enable-image", "--image-id", image);
        assertThat(cli.text("ec2", "describe-images", "--owners", "self", "--query", "length(Images)"))
                .isEqualTo("1");
    }

    @Test
    void anImageIsDeregisteredAndItsSnapshotStays() {
        String image = image("web-1");
        String snapshot = cli.text(
                "ec2",
                "describe-snapshots",
                "--owner-ids",
                "self",
                "--query",
                "Snapshots[0].SnapshotId",
                "--output",
                "text");
        assertThat(cli.run("ec2", "delete-snapshot", "--snapshot-id", snapshot).err())
                .contains("InvalidSnapshot.InUse");

        cli.text("ec2", "deregister-image", "--image-id", image);

        assertThat(cli.run("ec2", "describe-images", "--image-ids", image).status())
                .isNotZero();
        cli.text("ec2", "delete-snapshot", "--snapshot-id", snapshot);
        assertThat(snapshots()).isEqualTo("0");
    }

    @Test
    void anImageIsDeregisteredWithItsSnapshots() {
        assumeTrue(
                cli.knows("ec2", "deregister-image", "--delete-associated-snapshots"),
                "SKIPPED: this AWS CLI is older than the option --delete-associated-snapshots");

        cli.text("ec2", "deregister-image", "--image-id", image("web-1"), "--delete-associated-snapshots");

        assertThat(snapshots()).isEqualTo("0");
    }

    @Test
    void theCallerAndItsSurroundingsAreTold() {
        assertThat(cli.json("sts", "get-caller-identity").path("Account").asText())
                .isEqualTo(aws.account().value());
        assertThat(cli.text("ec2", "describe-regions", "--query", "Regions[].RegionName", "--output", "text"))
                .contains("us-east-1", "eu-west-1");
        assertThat(cli.text(
                        "ec2",
                        "describe-availability-zones",
                        "--query",
                        "AvailabilityZones[].ZoneName",
                        "--output",
                        "text"))
                .isEqualTo("us-east-1a\tus-east-1b\tus-east-1c");
    }

    @Test
    void pagesAreFollowedToTheEnd() {
        for (int n = 0; n < 12; n++) {
            image("web-" + n);
        }
        aws.calls().clear();

        assertThat(cli.text(
                        "ec2",
                        "describe-snapshots",
                        "--owner-ids",
                        "self",
                        "--page-size",
                        "5",
                        "--query",
                        "length(Snapshots)"))
                .isEqualTo("12");
        assertThat(aws.calls().count("DescribeSnapshots")).isEqualTo(3);
    }

    @Test
    void aRefusalReadsAsEc2sOwn() {
        AwsCli.Outcome dryRun = cli.run("ec2", "deregister-image", "--dry-run", "--image-id", image("web-1"));
        assertThat(dryRun.err()).contains("(DryRunOperation)", "Request would have succeeded, but DryRun flag is set.");

        assertThat(cli.run("ec2", "create-vpc", "--cidr-block", "10.0.0.0/16").err())
                .contains("(InvalidAction)", "CreateVpc")
                .doesNotContain("Unable to parse");
    }

    /** Over the wire too, but without the second or so that the CLI takes to start. */
    private String image(String name) {
        return Wire.to(endpoint)
                .ok("Action=CreateImage&Name=" + name + "&InstanceId=" + aws.runInstance())
                .one("imageId");
    }

    private void modify(String image, String permission) {
        cli.text("ec2", "modify-image-attribute", "--image-id", image, "--launch-permission", permission);
    }

    private JsonNode permissions(String image) {
        return cli.json("ec2", "describe-image-attribute", "--image-id", image, "--attribute", "launchPermission")
                .path("LaunchPermissions");
    }

    private String snapshots() {
        return cli.text("ec2", "describe-snapshots", "--owner-ids", "self", "--query", "length(Snapshots)");
    }
}
