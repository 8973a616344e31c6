package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTemplateDataTest {

    private static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");

    private static final LaunchTemplateData DATA = LaunchTemplateData.of(Map.of(
            "ImageId", IMAGE.value(),
            "MetadataOptions.HttpTokens", "required",
            "MetadataOptions.HttpPutResponseHopLimit", "2",
            "NetworkInterfaces.1.SubnetId", "subnet-1",
            "NetworkInterfaces.10.SubnetId", "subnet-10",
            "NetworkInterfaces.2.SubnetId", "subnet-2",
            "UserData", "IyEvYmluL3NoCg==",
            "TagSpecifications.1.Tags.1.Value", "secret-value"));

    @Test
    void parametersComeInTheOrderOfTheirNamesAndNumbers() {
        assertThat(DATA.parameters().keySet())
                .filteredOn(name -> name.startsWith("Network"))
                .containsExactly(
                        "NetworkInterfaces.1.SubnetId",
                        "NetworkInterfaces.2.SubnetId",
                        "NetworkInterfaces.10.SubnetId");
    }

    @Test
    void aVersionOnTopOfAnotherKeepsWhatItDoesNotName() {
        LaunchTemplateData next = LaunchTemplateData.none()
                .with("MetadataOptions.HttpTokens", "optional")
                .on(DATA);

        assertThat(next.get("MetadataOptions.HttpTokens")).contains("optional");
        assertThat(next.get("MetadataOptions.HttpPutResponseHopLimit")).isEmpty();
        assertThat(next.get("NetworkInterfaces.10.SubnetId")).contains("subnet-10");
        assertThat(next.imageReference()).contains(IMAGE.value());
    }

    @Test
    void userDataIsDecoded() {
        assertThat(DATA.userData()).contains("#!/bin/sh\n");
        assertThat(DATA.withUserData("hello").userData()).contains("hello");
        assertThat(DATA.with("UserData", "H4sIAAAAAAAA/w==").userData()).isEmpty();
        assertThat(DATA.with("UserData", "***").userData()).isEmpty();
    }

    @Test
    void neitherUserDataNorTagValuesArePrinted() {
        assertThat(DATA).asString().contains("ImageId=" + IMAGE).doesNotContain("IyEv", "secret-value");
    }

    @Test
    void securityGroupsAreReplacedTogether() {
        LaunchTemplateData three = DATA.withSecurityGroupIds(List.of("sg-1", "sg-2", "sg-3"));

        assertThat(three.securityGroupIds()).containsExactly("sg-1", "sg-2", "sg-3");
        assertThat(three.withSecurityGroupIds(List.of("sg-4")).securityGroupIds())
                .containsExactly("sg-4");
    }

    @Test
    void theMarketIsKnown() {
        assertThat(DATA.isSpot()).isFalse();
        assertThat(DATA.with("InstanceMarketOptions.MarketType", "spot").isSpot())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "imageId", "ImageId.", ".ImageId", "Network Interfaces", "A.0", "A..B", "A\nB"})
    void aNameThatIsNotEc2sIsRefused(String name) {
        assertThatThrownBy(() -> DATA.with(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void aWordWhereANumberBelongsIsNoVolume() {
        assertThat(DATA.with("BlockDeviceMappings.First.DeviceName", "/dev/sda1")
                        .blockDeviceMappings())
                .isEmpty();
    }

    @Property(tries = 200)
    void volumesAreReadAsTheyWereWritten(@ForAll("mappings") List<BlockDeviceMapping> mappings) {
        LaunchTemplateData data = DATA.withBlockDeviceMappings(mappings);

        assertThat(data.blockDeviceMappings()).isEqualTo(mappings);
        assertThat(data.withBlockDeviceMappings(List.of())).isEqualTo(DATA);
    }

    @Provide
    Arbitrary<List<BlockDeviceMapping>> mappings() {
        Arbitrary<EbsBlockDevice> volumes = Arbitraries.integers()
                .between(0, 31)
                .map(bits -> {
                    EbsBlockDevice.Builder volume = EbsBlockDevice.builder().volumeSize(bits + 1);
                    if ((bits & 1) != 0) {
                        volume.encrypted(true);
                    }
                    if ((bits & 2) != 0) {
                        volume.deleteOnTermination(false);
                    }
                    if ((bits & 4) != 0) {
                        volume.volumeType(VolumeType.GP3).iops(3_000).throughput(125);
                    }
                    if ((bits & 8) != 0) {
                        volume.snapshotId(SnapshotId.of("snap-0123456789abcdef0"));
                    }
                    if ((bits & 16) != 0) {
                        volume.kmsKeyId(KmsKeyId.of("alias/ami"));
                    }
                    return volume.build();
                });
        return Arbitraries.oneOf(
                        volumes.map(volume -> BlockDeviceMapping.ebs("/dev/sdf", volume)),
                        Arbitraries.just(BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0")),
                        Arbitraries.just(BlockDeviceMapping.noDevice("/dev/sdc")))
                .list()
                .ofMaxSize(12);
    }
}
