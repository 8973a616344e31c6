package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a bake refuses before it changes anything, and what it does not refuse. */
class BakeRefusalsTest {

    private static final InstanceType SMALL = InstanceType.of("t3.micro");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();

    @Test
    void aTypeThatCannotLaunchTheImageIsRefusedBeforeAnythingIsChanged() {
        InstanceType odd = type(info -> info.withSupportedRootDeviceTypes(DeviceType.INSTANCE_STORE));
        assertRefused(odd, "has no root device on ebs");
    }

    @Test
    void soIsOneThatDoesNotBootAsTheInstancesImageDoes() {
        Image origin = amis.find()
                .byId(BakingTest.source(aws, instance).imageId())
                .one()
                .withImageId(ImageId.of("ami-0fedcba9876543210"))
                .withName("by-uefi")
                .withBootMode(BootMode.UEFI);
        aws.seed().image(origin);
        InstanceType odd = type(info -> info.withSupportedBootModes(BootMode.LEGACY_BIOS));
        BakeReport report = amis.bake("web-1")
                .fromInstance(aws.runInstance(InstanceSpec.of(origin.imageId())))
                .verifying(gate -> gate.on(odd))
                .run();
        assertThat(report.problem().orElseThrow()).hasMessageContaining("does not boot as uefi");
        assertThat(report.steps()).isEmpty();
    }

    @Test
    void soIsOneThatDoesNotTakeAllVolumes() {
        InstanceType odd = type(info -> info.withMaximumEbsAttachments(1));
        assertThat(stopping(amis).verifying(gate -> gate.on(odd)).run().succeeded())
                .isTrue();
        Bake more = amis.bake("web-2")
                .fromInstance(instance)
                .image(image -> image.with(BlockDeviceMapping.ebs(
                        "/dev/sdf", EbsBlockDevice.builder().volumeSize(10).build())))
                .verifying(gate -> gate.on(odd));
        assertThat(more.run().problem().orElseThrow()).hasMessageContaining("attaches at most 1 volumes");
        assertThat(BakingTest.images(amis)).hasSize(1);
    }

    private void assertRefused(InstanceType odd, String why) {
        BakeReport report = stopping(amis).verifying(gate -> gate.on(odd)).run();
        assertThat(report.problem().orElseThrow())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(why);
        assertThat(report.steps()).isEmpty();
        assertThat(BakingTest.images(amis)).isEmpty();
    }

    private InstanceType type(UnaryOperator<InstanceTypeInfo> change) {
        InstanceTypeInfo info = aws.in(aws.region())
                .instanceTypes()
                .orElseThrow()
                .describeInstanceTypes(DescribeInstanceTypesRequest.builder()
                        .addInstanceTypes(SMALL)
                        .build())
                .items()
                .get(0);
        InstanceType odd = InstanceType.of("x9.odd");
        aws.in(aws.region()).instanceType(change.apply(info.withInstanceType(odd)));
        return odd;
    }

    @Test
    void typesThatCannotBeReadDoNotKeepABakeFromRunning() {
        aws.access().deny("DescribeInstanceTypes");
        checked(amis).run().orThrow();
    }

    @Test
    void checksWithoutCommandsAreRefusedBeforeAnyCall() {
        AmiProvider silent = Tampered.of(
                aws, (method, arguments, call) -> method.getName().equals("commands") ? Optional.empty() : call.go());
        aws.calls().clear();
        assertThatThrownBy(() -> checked(Amis.using(silent)).run()).isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(aws.calls().entries()).isEmpty();
        amis.bake("web-1")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL))
                .run()
                .orThrow();
    }

    private Bake checked(Amis by) {
        return by.bake("web-1")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL).check("web", "curl -fsS localhost"));
    }

    private Bake stopping(Amis by) {
        return by.bake("web-1").fromInstance(instance).stoppingFirst();
    }
}
