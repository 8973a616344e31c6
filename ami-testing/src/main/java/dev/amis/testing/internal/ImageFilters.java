package dev.amis.testing.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageWatermark;
import dev.amis.model.ProductCode;
import dev.amis.model.StateReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** The filters of {@code DescribeImages}, all that EC2 documents. */
final class ImageFilters {

    /** EC2's way of writing a time, always with milliseconds. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static final Vocabulary<Image> ALL = watermarks(devices(new Vocabulary<>(Image::tags)
            .one("architecture", Image::architecture)
            .maybe("creation-date", image -> image.creationDate().map(TIME::format))
            .maybe("description", Image::description)
            .one("ena-support", Image::enaSupport)
            .one("free-tier-eligible", Image::freeTierEligible)
            .one("hypervisor", Image::hypervisor)
            .maybe("image-allowed", Image::imageAllowed)
            .one("image-id", Image::imageId)
            .one("image-type", Image::imageType)
            .one("is-public", Image::isPublic)
            .maybe("kernel-id", Image::kernelId)
            .maybe("manifest-location", Image::imageLocation)
            .maybe("name", Image::name)
            .maybe("owner-alias", Image::ownerAlias)
            .one("owner-id", Image::ownerId)
            .maybe("platform", Image::platform)
            .many("product-code", image -> image.productCodes().stream().map(ProductCode::code))
            .many("product-code.type", image -> image.productCodes().stream().map(ProductCode::type))
            .maybe("public-ssm-parameter-name", Image::publicSsmParameterName)
            .maybe("ramdisk-id", Image::ramdiskId)
            .maybe("root-device-name", Image::rootDeviceName)
            .one("root-device-type", Image::rootDeviceType)
            .maybe("source-image-id", Image::sourceImageId)
            .maybe("source-image-region", Image::sourceImageRegion)
            .maybe("source-instance-id", Image::sourceInstanceId)
            .maybe("sriov-net-support", Image::sriovNetSupport)
            .one("state", Image::stateText)
            .maybe("state-reason-code", image -> image.stateReason().map(StateReason::code))
            .maybe("state-reason-message", image -> image.stateReason().map(StateReason::message))
            .one("virtualization-type", Image::virtualizationType)));

    private ImageFilters() {}

    private static Vocabulary<Image> devices(Vocabulary<Image> words) {
        String prefix = "block-device-mapping.";
        return words.many(
                        prefix + "device-name",
                        image -> image.blockDeviceMappings().stream().map(BlockDeviceMapping::deviceName))
                .many(prefix + "delete-on-termination", volumes(ebs -> ebs.deleteOnTermination().stream()))
                .many(prefix + "encrypted", volumes(ebs -> ebs.encrypted().stream()))
                .many(prefix + "snapshot-id", volumes(ebs -> ebs.snapshotId().stream()))
                .many(prefix + "volume-size", volumes(ebs -> boxed(ebs.volumeSize())))
                .many(prefix + "volume-type", volumes(ebs -> ebs.volumeType().stream()));
    }

    private static Vocabulary<Image> watermarks(Vocabulary<Image> words) {
        String prefix = "image-watermark.";
        return words.many(prefix + "watermark-key", marks(mark -> Stream.of(mark.key())))
                .many(prefix + "watermark-creation-time", marks(mark -> times(mark.creationTime().stream())))
                .many(prefix + "source-image-id", marks(mark -> mark.sourceImageId().stream()))
                .many(prefix + "source-image-region", marks(mark -> mark.sourceImageRegion().stream()))
                .many(
                        prefix + "source-image-creation-time",
                        marks(mark -> times(mark.sourceImageCreationTime().stream())));
    }

    private static Function<Image, Stream<?>> volumes(Function<EbsBlockDevice, Stream<?>> attribute) {
        return image -> image.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.ebsVolume().stream())
                .flatMap(attribute);
    }

    private static Function<Image, Stream<?>> marks(Function<ImageWatermark, Stream<?>> attribute) {
        return image -> image.imageWatermarks().stream().flatMap(attribute);
    }

    private static Stream<String> times(Stream<Instant> times) {
        return times.map(TIME::format);
    }

    private static Stream<Integer> boxed(OptionalInt number) {
        return number.stream().boxed();
    }
}
