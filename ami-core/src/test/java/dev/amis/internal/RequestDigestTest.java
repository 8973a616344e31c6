package dev.amis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Tags;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

    private static final BlockDeviceMapping DATA = BlockDeviceMapping.ebs(
            "/dev/sdf", EbsBlockDevice.builder().volumeSize(20).build());
    private static final BlockDeviceMapping NONE = BlockDeviceMapping.noDevice("/dev/sdg");

    @Test
    void aDigestIsTheSameInEveryProcess() {
        assertThat(RequestDigest.of("CreateImage").with("name", "web-1.0.0").hex())
                .isEqualTo("b9893a4e359458102b9842e4abc15fc1");
    }

    @Test
    void theOrderOfTagsDoesNotMatter() {
        assertThat(digest().with("tag", Tags.of("A", "1").with("B", "2")).hex())
                .isEqualTo(
                        digest().with("tag", Tags.of("B", "2").with("A", "1")).hex());
    }

    @Test
    void theOrderOfMappingsDoesNotMatter() {
        assertThat(digest().with(List.of(DATA, NONE)).hex())
                .isEqualTo(digest().with(List.of(NONE, DATA)).hex());
    }

    @Test
    void everyDifferenceMatters() {
        assertThat(List.of(
                        digest().hex(),
                        digest().with("a", "").hex(),
                        digest().with("a", Optional.empty()).with("b", "").hex(),
                        digest().with("a", "1").hex(),
                        digest().with("a", OptionalInt.of(2)).hex(),
                        digest().with("a", "b=1:x\n").hex(),
                        digest().with("a", "").with("b", "x").hex(),
                        digest().with("a", Tags.of("k", "v")).hex(),
                        digest().with("a", Tags.of("k", "w")).hex(),
                        digest().with(List.of(DATA)).hex(),
                        digest().with(List.of(NONE)).hex(),
                        digest().with(List.of(BlockDeviceMapping.instanceStore("/dev/sdg", "ephemeral0")))
                                .hex(),
                        digest().with(List.of(BlockDeviceMapping.ebs(
                                        "/dev/sdf",
                                        EbsBlockDevice.builder()
                                                .volumeSize(20)
                                                .encrypted(false)
                                                .build())))
                                .hex()))
                .doesNotHaveDuplicates()
                .allMatch(hex -> hex.matches("[0-9a-f]{32}"));
    }

    private static RequestDigest digest() {
        return RequestDigest.of("CreateImage");
    }
}
