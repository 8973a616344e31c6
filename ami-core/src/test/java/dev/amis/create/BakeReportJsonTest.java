package dev.amis.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Hypervisor;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageType;
import dev.amis.model.ImageWatermark;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Platform;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StateReason;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.model.VolumeType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BakeReportJsonTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    private static final InstanceId INSTANCE = InstanceId.of("i-0123456789abcdef0");

    /** Nothing is as by default. */
    private static final Image FULL = Image.builder()
            .imageId(IMAGE)
            .region(Region.EU_WEST_1)
            .name("web-1")
            .description("ü \"quoted\"")
            .imageLocation("111122223333/web-1")
            .stateText("brand-new")
            .stateReason(new StateReason("Client.InternalError", "why"))
            .ownerId(AccountId.of("111122223333"))
            .ownerAlias(OwnerAlias.AMAZON)
            .isPublic(true)
            .creationDate(NOON)
            .deprecationTime(NOON)
            .lastLaunchedTime(NOON)
            .deregistrationProtection(DeregistrationProtection.parse("enabled-with-cooldown"))
            .imageType(ImageType.KERNEL)
            .architecture(Architecture.ARM64)
            .platform(Platform.WINDOWS)
            .platformDetails("Windows")
            .usageOperation("RunInstances:0002")
            .virtualizationType(VirtualizationType.PARAVIRTUAL)
            .hypervisor(Hypervisor.OVM)
            .bootMode(BootMode.UEFI)
            .enaSupport(true)
            .sriovNetSupport("simple")
            .tpmSupport(TpmSupport.V2_0)
            .imdsSupport(ImdsSupport.V2_0)
            .kernelId("aki-1")
            .ramdiskId("ari-1")
            .rootDeviceType(DeviceType.INSTANCE_STORE)
            .rootDeviceName("/dev/xvda")
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                    "/dev/xvda",
                    EbsBlockDevice.builder()
                            .snapshotId(SnapshotId.of("snap-0123456789abcdef0"))
                            .volumeSize(8)
                            .volumeType(VolumeType.GP3)
                            .iops(3000)
                            .throughput(125)
                            .encrypted(true)
                            .kmsKeyId(KmsKeyId.of("alias/ami"))
                            .deleteOnTermination(false)
                            .build()))
            .addBlockDeviceMapping(BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0"))
            .addBlockDeviceMapping(BlockDeviceMapping.noDevice("/dev/sdc"))
            .addProductCode(new ProductCode("abc", ProductCodeType.MARKETPLACE))
            .tags(Tags.read(Map.of("Team", "web", "aws:x", "y")))
            .sourceInstanceId(INSTANCE)
            .sourceImageId(IMAGE)
            .sourceImageRegion(Region.US_EAST_1)
            .imageAllowed(false)
            .freeTierEligible(true)
            .publicSsmParameterName("/aws/x")
            .addImageWatermark(new ImageWatermark(
                    "1:x", Optional.of(IMAGE), Optional.of(Region.US_EAST_1), Optional.of(NOON), Optional.of(NOON)))
            .build();

    private static final BakeReport REPORT = BakeReport.builder()
            .name(ImageName.of("web-1"))
            .instanceId(INSTANCE)
            .region(Region.EU_WEST_1)
            .startedAt(NOON)
            .finishedAt(NOON.plusSeconds(90))
            .addStep(new BakeStep(BakeStep.Kind.CREATE, BakeStep.Outcome.FOUND_DONE, ""))
            .addStep(new BakeStep(BakeStep.Kind.PUBLISH, BakeStep.Outcome.DONE, "a list"))
            .image(FULL)
            .addLeftBehind("it stays")
            .build();

    @Test
    void everythingThatEc2SaidOfTheImageSurvives() {
        assertThat(BakeReport.fromJson(REPORT.toJson())).isEqualTo(REPORT);
    }

    @Test
    void noAttributeOfTheSampleIsAsByDefault() throws ReflectiveOperationException {
        Image plain = Image.builder()
                .imageId(ImageId.of("ami-0fedcba9876543210"))
                .region(Region.US_WEST_2)
                .stateText("available")
                .ownerId(AccountId.of("444455556666"))
                .architecture(Architecture.X86_64)
                .build();
        for (Method getter : Image.class.getMethods()) {
            boolean attribute = getter.getParameterCount() == 0
                    && !Modifier.isStatic(getter.getModifiers())
                    && getter.getDeclaringClass() != Object.class
                    && !List.of("toString", "hashCode").contains(getter.getName());
            if (attribute) {
                getter.setAccessible(true);
                assertThat(getter.invoke(FULL)).as(getter.getName()).isNotEqualTo(getter.invoke(plain));
            }
        }
    }

    @Test
    void everyKindOfExceptionSurvives() throws ReflectiveOperationException {
        Collection<Class<?>> kinds = Arrays.asList(AmiException.class.getPermittedSubclasses());
        assertThat(kinds).hasSizeGreaterThan(10);
        for (Class<?> kind : kinds) {
            Failure failure = Failure.of("CreateImage", "why")
                    .resource("web-1")
                    .region(Region.EU_WEST_1)
                    .code("Some.Code")
                    .advice("do")
                    .requestId("1-2")
                    .build();
            AmiException thrown =
                    (AmiException) kind.getConstructor(Failure.class).newInstance(failure);
            BakeReport failed = REPORT.withProblem(thrown).withImage(Optional.empty());
            BakeReport read = BakeReport.fromJson(failed.toJson());
            assertThat(read.problem().orElseThrow()).isExactlyInstanceOf(kind).hasMessage(thrown.getMessage());
            assertThat(read.describe()).isEqualTo(failed.describe());
            assertThat(read.toJson()).isEqualTo(failed.toJson());
        }
    }

    @Test
    void aReportThatWasChangedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BakeReport.fromJson(REPORT.toJson().replace("a list", "b list")))
                .withMessageContaining("fingerprint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BakeReport.fromJson("{}"))
                .withMessageStartingWith("the bake cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BakeReport.fromJson(REPORT.toJson().replace("\"create\"", "\"made\"")))
                .withMessageContaining("'made' is none of");
    }
}
