package dev.amis.aws.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeviceType;
import dev.amis.model.Hypervisor;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageType;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Platform;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.StateReason;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import java.util.Optional;

/**
 * Images as EC2 answers them. Every enumeration is read as its text: the SDK's typed getters lose what it does not know,
 * and {@code platform()} even what it knows.
 */
final class ImageMapping {

    private ImageMapping() {}

    static Image read(Region region, software.amazon.awssdk.services.ec2.model.Image image) {
        Image.Builder read = Image.builder();
        read.region(region);
        identity(read, image);
        times(read, image);
        machine(read, image);
        origin(read, image);
        read.tags(TagMapping.read(image.tags()));
        read.addAllBlockDeviceMappings(DeviceMapping.read(image.blockDeviceMappings()));
        return read.build();
    }

    private static void identity(Image.Builder read, software.amazon.awssdk.services.ec2.model.Image image) {
        read.imageId(ImageId.of(image.imageId()));
        read.ownerId(AccountId.of(image.ownerId()));
        read.ownerAlias(Texts.of(image.imageOwnerAlias(), OwnerAlias::of));
        read.name(Texts.text(image.name()));
        read.description(Texts.text(image.description()));
        read.imageLocation(Texts.text(image.imageLocation()));
        read.stateText(image.stateAsString());
        read.stateReason(Optional.ofNullable(image.stateReason())
                .map(reason -> new StateReason(
                        Texts.text(reason.code()).orElse(""),
                        Texts.text(reason.message()).orElse(""))));
        read.isPublic(Texts.isTrue(image.publicLaunchPermissions()));
        read.imageAllowed(Optional.ofNullable(image.imageAllowed()));
        read.freeTierEligible(Texts.isTrue(image.freeTierEligible()));
        read.addAllProductCodes(image.productCodes().stream()
                .map(code -> new ProductCode(code.productCodeId(), ProductCodeType.of(code.productCodeTypeAsString())))
                .toList());
        Texts.text(image.deregistrationProtection())
                .map(DeregistrationProtection::parse)
                .ifPresent(read::deregistrationProtection);
    }

    private static void times(Image.Builder read, software.amazon.awssdk.services.ec2.model.Image image) {
        read.creationDate(Texts.instant(image.creationDate()));
        read.deprecationTime(Texts.instant(image.deprecationTime()));
        read.lastLaunchedTime(Texts.instant(image.lastLaunchedTime()));
    }

    private static void machine(Image.Builder read, software.amazon.awssdk.services.ec2.model.Image image) {
        // An image that failed early may have none.
        read.architecture(
                Texts.of(image.architectureAsString(), Architecture::of).orElse(Architecture.of("unknown")));
        Texts.of(image.imageTypeAsString(), ImageType::of).ifPresent(read::imageType);
        Texts.of(image.virtualizationTypeAsString(), VirtualizationType::of).ifPresent(read::virtualizationType);
        Texts.of(image.hypervisorAsString(), Hypervisor::of).ifPresent(read::hypervisor);
        Texts.of(image.rootDeviceTypeAsString(), DeviceType::of).ifPresent(read::rootDeviceType);
        read.platform(Texts.of(image.platformAsString(), Platform::of));
        read.platformDetails(Texts.text(image.platformDetails()));
        read.usageOperation(Texts.text(image.usageOperation()));
        read.rootDeviceName(Texts.text(image.rootDeviceName()));
        read.enaSupport(Texts.isTrue(image.enaSupport()));
        read.sriovNetSupport(Texts.text(image.sriovNetSupport()));
        read.bootMode(Texts.of(image.bootModeAsString(), BootMode::of));
        read.tpmSupport(Texts.of(image.tpmSupportAsString(), TpmSupport::of));
        read.imdsSupport(Texts.of(image.imdsSupportAsString(), ImdsSupport::of));
        read.kernelId(Texts.text(image.kernelId()));
        read.ramdiskId(Texts.text(image.ramdiskId()));
    }

    private static void origin(Image.Builder read, software.amazon.awssdk.services.ec2.model.Image image) {
        read.sourceInstanceId(Texts.of(image.sourceInstanceId(), InstanceId::of));
        read.sourceImageId(Texts.of(image.sourceImageId(), ImageId::of));
        read.sourceImageRegion(Texts.of(image.sourceImageRegion(), Region::of));
    }
}
