package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is refused before any call, each with the words that a user reads. */
class BadInputTest {

    private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    private static CreateImageRequest.Builder creating() {
        return CreateImageRequest.builder()
                .instanceId(InstanceId.of("i-0123456789abcdef0"))
                .name(ImageName.of("web-1.0.0"));
    }

    private static RegisterImageRequest.Builder registering() {
        return RegisterImageRequest.builder()
                .name(ImageName.of("web-1.0.0"))
                .architecture(Architecture.ARM64)
                .rootDeviceName("/dev/xvda");
    }

    private static BlockDeviceMapping volume(String device, EbsBlockDevice.Builder volume) {
        return BlockDeviceMapping.ebs(device, volume.build());
    }

    @Test
    void aNameOf2Characters() {
        refused(() -> ImageName.of("ab"), "image name has 2 characters, but must have from 3 to 128: 'ab'");
    }

    @Test
    void aNameOf129Characters() {
        String name = "n".repeat(129);
        refused(() -> ImageName.of(name), "image name has 129 characters, but must have from 3 to 128: '" + name + "'");
    }

    @Test
    void aNameWithANumberSign() {
        refused(
                () -> ImageName.of("web#1"),
                "image name has '#' at position 4, but only letters, digits and ( ) [ ] space . / - ' @ _ are allowed:"
                        + " 'web#1'");
    }

    @Test
    void gp3With100000Iops() {
        BlockDeviceMapping fast = volume(
                "/dev/sdf",
                EbsBlockDevice.builder()
                        .volumeType(VolumeType.GP3)
                        .volumeSize(500)
                        .iops(100_000));
        refused(
                () -> creating().addBlockDeviceMapping(fast).build(),
                "blockDeviceMappings: /dev/sdf: iops is 100000, but must be from 3000 to 80000 for gp3");
    }

    @Test
    void anSt1Root() {
        BlockDeviceMapping root = volume(
                "/dev/xvda",
                EbsBlockDevice.builder()
                        .snapshotId(SNAPSHOT)
                        .volumeType(VolumeType.ST1)
                        .volumeSize(125));
        refused(
                () -> registering().addBlockDeviceMapping(root).build(),
                "blockDeviceMappings: /dev/xvda: volumeType is st1, but a root device must be gp3, gp2, io2, io1 or"
                        + " standard");
    }

    @Test
    void twoMappingsForOneDevice() {
        BlockDeviceMapping mapping = volume("/dev/sdf", EbsBlockDevice.builder().volumeSize(8));
        refused(
                () -> creating().addBlockDeviceMappings(mapping, mapping).build(),
                "blockDeviceMappings: /dev/sdf: deviceName is in several mappings, but must be in one");
    }

    @Test
    void twoMappingsForOneDeviceByAWither() {
        BlockDeviceMapping mapping = BlockDeviceMapping.noDevice("/dev/sdf");
        CreateImageRequest good = creating().addBlockDeviceMapping(mapping).build();
        refused(
                () -> good.withBlockDeviceMappings(mapping, mapping),
                "blockDeviceMappings: /dev/sdf: deviceName is in several mappings, but must be in one");
    }

    @Test
    void aRootDeviceThatIsNotMapped() {
        refused(
                () -> registering().build(),
                "blockDeviceMappings: /dev/xvda: there is no mapping, but the root device must have one with a snapshotId");
    }

    @Test
    void anAccountIdOf11Digits() {
        refused(() -> AccountId.of("12345678901"), "AccountId is '12345678901', but must be exactly 12 digits");
    }

    @Test
    void aBareOrganizationId() {
        refused(
                () -> LaunchPermission.of(OrganizationArn.of("o-abcdefghij")),
                "OrganizationArn is 'o-abcdefghij', but must be the full ARN"
                        + " 'arn:aws:organizations::<management account>:organization/o-…'");
    }

    @Test
    void aBareOrganizationalUnitId() {
        refused(
                () -> LaunchPermission.of(OrganizationalUnitArn.of("ou-ab12-abcdefgh")),
                "OrganizationalUnitArn is 'ou-ab12-abcdefgh', but must be the full ARN"
                        + " 'arn:aws:organizations::<management account>:ou/o-…/ou-…'");
    }

    @Test
    void aTagOfAws() {
        refused(() -> Tags.of("aws:x", "y"), "tag key is 'aws:x', but keys beginning with 'aws:' are reserved for AWS");
    }

    @Test
    void aTagOfAwsThatWasReadAndIsSentBack() {
        Tags read = Tags.read(Map.of("aws:x", "y"));
        String message = "tag key is 'aws:x', but keys beginning with 'aws:' are reserved for AWS";
        refused(() -> creating().imageTags(read).build(), message);
        refused(() -> creating().snapshotTags(read).build(), message);
        refused(() -> new CreateTagsRequest(List.of("ami-0123456789abcdef0"), read), message);
    }

    @Test
    void fiftyOneTags() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < 51; i++) {
            pairs.put("key" + i, "");
        }
        refused(() -> Tags.of(pairs), "tags has 51 entries, but at most 50 are allowed");
        refused(
                () -> creating().imageTags(Tags.read(pairs)).build(),
                "tags has 51 entries, but at most 50 are allowed");
    }

    @Test
    void anAvailabilityZoneForARegion() {
        refused(
                () -> Region.of("us-east-1a"),
                "Region is 'us-east-1a', but that is an Availability Zone; its Region is 'us-east-1'");
    }

    @Test
    void aKeyWithoutEncryption() {
        refused(
                () -> CopyImageRequest.builder()
                        .name(ImageName.of("web-1.0.0"))
                        .sourceImageId(ImageId.of("ami-0123456789abcdef0"))
                        .sourceRegion(Region.EU_WEST_1)
                        .clientToken("token")
                        .kmsKeyId(KmsKeyId.of("alias/ami"))
                        .build(),
                "kmsKeyId is 'alias/ami', but needs encrypted to be true");
    }
}
