package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import org.junit.jupiter.api.Test;

class BlockDeviceContextTest {

    @Test
    void knowsNothingButTheOperation() {
        BlockDeviceContext context = BlockDeviceContext.of(Operation.CREATE_IMAGE);
        assertThat(context)
                .isEqualTo(BlockDeviceContext.builder()
                        .operation(Operation.CREATE_IMAGE)
                        .build());
        assertThat(context.windows()).isEmpty();
        assertThat(context.existing()).isEmpty();
    }

    @Test
    void knowsAnInstance() {
        BlockDeviceContext context = BlockDeviceContext.creatingFrom(Samples.instance());
        assertThat(context.operation()).isEqualTo(Operation.CREATE_IMAGE);
        assertThat(context.virtualizationType()).contains(VirtualizationType.HVM);
        assertThat(context.windows()).contains(false);
        assertThat(context.rootDeviceName()).contains("/dev/xvda");
        assertThat(context.existing())
                .containsExactly(
                        BlockDeviceMapping.ebs(
                                "/dev/xvda",
                                EbsBlockDevice.builder()
                                        .deleteOnTermination(true)
                                        .build()),
                        BlockDeviceMapping.ebs(
                                "/dev/sdf",
                                EbsBlockDevice.builder()
                                        .deleteOnTermination(false)
                                        .build()));
    }

    @Test
    void knowsAnImage() {
        BlockDeviceContext context = BlockDeviceContext.launching(Samples.image());
        assertThat(context.operation()).isEqualTo(Operation.RUN_INSTANCES);
        assertThat(context.virtualizationType()).contains(VirtualizationType.HVM);
        assertThat(context.windows()).contains(false);
        assertThat(context.rootDeviceName()).contains("/dev/xvda");
        assertThat(context.existing()).isEqualTo(Samples.image().blockDeviceMappings());
    }

    @Test
    void knowsWindowsByItsPlatform() {
        assertThat(BlockDeviceContext.launching(Samples.image().withPlatform(Platform.of("Windows")))
                        .windows())
                .contains(true);
        assertThat(BlockDeviceContext.creatingFrom(Samples.instance().withPlatform(Platform.WINDOWS))
                        .windows())
                .contains(true);
    }
}
