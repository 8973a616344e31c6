package dev.amis.internal.json;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
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
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How images are written, with everything that EC2 said of them. */
public final class ImageJson {

    private static final Field<Image, ImageId> ID = Field.of("id", ModelCodecs.IMAGE_ID, Image::imageId);
    private static final Field<Image, Region> REGION = Field.of("region", ModelCodecs.REGION, Image::region);
    private static final Field<Image, Optional<String>> NAME = Field.optional("name", Codec.TEXT, Image::name);
    private static final Field<Image, Optional<String>> DESCRIPTION =
            Field.optional("description", Codec.TEXT, Image::description);
    private static final Field<Image, Optional<String>> LOCATION =
            Field.optional("location", Codec.TEXT, Image::imageLocation);
    private static final Field<Image, String> STATE = Field.of("state", Codec.TEXT, Image::stateText);
    private static final Field<Image, Optional<StateReason>> STATE_REASON =
            Field.optional("stateReason", reason(), Image::stateReason);
    private static final Field<Image, AccountId> OWNER = Field.of("owner", ModelCodecs.ACCOUNT, Image::ownerId);
    private static final Field<Image, Optional<OwnerAlias>> OWNER_ALIAS =
            Field.optional("ownerAlias", Codec.TEXT.map(OwnerAlias::of, OwnerAlias::value), Image::ownerAlias);
    private static final Field<Image, Boolean> PUBLIC =
            Field.withDefault("public", Codec.BOOLEAN, Image::isPublic, false);
    private static final Field<Image, Optional<Instant>> CREATED =
            Field.optional("created", ModelCodecs.INSTANT, Image::creationDate);
    private static final Field<Image, Optional<Instant>> DEPRECATED =
            Field.optional("deprecated", ModelCodecs.INSTANT, Image::deprecationTime);
    private static final Field<Image, Optional<Instant>> LAUNCHED =
            Field.optional("lastLaunched", ModelCodecs.INSTANT, Image::lastLaunchedTime);
    private static final Field<Image, DeregistrationProtection> PROTECTION = Field.withDefault(
            "protection", ModelCodecs.PROTECTION, Image::deregistrationProtection, DeregistrationProtection.DISABLED);
    private static final Field<Image, ImageType> TYPE = Field.withDefault(
            "type", Codec.TEXT.map(ImageType::of, ImageType::value), Image::imageType, ImageType.MACHINE);
    private static final Field<Image, Architecture> ARCHITECTURE =
            Field.of("architecture", Codec.TEXT.map(Architecture::of, Architecture::value), Image::architecture);
    private static final Field<Image, Optional<Platform>> PLATFORM =
            Field.optional("platform", Codec.TEXT.map(Platform::of, Platform::value), Image::platform);
    private static final Field<Image, Optional<String>> PLATFORM_DETAILS =
            Field.optional("platformDetails", Codec.TEXT, Image::platformDetails);
    private static final Field<Image, Optional<String>> USAGE_OPERATION =
            Field.optional("usageOperation", Codec.TEXT, Image::usageOperation);
    private static final Field<Image, VirtualizationType> VIRTUALIZATION = Field.withDefault(
            "virtualization",
            Codec.TEXT.map(VirtualizationType::of, VirtualizationType::value),
            Image::virtualizationType,
            VirtualizationType.HVM);
    private static final Field<Image, Hypervisor> HYPERVISOR = Field.withDefault(
            "hypervisor", Codec.TEXT.map(Hypervisor::of, Hypervisor::value), Image::hypervisor, Hypervisor.XEN);
    private static final Field<Image, Optional<BootMode>> BOOT_MODE =
            Field.optional("bootMode", Codec.TEXT.map(BootMode::of, BootMode::value), Image::bootMode);
    private static final Field<Image, Boolean> ENA = Field.withDefault("ena", Codec.BOOLEAN, Image::enaSupport, false);
    private static final Field<Image, Optional<String>> SRIOV =
            Field.optional("sriovNet", Codec.TEXT, Image::sriovNetSupport);
    private static final Field<Image, Optional<TpmSupport>> TPM =
            Field.optional("tpm", Codec.TEXT.map(TpmSupport::of, TpmSupport::value), Image::tpmSupport);
    private static final Field<Image, Optional<ImdsSupport>> IMDS =
            Field.optional("imds", Codec.TEXT.map(ImdsSupport::of, ImdsSupport::value), Image::imdsSupport);
    private static final Field<Image, Optional<String>> KERNEL = Field.optional("kernel", Codec.TEXT, Image::kernelId);
    private static final Field<Image, Optional<String>> RAMDISK =
            Field.optional("ramdisk", Codec.TEXT, Image::ramdiskId);
    private static final Field<Image, DeviceType> ROOT_TYPE = Field.withDefault(
            "rootDeviceType", Codec.TEXT.map(DeviceType::of, DeviceType::value), Image::rootDeviceType, DeviceType.EBS);
    private static final Field<Image, Optional<String>> ROOT =
            Field.optional("rootDevice", Codec.TEXT, Image::rootDeviceName);
    private static final Field<Image, List<BlockDeviceMapping>> MAPPINGS =
            Field.list("blockDevices", MappingJson.MAPPING, Image::blockDeviceMappings);
    private static final Field<Image, List<ProductCode>> PRODUCTS =
            Field.list("productCodes", product(), Image::productCodes);
    private static final Field<Image, Tags> TAGS =
            Field.withDefault("tags", ModelCodecs.TAGS, Image::tags, Tags.none());
    private static final Field<Image, Optional<InstanceId>> SOURCE_INSTANCE = Field.optional(
            "sourceInstance", Codec.TEXT.map(InstanceId::of, InstanceId::value), Image::sourceInstanceId);
    private static final Field<Image, Optional<ImageId>> SOURCE_IMAGE =
            Field.optional("sourceImage", ModelCodecs.IMAGE_ID, Image::sourceImageId);
    private static final Field<Image, Optional<Region>> SOURCE_REGION =
            Field.optional("sourceRegion", ModelCodecs.REGION, Image::sourceImageRegion);
    private static final Field<Image, Optional<Boolean>> ALLOWED =
            Field.optional("allowed", Codec.BOOLEAN, Image::imageAllowed);
    private static final Field<Image, Boolean> FREE_TIER =
            Field.withDefault("freeTier", Codec.BOOLEAN, Image::freeTierEligible, false);
    private static final Field<Image, Optional<String>> PUBLIC_PARAMETER =
            Field.optional("publicParameter", Codec.TEXT, Image::publicSsmParameterName);
    private static final Field<Image, List<ImageWatermark>> WATERMARKS =
            Field.list("watermarks", watermark(), Image::imageWatermarks);

    /** Images. */
    public static final Codec<Image> IMAGE = Shape.of(
            ImageJson::read,
            ID,
            REGION,
            NAME,
            DESCRIPTION,
            LOCATION,
            STATE,
            STATE_REASON,
            OWNER,
            OWNER_ALIAS,
            PUBLIC,
            CREATED,
            DEPRECATED,
            LAUNCHED,
            PROTECTION,
            TYPE,
            ARCHITECTURE,
            PLATFORM,
            PLATFORM_DETAILS,
            USAGE_OPERATION,
            VIRTUALIZATION,
            HYPERVISOR,
            BOOT_MODE,
            ENA,
            SRIOV,
            TPM,
            IMDS,
            KERNEL,
            RAMDISK,
            ROOT_TYPE,
            ROOT,
            MAPPINGS,
            PRODUCTS,
            TAGS,
            SOURCE_INSTANCE,
            SOURCE_IMAGE,
            SOURCE_REGION,
            ALLOWED,
            FREE_TIER,
            PUBLIC_PARAMETER,
            WATERMARKS);

    private ImageJson() {}

    private static Image read(Shape.Values v) {
        Image.Builder image = Image.builder();
        image.imageId(v.get(ID))
                .region(v.get(REGION))
                .name(v.get(NAME))
                .description(v.get(DESCRIPTION))
                .imageLocation(v.get(LOCATION))
                .stateText(v.get(STATE))
                .stateReason(v.get(STATE_REASON))
                .ownerId(v.get(OWNER))
                .ownerAlias(v.get(OWNER_ALIAS))
                .isPublic(v.get(PUBLIC))
                .creationDate(v.get(CREATED))
                .deprecationTime(v.get(DEPRECATED))
                .lastLaunchedTime(v.get(LAUNCHED))
                .deregistrationProtection(v.get(PROTECTION))
                .imageType(v.get(TYPE))
                .architecture(v.get(ARCHITECTURE))
                .platform(v.get(PLATFORM))
                .platformDetails(v.get(PLATFORM_DETAILS))
                .usageOperation(v.get(USAGE_OPERATION))
                .virtualizationType(v.get(VIRTUALIZATION))
                .hypervisor(v.get(HYPERVISOR))
                .bootMode(v.get(BOOT_MODE))
                .enaSupport(v.get(ENA))
                .sriovNetSupport(v.get(SRIOV))
                .tpmSupport(v.get(TPM))
                .imdsSupport(v.get(IMDS))
                .kernelId(v.get(KERNEL))
                .ramdiskId(v.get(RAMDISK))
                .rootDeviceType(v.get(ROOT_TYPE))
                .rootDeviceName(v.get(ROOT))
                .addAllBlockDeviceMappings(v.get(MAPPINGS))
                .addAllProductCodes(v.get(PRODUCTS))
                .tags(v.get(TAGS))
                .sourceInstanceId(v.get(SOURCE_INSTANCE))
                .sourceImageId(v.get(SOURCE_IMAGE))
                .sourceImageRegion(v.get(SOURCE_REGION))
                .imageAllowed(v.get(ALLOWED))
                .freeTierEligible(v.get(FREE_TIER))
                .publicSsmParameterName(v.get(PUBLIC_PARAMETER))
                .addAllImageWatermarks(v.get(WATERMARKS));
        return image.build();
    }

    private static Codec<StateReason> reason() {
        Field<StateReason, String> code = Field.of("code", Codec.TEXT, StateReason::code);
        Field<StateReason, String> message = Field.of("message", Codec.TEXT, StateReason::message);
        return Shape.of(v -> new StateReason(v.get(code), v.get(message)), code, message);
    }

    private static Codec<ProductCode> product() {
        Field<ProductCode, String> code = Field.of("code", Codec.TEXT, ProductCode::code);
        Field<ProductCode, ProductCodeType> type =
                Field.of("type", Codec.TEXT.map(ProductCodeType::of, ProductCodeType::value), ProductCode::type);
        return Shape.of(v -> new ProductCode(v.get(code), v.get(type)), code, type);
    }

    private static Codec<ImageWatermark> watermark() {
        Field<ImageWatermark, String> key = Field.of("key", Codec.TEXT, ImageWatermark::key);
        Field<ImageWatermark, Optional<ImageId>> image =
                Field.optional("sourceImage", ModelCodecs.IMAGE_ID, ImageWatermark::sourceImageId);
        Field<ImageWatermark, Optional<Region>> region =
                Field.optional("sourceRegion", ModelCodecs.REGION, ImageWatermark::sourceImageRegion);
        Field<ImageWatermark, Optional<Instant>> made =
                Field.optional("sourceCreated", ModelCodecs.INSTANT, ImageWatermark::sourceImageCreationTime);
        Field<ImageWatermark, Optional<Instant>> created =
                Field.optional("created", ModelCodecs.INSTANT, ImageWatermark::creationTime);
        return Shape.of(
                v -> new ImageWatermark(v.get(key), v.get(image), v.get(region), v.get(made), v.get(created)),
                key,
                image,
                region,
                made,
                created);
    }
}
