package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.Platform;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.query.ImageQuery;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of narrowing a search takes the image that it is about, and leaves the plain one. */
class FindingConditionsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aStepTakesItsImagesOnly(String name, UnaryOperator<Image> special, UnaryOperator<ImageQuery> step) {
        InMemoryAws aws = InMemoryAws.builder().startingAt(NOW).build();
        Image plain = plain(aws, 1);
        Image wanted = special.apply(plain(aws, 2));
        aws.seed().image(plain).image(wanted);
        ImageQuery own = Amis.using(aws).find().ownedBySelf();
        assertThat(step.apply(own).list()).containsExactly(wanted);
    }

    static Stream<Arguments> aStepTakesItsImagesOnly() {
        SnapshotId snapshot = SnapshotId.of("snap-0123456789abcdef0");
        BlockDeviceMapping mapping = BlockDeviceMapping.ebs(
                "/dev/xvda", EbsBlockDevice.builder().snapshotId(snapshot).build());
        InstanceId instance = InstanceId.of("i-0123456789abcdef0");
        ImageId source = ImageId.of("ami-0123456789abcdef0");
        ProductCode code = new ProductCode("abc", ProductCodeType.of("marketplace"));
        return Stream.of(
                step("named", image -> image.withName("web"), query -> query.named("w?b")),
                step("described", image -> image.withDescription("hello"), query -> query.described("hel*")),
                step(
                        "architecture",
                        image -> image.withArchitecture(Architecture.ARM64),
                        query -> query.architecture(Architecture.ARM64, Architecture.I386)),
                step("tag", image -> image.withTags(Tags.of("A", "1")), query -> query.tag("A", "0", "1")),
                step("tagKey", image -> image.withTags(Tags.of("A", "1")), query -> query.tagKey("A")),
                step("state", image -> image.withStateText("failed"), query -> query.state(ImageState.FAILED)),
                step(
                        "platform",
                        image -> image.withPlatform(Platform.WINDOWS),
                        query -> query.platform(Platform.WINDOWS)),
                step(
                        "rootDeviceType",
                        image -> image.withRootDeviceType(DeviceType.INSTANCE_STORE),
                        query -> query.rootDeviceType(DeviceType.INSTANCE_STORE)),
                step(
                        "virtualization",
                        image -> image.withVirtualizationType(VirtualizationType.PARAVIRTUAL),
                        query -> query.virtualization(VirtualizationType.PARAVIRTUAL)),
                step("productCode", image -> image.withProductCodes(code), query -> query.productCode("abc")),
                step(
                        "fromInstance",
                        image -> image.withSourceInstanceId(instance),
                        query -> query.fromInstance(instance)),
                step("fromImage", image -> image.withSourceImageId(source), query -> query.fromImage(source)),
                step(
                        "onSnapshot",
                        image -> image.withBlockDeviceMappings(mapping),
                        query -> query.onSnapshot(snapshot)),
                step(
                        "created",
                        image -> image.withCreationDate(Instant.parse("2025-11-24T00:00:00Z")),
                        query -> query.created("2025-11-*")),
                step("bootMode", image -> image.withBootMode(BootMode.UEFI), query -> query.bootMode(BootMode.UEFI)),
                step(
                        "imdsSupport",
                        image -> image.withImdsSupport(ImdsSupport.V2_0),
                        query -> query.imdsSupport(ImdsSupport.V2_0)),
                step(
                        "tpmSupport",
                        image -> image.withTpmSupport(TpmSupport.V2_0),
                        query -> query.tpmSupport(TpmSupport.V2_0)),
                step(
                        "deprecatedBefore",
                        image -> image.withDeprecationTime(LONG_AGO),
                        query -> query.deprecatedBefore(LONG_AGO.plusSeconds(1))),
                step(
                        "lastLaunchedBefore",
                        image -> image.withLastLaunchedTime(LONG_AGO),
                        query -> query.lastLaunchedBefore(NOW.minusSeconds(1))),
                step(
                        "lastLaunchedSince",
                        image -> image.withLastLaunchedTime(NOW),
                        query -> query.lastLaunchedSince(NOW)),
                step(
                        "protectedFromDeregistration",
                        image -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITH_COOLDOWN),
                        ImageQuery::protectedFromDeregistration),
                step(
                        "olderThan",
                        image -> image.withCreationDate(LONG_AGO),
                        query -> query.olderThan(Duration.ofDays(99))),
                step(
                        "newerThan",
                        image -> image.withCreationDate(NOW.minusSeconds(1)),
                        query -> query.newerThan(Duration.ofMinutes(1))),
                step("matching", image -> image.withEnaSupport(true), query -> query.matching(Image::enaSupport)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aStepLeavesItsImagesOut(String name, UnaryOperator<Image> special, UnaryOperator<ImageQuery> step) {
        InMemoryAws aws = InMemoryAws.builder().startingAt(NOW).build();
        Image plain = plain(aws, 1);
        aws.seed().image(plain).image(special.apply(plain(aws, 2)));
        ImageQuery own = Amis.using(aws).find().ownedBySelf();
        assertThat(step.apply(own).list()).containsExactly(plain);
    }

    static Stream<Arguments> aStepLeavesItsImagesOut() {
        return Stream.of(
                step(
                        "withoutDeprecationDate",
                        image -> image.withDeprecationTime(NOW.plusSeconds(60)),
                        ImageQuery::withoutDeprecationDate),
                step("neverLaunched", image -> image.withLastLaunchedTime(NOW), ImageQuery::neverLaunched),
                step(
                        "notProtectedFromDeregistration",
                        image -> image.withDeregistrationProtection(
                                DeregistrationProtection.coolingDownUntil(NOW.plusSeconds(60))),
                        ImageQuery::notProtectedFromDeregistration));
    }

    private static Arguments step(String name, UnaryOperator<Image> special, UnaryOperator<ImageQuery> step) {
        return arguments(name, special, step);
    }

    private static Image plain(InMemoryAws aws, int number) {
        return Image.builder()
                .imageId(ImageId.of(String.format(Locale.ROOT, "ami-%017x", number)))
                .region(Region.US_EAST_1)
                .name("plain-" + number)
                .state(ImageState.AVAILABLE)
                .ownerId(aws.account())
                .creationDate(NOW.minus(Duration.ofDays(10)))
                .architecture(Architecture.X86_64)
                .build();
    }
}
