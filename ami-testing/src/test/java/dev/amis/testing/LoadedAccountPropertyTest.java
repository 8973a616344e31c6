package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is wrong with a recording: it loads, or the refusal names the file and the line. */
class LoadedAccountPropertyTest {

    private static final Map<String, String> RECORDING = Map.of(
            "describe-images.json",
            """
            {"Images": [{"ImageId": "ami-0aaaaaaaaaaaaaaa1", "Name": "web", "OwnerId": "210987654321", "Public": false,
              "State": "available", "StateReason": {"Code": "a", "Message": "b"}, "Architecture": "arm64",
              "CreationDate": "2025-03-04T05:06:07.000Z", "DeprecationTime": "2027-03-04T05:06:07.000Z",
              "DeregistrationProtection": "disabled after 2027-03-04T05:06:07.000Z", "Platform": "windows",
              "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": "snap-0aaaaaaaaaaaaaaa1",
                "VolumeSize": 8, "VolumeType": "gp3", "Iops": 3000, "Throughput": 125, "Encrypted": true,
                "DeleteOnTermination": true}}, {"DeviceName": "/dev/sdb", "VirtualName": "ephemeral0"}],
              "ProductCodes": [{"ProductCodeId": "p", "ProductCodeType": "marketplace"}], "ImageAllowed": true,
              "SourceImageId": "ami-0bbbbbbbbbbbbbbb1", "SourceImageRegion": "us-west-2", "ImageOwnerAlias": "amazon",
              "Tags": [{"Key": "Team", "Value": "web"}]}]}""",
            "describe-snapshots.json",
            """
            {"Snapshots": [{"SnapshotId": "snap-0aaaaaaaaaaaaaaa1", "OwnerId": "210987654321", "Progress": "100%",
              "StartTime": "2025-03-04T05:06:07.000Z", "State": "completed", "VolumeId": "vol-ffffffff", "VolumeSize": 8,
              "Encrypted": true, "KmsKeyId": "arn:aws:kms:eu-west-1:210987654321:key/1", "StorageTier": "archive",
              "FullSnapshotSizeInBytes": 5000000000, "Tags": [{"Key": "Team", "Value": "web"}]}]}""",
            "describe-instances.json",
            """
            {"Reservations": [{"OwnerId": "210987654321", "Instances": [{"InstanceId": "i-0aaaaaaaaaaaaaaa1",
              "ImageId": "ami-0aaaaaaaaaaaaaaa1", "State": {"Code": 16, "Name": "running"}, "InstanceType": "t3.micro",
              "LaunchTime": "2025-03-04T05:06:07.000Z", "RootDeviceName": "/dev/xvda", "RootDeviceType": "ebs",
              "BlockDeviceMappings": [{"DeviceName": "/dev/xvda",
                "Ebs": {"VolumeId": "vol-0aaaaaaaaaaaaaaa1", "DeleteOnTermination": true}}]}]}]}""",
            "describe-launch-template-versions.json",
            """
            {"LaunchTemplateVersions": [{"LaunchTemplateId": "lt-0aaaaaaaaaaaaaaa1", "LaunchTemplateName": "web",
              "VersionNumber": 4, "DefaultVersion": true, "CreateTime": "2025-03-04T05:06:07.000Z",
              "LaunchTemplateData": {"ImageId": "ami-0aaaaaaaaaaaaaaa1"}}]}""",
            "describe-image-attribute.json",
            """
            {"ImageId": "ami-0aaaaaaaaaaaaaaa1", "LaunchPermissions": [{"UserId": "112233445566"}, {"Group": "all"},
              {"OrganizationArn": "arn:aws:organizations::112233445566:organization/o-abcdefghij"}]}""");

    private static final List<String> FILES = List.copyOf(RECORDING.keySet());
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[] ?)(\"[^\"]*\"|-?[0-9]+|true|false)(?=[,}\\]])");
    private static final List<String> ODD_VALUES = List.of(
            "null", "\"\"", "\"odd\"", "-1", "1e99", "99999999999", "0.5", "true", "[]", "{}", "[null]", "oops");

    private Path directory = Path.of("");

    @BeforeTry
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("recording");
    }

    @AfterTry
    void removeDirectory() throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(directory.resolve("eu-west-1").resolve(file));
        }
        Files.deleteIfExists(directory.resolve("eu-west-1"));
        Files.deleteIfExists(directory);
    }

    @Property(tries = 100)
    void oddValueLoadsOrIsNamed(
            @ForAll @IntRange(max = 4) int file,
            @ForAll @IntRange(max = 60) int position,
            @ForAll @IntRange(max = 11) int oddity) {
        String changed = FILES.get(file);
        String json = RECORDING.getOrDefault(changed, "");
        List<MatchResult> values = new ArrayList<>(VALUE.matcher(json).results().toList());
        MatchResult value = values.get(position % values.size());

        write(changed, json.substring(0, value.start()) + ODD_VALUES.get(oddity) + json.substring(value.end()));

        assertLoadsOrIsNamed(changed);
    }

    @Property(tries = 100)
    void cutFileIsNamed(@ForAll @IntRange(max = 4) int file, @ForAll @IntRange(max = 10_000) int length) {
        String changed = FILES.get(file);
        String json = RECORDING.getOrDefault(changed, "");

        write(changed, json.substring(0, length % json.length()));

        assertThat(catchThrowable(() -> InMemoryAws.load(directory)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(changed + " line ");
    }

    private void assertLoadsOrIsNamed(String changed) {
        try {
            List<Image> images = InMemoryAws.load(directory)
                    .in(Region.EU_WEST_1)
                    .images()
                    .describeImages(DescribeImagesRequest.builder()
                            .addOwner(ImageOwner.SELF)
                            .includeDisabled(true)
                            .build())
                    .items();
            assertThat(images).hasSizeLessThanOrEqualTo(1);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining(changed + " line ");
        }
    }

    private void write(String changed, String json) {
        try {
            Path region = Files.createDirectories(directory.resolve("eu-west-1"));
            for (String file : FILES) {
                Files.writeString(region.resolve(file), file.equals(changed) ? json : RECORDING.getOrDefault(file, ""));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
