package dev.amis.testing.internal.load;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeviceType;
import dev.amis.model.Hypervisor;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageType;
import dev.amis.model.ImageWatermark;
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

/** An image as {@code describe-images} prints it. */
final class ImageReader {

    private ImageReader() {}

    static Image image(JsonValue image, Region region) {
        Image.Builder builder = Image.builder()
                .imageId(image.requireAs("ImageId", ImageId::of))
                .region(region)
                .ownerId(image.requireAs("OwnerId", AccountId::of))
                .architecture(image.read("Architecture", Architecture::of).orElse(Architecture.of("unknown")))
                .tags(Tagged.tags(image))
                .addAllBlockDeviceMappings(Mappings.of(image));
        life(image, builder);
        nature(image, builder);
        origin(image, builder);
        return builder.build();
    }

    private static void life(JsonValue image, Image.Builder builder) {
        builder.name(image.text("Name"))
                .description(image.text("Description").filter(text -> !text.isEmpty()))
                .imageLocation(image.text("ImageLocation"))
                .stateText(image.text("State").orElse("unknown"))
                .stateReason(image.get("StateReason")
                        .map(reason -> new StateReason(
                                reason.text("Code").orElse(""),
                                reason.text("Message").orElse(""))))
                .ownerAlias(image.read("ImageOwnerAlias", OwnerAlias::of))
                .isPublic(image.flag("Public"))
                .creationDate(image.instant("CreationDate"))
                .deprecationTime(image.instant("DeprecationTime"))
                .lastLaunchedTime(image.instant("LastLaunchedTime"))
                .deregistrationProtection(image.read("DeregistrationProtection", DeregistrationProtection::parse)
                        .orElse(DeregistrationProtection.DISABLED));
    }

    private static void nature(JsonValue image, Image.Builder builder) {
        builder.imageType(image.read("ImageType", ImageType::of).orElse(ImageType.MACHINE))
                .platform(image.read("Platform", Platform::of))
                .platformDetails(image.text("PlatformDetails"))
                .usageOperation(image.text("UsageOperation"))
                .virtualizationType(
                        image.read("VirtualizationType", VirtualizationType::of).orElse(VirtualizationType.HVM))
                .hypervisor(image.read("Hypervisor", Hypervisor::of).orElse(Hypervisor.XEN))
                .rootDeviceType(image.read("RootDeviceType", DeviceType::of).orElse(DeviceType.EBS))
                .rootDeviceName(image.text("RootDeviceName"))
                .enaSupport(image.flag("EnaSupport"))
                .sriovNetSupport(image.text("SriovNetSupport"))
                .bootMode(image.read("BootMode", BootMode::of))
                .tpmSupport(image.read("TpmSupport", TpmSupport::of))
                .imdsSupport(image.read("ImdsSupport", ImdsSupport::of))
                .kernelId(image.text("KernelId"))
                .ramdiskId(image.text("RamdiskId"));
    }

    private static void origin(JsonValue image, Image.Builder builder) {
        builder.sourceInstanceId(image.readIfItFits("SourceInstanceId", InstanceId::of))
                .sourceImageId(image.readIfItFits("SourceImageId", ImageId::of))
                .sourceImageRegion(image.readIfItFits("SourceImageRegion", Region::of))
                .imageAllowed(image.get("ImageAllowed").map(JsonValue::flag))
                .freeTierEligible(image.flag("FreeTierEligible"))
                .publicSsmParameterName(image.text("PublicSsmParameterName"));
        image.list("ProductCodes")
                .forEach(code -> builder.addProductCode(new ProductCode(
                        code.require("ProductCodeId").text(),
                        code.read("ProductCodeType", ProductCodeType::of).orElse(ProductCodeType.MARKETPLACE))));
        image.list("ImageWatermarks").forEach(mark -> builder.addImageWatermark(watermark(mark)));
    }

    private static ImageWatermark watermark(JsonValue mark) {
        return new ImageWatermark(
                mark.require("WatermarkKey").text(),
                mark.readIfItFits("SourceImageId", ImageId::of),
                mark.readIfItFits("SourceImageRegion", Region::of),
                mark.instant("SourceImageCreationTime"),
                mark.instant("WatermarkCreationTime"));
    }
}
