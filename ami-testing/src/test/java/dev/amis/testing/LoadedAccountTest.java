package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedAccountTest {

    private static final AccountId OWNER = AccountId.of("210987654321");
    private static final String WEB = """
            {"ImageId": "ami-0aaaaaaaaaaaaaaa1", "Name": "web-1.0.0", "OwnerId": "210987654321", "State": "available",
             "Architecture": "arm64", "CreationDate": "2025-03-04T05:06:07.000Z", "RootDeviceName": "/dev/xvda",
             "BlockDeviceMappings": [
               {"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "snap-0aaaaaaaaaaaaaaa1", "VolumeSize": 8}}],
             "Tags": [{"Key": "Team", "Value": "web"}]}""";

    @TempDir
    private Path directory;

    @Test
    void imageIsAsItWasRecorded() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));

        Image image = own(InMemoryAws.load(directory)).get(0);

        assertThat(image.imageId()).isEqualTo(ImageId.of("ami-0aaaaaaaaaaaaaaa1"));
        assertThat(image.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(image.ownerId()).isEqualTo(OWNER);
        assertThat(image.name()).contains("web-1.0.0");
        assertThat(image.architecture()).isEqualTo(Architecture.ARM64);
        assertThat(image.creationDate()).contains(Instant.parse("2025-03-04T05:06:07Z"));
        assertThat(image.tags()).isEqualTo(Tags.of("Team", "web"));
    }

    @Test
    void everyFieldOfAnImageIsRead() {
        write("eu-west-1/describe-images.json", """
                {"Images": [{"ImageId": "ami-0aaaaaaaaaaaaaaa1", "OwnerId": "210987654321", "State": "disabled",
                  "StateReason": {"Code": "Client.Why", "Message": "because"}, "Description": "the web",
                  "ImageLocation": "210987654321/web", "DeprecationTime": "2027-01-01T00:00:00.000Z",
                  "LastLaunchedTime": "2025-05-05T05:05:05Z", "DeregistrationProtection": "enabled-with-cooldown",
                  "ImageType": "machine", "Platform": "windows", "PlatformDetails": "Windows",
                  "UsageOperation": "RunInstances:0002", "VirtualizationType": "paravirtual", "Hypervisor": "ovm",
                  "RootDeviceType": "instance-store", "EnaSupport": true, "SriovNetSupport": "simple",
                  "BootMode": "uefi", "TpmSupport": "v2.0", "ImdsSupport": "v2.0", "KernelId": "aki-1",
                  "RamdiskId": "ari-1", "ProductCodes": [{"ProductCodeId": "abc", "ProductCodeType": "marketplace"}],
                  "SourceInstanceId": "i-0aaaaaaaaaaaaaaa1", "SourceImageId": "ami-0bbbbbbbbbbbbbbb1",
                  "SourceImageRegion": "us-west-2", "ImageAllowed": true, "FreeTierEligible": true,
                  "BlockDeviceMappings": [{"DeviceName": "/dev/sdb", "VirtualName": "ephemeral0"},
                    {"DeviceName": "/dev/sdc", "NoDevice": ""}]}]}""");

        Image image = own(InMemoryAws.load(directory)).get(0);

        assertThat(image.state()).isEqualTo(ImageState.DISABLED);
        assertThat(image.stateReason()).map(Object::toString).contains("Client.Why: because");
        assertThat(image.deprecationTime()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(image.lastLaunchedTime()).contains(Instant.parse("2025-05-05T05:05:05Z"));
        assertThat(image.deregistrationProtection()).isEqualTo(DeregistrationProtection.ENABLED_WITH_COOLDOWN);
        assertThat(image.platformDetails()).contains("Windows");
        assertThat(image.productCodes())
                .map(Object::toString)
                .first()
                .asString()
                .contains("abc", "marketplace");
        assertThat(image.sourceImageRegion()).contains(Region.US_WEST_2);
        assertThat(image.blockDeviceMappings()).hasSize(2);
        assertThat(List.of(image.platform(), image.bootMode(), image.tpmSupport(), image.imdsSupport()))
                .allMatch(value -> value.isPresent());
    }

    @Test
    void snapshotIsAsItWasRecorded() {
        write("eu-west-1/describe-snapshots.json", """
                {"Snapshots": [{"SnapshotId": "snap-0aaaaaaaaaaaaaaa9", "OwnerId": "210987654321", "Progress": "100%",
                  "StartTime": "2025-03-04T05:06:07.123456+00:00", "State": "completed", "VolumeId": "vol-ffffffff",
                  "VolumeSize": 8, "Encrypted": true, "KmsKeyId": "arn:aws:kms:eu-west-1:210987654321:key/1",
                  "FullSnapshotSizeInBytes": 5000000000, "StorageTier": "archive", "Description": ""}]}""");

        Snapshot snapshot = ownSnapshots(InMemoryAws.load(directory)).get(0);

        assertThat(snapshot.state()).isEqualTo(SnapshotState.COMPLETED);
        assertThat(snapshot.progress()).hasValue(100);
        assertThat(snapshot.startTime()).contains(Instant.parse("2025-03-04T05:06:07.123456Z"));
        assertThat(snapshot.volumeSize()).hasValue(8);
        assertThat(snapshot.encrypted()).isTrue();
        assertThat(snapshot.fullSnapshotSizeInBytes()).hasValue(5_000_000_000L);
        assertThat(snapshot.description()).isEmpty();
    }

    @Test
    void instanceIsAsItWasRecorded() {
        write("eu-west-1/describe-instances.json", """
                {"Reservations": [{"OwnerId": "210987654321", "Instances": [{"InstanceId": "i-0aaaaaaaaaaaaaaa1",
                  "ImageId": "ami-0ccccccccccccccc1", "State": {"Code": 16, "Name": "running"},
                  "InstanceType": "t3.micro", "LaunchTime": "2025-03-04T05:06:07.000Z", "RootDeviceName": "/dev/xvda",
                  "BlockDeviceMappings": [{"DeviceName": "/dev/xvda",
                    "Ebs": {"VolumeId": "vol-0aaaaaaaaaaaaaaa1", "DeleteOnTermination": true}}]}]}]}""");
        InMemoryAws aws = InMemoryAws.load(directory);
        DescribeInstancesRequest all = DescribeInstancesRequest.builder().build();

        assertThat(aws.in(aws.region()).instances().describeInstances(all).items())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.instanceId()).isEqualTo(InstanceId.of("i-0aaaaaaaaaaaaaaa1"));
                    assertThat(instance.imageId()).isEqualTo(ImageId.of("ami-0ccccccccccccccc1"));
                    assertThat(instance.volumes()).hasSize(1);
                });
    }

    @Test
    void launchTemplatesAreAsTheyWereRecorded() {
        String version = """
                {"LaunchTemplateId": "lt-0aaaaaaaaaaaaaaa1", "LaunchTemplateName": "web", "VersionNumber": 4,
                 "DefaultVersion": true, "CreateTime": "2025-03-04T05:06:07.000Z",
                 "LaunchTemplateData": {"ImageId": "ami-0ccccccccccccccc1", "BlockDeviceMappings": [
                   {"DeviceName": "/dev/sdb", "Ebs": {"SnapshotId": "snap-0bbbbbbbbbbbbbbb1", "VolumeSize": -43}}]}}""";
        write(
                "eu-west-1/describe-launch-template-versions.json",
                "{\"LaunchTemplateVersions\": [%s, %s]}".formatted(version, version));
        InMemoryAws aws = InMemoryAws.load(directory);
        LaunchTemplatePort templates = aws.in(aws.region()).launchTemplates().orElseThrow();

        assertThat(templates
                        .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                                .addVersion("$Default")
                                .build())
                        .items())
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.launchTemplateName()).isEqualTo("web");
                    assertThat(read.versionNumber()).isEqualTo(4);
                    assertThat(read.imageId()).contains(ImageId.of("ami-0ccccccccccccccc1"));
                    assertThat(read.blockDeviceMappings()).hasSize(1);
                });
    }

    @Test
    void launchPermissionsAreRead() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        write("eu-west-1/describe-image-attribute-web.json", """
                {"ImageId": "ami-0aaaaaaaaaaaaaaa1", "LaunchPermissions": [{"UserId": "112233445566"},
                  {"OrganizationArn": "arn:aws:organizations::112233445566:organization/o-abcdefghij"}, {"New": "kind"}]}""");
        InMemoryAws aws = InMemoryAws.load(directory);

        assertThat(own(aws.as(AccountId.of("112233445566")))).isEmpty();
        assertThat(seenBy(aws.as(AccountId.of("112233445566")), OWNER)).hasSize(1);
        assertThat(seenBy(aws.as(AccountId.of("998877665544")), OWNER)).isEmpty();
    }

    @Test
    void anothersImageWasRecordedBecauseItIsShared() {
        write(
                "eu-west-1/describe-images.json",
                "{\"Images\": [%s, %s, %s]}"
                        .formatted(
                                WEB,
                                WEB.replace("aaaa1", "aaaa2").replace("web-1.0.0", "web-1.1.0"),
                                WEB.replace("aaaa1", "aaaa3").replace("210987654321", "112233445566")));
        InMemoryAws aws = InMemoryAws.load(directory);

        assertThat(aws.account()).isEqualTo(OWNER);
        assertThat(seenBy(aws, AccountId.of("112233445566"))).hasSize(1);
    }

    @Test
    void accountIsTheOwnerOfMostImagesAwsAside() {
        String amazons = WEB.replace("\"OwnerId\"", "\"ImageOwnerAlias\": \"amazon\", \"Public\": true, \"OwnerId\"")
                .replace("210987654321", "137112412989");
        write(
                "eu-west-1/describe-images.json",
                "{\"Images\": [%s, %s, %s]}"
                        .formatted(amazons.replace("aaaa1", "aaaa2"), amazons.replace("aaaa1", "aaaa3"), WEB));

        assertThat(InMemoryAws.load(directory).account()).isEqualTo(OWNER);
    }

    @Test
    void clockStartsAtTheNewestDate() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        write("eu-west-1/describe-snapshots.json", """
                {"Snapshots": [{"SnapshotId": "snap-0aaaaaaaaaaaaaaa9", "OwnerId": "210987654321",
                  "StartTime": "2025-06-07T08:09:10.000Z"}]}""");

        assertThat(InMemoryAws.load(directory).clock().instant()).isEqualTo(Instant.parse("2025-06-07T08:09:10Z"));
    }

    @Test
    void whatIsSetStandsBeforeTheRecording() {
        write("describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        Instant now = Instant.parse("2026-02-03T04:05:06Z");

        InMemoryAws aws = InMemoryAws.builder()
                .account(AccountId.of("112233445566"))
                .region(Region.US_WEST_2)
                .startingAt(now)
                .load(directory);

        assertThat(aws.account()).isEqualTo(AccountId.of("112233445566"));
        assertThat(aws.clock().instant()).isEqualTo(now);
        assertThat(seenBy(aws, OWNER)).map(Image::region).containsExactly(Region.US_WEST_2);
    }

    @Test
    void snapshotOfAnImageIsThereWithoutHavingBeenRecorded() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));

        Snapshot snapshot = ownSnapshots(InMemoryAws.load(directory)).get(0);

        assertThat(snapshot.snapshotId()).isEqualTo(SnapshotId.of("snap-0aaaaaaaaaaaaaaa1"));
        assertThat(snapshot.volumeSize()).isEmpty();
        assertThat(snapshot.state()).isEqualTo(SnapshotState.COMPLETED);
    }

    @Test
    void suppliedSnapshotGoesWithItsImage() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        InMemoryAws aws = InMemoryAws.load(directory);

        List<SnapshotDeletion> deletions = aws.in(aws.region())
                .images()
                .deregisterImage(new DeregisterImageRequest(ImageId.of("ami-0aaaaaaaaaaaaaaa1"), true));

        assertThat(deletions).map(SnapshotDeletion::code).containsExactly(SnapshotDeletionCode.SUCCESS);
        assertThat(ownSnapshots(aws)).isEmpty();
    }

    @Test
    void everyRegionHasItsOwnDirectory() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        write("us-west-2/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        write("notes/describe-images.json", "not JSON");
        InMemoryAws aws = InMemoryAws.load(directory);

        assertThat(own(aws.in(Region.EU_WEST_1))).hasSize(1);
        assertThat(own(aws.in(Region.US_WEST_2))).hasSize(1);
    }

    @Test
    void answersMayBeSpreadOverFiles() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB));
        write(
                "eu-west-1/describe-images-2.json",
                "{\"Images\": [%s, %s]}"
                        .formatted(WEB, WEB.replace("aaaa1", "aaaa2").replace("1.0.0", "1.1.0")));

        assertThat(own(InMemoryAws.load(directory)))
                .map(image -> image.name().orElseThrow())
                .containsExactlyInAnyOrder("web-1.0.0", "web-1.1.0");
    }

    @Test
    void bareListIsReadAsTheAnswer() {
        write("eu-west-1/describe-images.json", "[%s]".formatted(WEB));

        assertThat(own(InMemoryAws.load(directory))).hasSize(1);
    }

    @Test
    void emptyAnswersAreFine() {
        write("eu-west-1/describe-images.json", "{}");
        write("eu-west-1/describe-snapshots.json", "{\"Snapshots\": []}");
        write("eu-west-1/describe-instances.json", "{\"Reservations\": [], \"NextToken\": null}");

        assertThat(own(InMemoryAws.load(directory))).isEmpty();
    }

    @Test
    void oddButRealValuesAreTaken() {
        write("eu-west-1/describe-images.json", """
                {"Images": [{"ImageId": "ami-x9734234283242343", "OwnerId": "210987654321", "State": "melting",
                  "Architecture": "quantum", "Novelty": {"deep": [1, 2]}, "SourceImageId": "ami-1",
                  "BlockDeviceMappings": [{"DeviceName": "/dev/sda1", "Ebs": {"SnapshotId": "snap-0234384234bds8dfc",
                    "VolumeSize": -43, "VolumeType": "gp9"}}]}]}""");

        Image image = own(InMemoryAws.load(directory)).get(0);

        assertThat(image.name()).isEmpty();
        assertThat(image.state()).isEqualTo(ImageState.UNKNOWN);
        assertThat(image.stateText()).isEqualTo("melting");
        assertThat(image.architecture()).isEqualTo(Architecture.of("quantum"));
        assertThat(image.blockDeviceMappings().get(0).ebsVolume().orElseThrow().volumeSize())
                .hasValue(-43);
    }

    @Test
    void unreadableDateIsNamedByFileLineAndField() {
        write(
                "eu-west-1/describe-images.json",
                "{\"Images\": [\n%s,\n%s]}"
                        .formatted(
                                WEB, WEB.replace("aaaa1", "aaaa2").replace("2025-03-04T05:06:07.000Z", "yesterday")));

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "eu-west-1/describe-images.json line 8, Images[1].CreationDate: is 'yesterday', but must be a"
                                + " date such as 2026-01-02T03:04:05.000Z");
    }

    @Test
    void missingIdIsNamed() {
        write("eu-west-1/describe-images.json", "{\"Images\": [\n\n{\"OwnerId\": \"210987654321\"}]}");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessage("eu-west-1/describe-images.json line 3, Images[0]: ImageId is missing");
    }

    @Test
    void impossibleIdIsNamed() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s]}".formatted(WEB.replace("ami-0aaa", "AMI-")));

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessageStartingWith("eu-west-1/describe-images.json line 1, Images[0].ImageId: ImageId is 'AMI-");
    }

    @Test
    void wrongTypeIsNamed() {
        write("eu-west-1/describe-snapshots.json", """
                {"Snapshots": [{"SnapshotId": "snap-0aaaaaaaaaaaaaaa9", "OwnerId": "210987654321",
                  "VolumeSize": "large"}]}""");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessage(
                        "eu-west-1/describe-snapshots.json line 2, Snapshots[0].VolumeSize: is a text, but must be a"
                                + " number");
    }

    @Test
    void listThatIsNoneIsNamed() {
        write("eu-west-1/describe-images.json", "{\"Images\": \"none\"}");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessage("eu-west-1/describe-images.json line 1, Images: is a text, but must be a list");
    }

    @Test
    void brokenJsonIsNamedByFileAndLine() {
        write("eu-west-1/describe-images.json", "{\"Images\": [\n{\"ImageId\": \n]}");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessageStartingWith("eu-west-1/describe-images.json line 3: is not JSON: ");
    }

    @Test
    void cutFileIsBroken() {
        write("eu-west-1/describe-images.json", "{\"Images\": [%s".formatted(WEB));

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessageStartingWith("eu-west-1/describe-images.json line 5: is not JSON: ");
    }

    @Test
    void emptyFileIsBroken() {
        write("eu-west-1/describe-instances.json", "");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessage(
                        "eu-west-1/describe-instances.json line 1: is empty, but must be JSON; an answer without items"
                                + " is {}");
    }

    @Test
    void filesOfNoRegionNeedOne() {
        write("describe-images.json", "{}");

        assertThatThrownBy(() -> InMemoryAws.load(directory))
                .hasMessageContaining("describe-images.json is in no Region's directory, so the Region must be named");
    }

    @Test
    void directoryWithoutRecordingIsRefused() {
        write("eu-west-1/describe-hosts.json", "{}");

        assertThatThrownBy(() -> InMemoryAws.load(directory)).hasMessageContaining("holds no recording");
        assertThatThrownBy(() -> InMemoryAws.load(directory.resolve("none")))
                .hasMessageContaining("is not a directory");
    }

    private void write(String file, String json) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, json);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static List<Image> own(InMemoryAws aws) {
        return own(aws.in(aws.region()));
    }

    private static List<Image> own(InMemoryRegion region) {
        return region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDisabled(true)
                        .build())
                .items();
    }

    private static List<Image> seenBy(InMemoryAws viewer, AccountId owner) {
        return viewer.in(viewer.region())
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.of(owner))
                        .build())
                .items();
    }

    private static List<Snapshot> ownSnapshots(InMemoryAws aws) {
        return aws.in(aws.region())
                .snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .items();
    }
}
