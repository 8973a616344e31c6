package dev.amis.testing.assertion;

import static dev.amis.testing.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.model.AccountId;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.testing.Images;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ImageAssertTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Image WEB = Images.available("web-1.0.0").withTags(Tags.of("Team", "web"));
    private static final Image GOLDEN = Images.available("golden")
            .withIsPublic(true)
            .withDeprecationTime(NOW)
            .withSourceImageId(WEB.imageId())
            .withRegion(Region.EU_WEST_1)
            .withOwnerId(AccountId.of("444455556666"))
            .withDeregistrationProtection(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN)
            .withBlockDeviceMappings(BlockDeviceMapping.ebs(
                    "/dev/xvda", EbsBlockDevice.builder().encrypted(true).build()));

    /** An assertion, an image for which it holds and one for which it does not. */
    private record Case(String name, Consumer<ImageAssert> assertion, Image holds, Image fails) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("available", ImageAssert::isAvailable, WEB, Images.pending("web")),
                new Case("pending", ImageAssert::isPending, Images.pending("web"), WEB),
                new Case("disabled", ImageAssert::isDisabled, Images.disabled("web"), WEB),
                new Case("failed", ImageAssert::isFailed, Images.failed("web"), WEB),
                new Case("name", image -> image.hasName("web-1.0.0"), WEB, GOLDEN),
                new Case("owner", image -> image.isOwnedBy(WEB.ownerId()), WEB, GOLDEN),
                new Case("Region", image -> image.isIn(Region.US_EAST_1), WEB, GOLDEN),
                new Case("tag", image -> image.hasTag("Team", "web"), WEB, GOLDEN),
                new Case("tag's value", image -> image.hasTag("Team", "web"), WEB, WEB.withTags(Tags.of("Team", "x"))),
                new Case("no tag", image -> image.hasNoTag("Team"), GOLDEN, WEB),
                new Case("deprecated", image -> image.isDeprecatedAt(NOW), GOLDEN, WEB),
                new Case("deprecated too early", image -> image.isNotDeprecatedAt(NOW), WEB, GOLDEN),
                new Case("deprecation time", image -> image.hasDeprecationTime(NOW), GOLDEN, WEB),
                new Case("protected", image -> image.isProtectedAt(NOW), GOLDEN, WEB),
                new Case("encrypted", ImageAssert::isEncrypted, GOLDEN, WEB),
                new Case("encrypted without volumes", ImageAssert::isEncrypted, GOLDEN, Images.failed("web")),
                new Case("not encrypted", ImageAssert::isNotEncrypted, WEB, GOLDEN),
                new Case("public", ImageAssert::isPublic, GOLDEN, WEB),
                new Case("not public", ImageAssert::isNotPublic, WEB, GOLDEN),
                new Case("source", image -> image.isMadeFrom(WEB), GOLDEN, WEB));
    }

    @TestFactory
    Stream<DynamicTest> assertionHolds() {
        return cases().map(one ->
                DynamicTest.dynamicTest(one.name(), () -> one.assertion().accept(assertThat(one.holds()))));
    }

    @TestFactory
    Stream<DynamicTest> failureNamesTheImage() {
        return cases().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
            Throwable failure = catchThrowable(() -> one.assertion().accept(assertThat(one.fails())));

            assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(one.fails().imageId().value());
        }));
    }

    @Test
    void failureSaysWhatWasExpectedAndFound() {
        Throwable failure =
                catchThrowable(() -> assertThat(Images.failed("web")).isAvailable());

        assertThat(failure)
                .hasMessageContainingAll("to be available", "but found", "failed because of Server.InternalError");
    }
}
