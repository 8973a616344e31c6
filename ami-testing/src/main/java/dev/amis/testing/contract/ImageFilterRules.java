package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the filters of {@code DescribeImages} match. */
abstract class ImageFilterRules extends Rules {

    @TestFactory
    Stream<DynamicTest> everyFilterMatchesWhatTheImageSays() {
        Image image = describedImage();
        return cases(image)
                .map(one -> DynamicTest.dynamicTest(
                        one.filter(),
                        () -> assertThat(found(Filter.of(one.filter(), one.matching())))
                                .contains(image.imageId())));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterLeavesOutWhatIsDifferent() {
        Image image = describedImage();
        return cases(image)
                .map(one -> DynamicTest.dynamicTest(
                        one.filter(),
                        () -> assertThat(found(Filter.of(one.filter(), one.different())))
                                .doesNotContain(image.imageId())));
    }

    @Test
    void starStandsForAnyCharacters() {
        Image image = bakedImage();
        String name = image.name().orElseThrow();

        assertThat(found(Filter.of("name", "amis-*" + name.substring(20)))).contains(image.imageId());
        assertThat(found(Filter.of("name", name + "*"))).contains(image.imageId());
        assertThat(found(Filter.of("name", "amis-*x"))).doesNotContain(image.imageId());
    }

    @Test
    void questionMarkStandsForOneCharacter() {
        Image image = bakedImage();
        String name = image.name().orElseThrow();

        assertThat(found(Filter.of("name", "ami?" + name.substring(4)))).contains(image.imageId());
        assertThat(found(Filter.of("name", "am?" + name.substring(4)))).doesNotContain(image.imageId());
    }

    @Test
    void patternsCoverTheWholeValue() {
        Image image = bakedImage();

        assertThat(found(Filter.of("name", "amis-contract"))).doesNotContain(image.imageId());
    }

    @Test
    void backslashTakesTheMeaningOfWildcardsAway() {
        ImageId stars = tagged("50%*");
        ImageId other = tagged("50%x");

        assertThat(found(Filter.of("tag:Rate", Filter.literal("50%*"))))
                .contains(stars)
                .doesNotContain(other);
        assertThat(found(Filter.of("tag:Rate", "50%*"))).contains(stars, other);
    }

    @Test
    void backslashAndQuestionMarkCanBeLookedFor() {
        ImageId image = tagged("a\\b?");
        ImageId other = tagged("a\\bc");

        assertThat(found(Filter.of("tag:Rate", Filter.literal("a\\b?"))))
                .contains(image)
                .doesNotContain(other);
    }

    @Test
    void matchingMindsCase() {
        Image image = bakedImage();

        assertThat(found(Filter.of("name", "Amis-*"))).doesNotContain(image.imageId());
    }

    @Test
    void valuesOfOneFilterAreAlternatives() {
        Image image = bakedImage();

        assertThat(found(Filter.of("name", "something else", image.name().orElseThrow())))
                .containsExactly(image.imageId());
    }

    @Test
    void allFiltersMustMatch() {
        Image image = bakedImage();
        Filter name = Filter.of("name", image.name().orElseThrow());

        assertThat(found(name, Filter.of("state", "available"))).containsExactly(image.imageId());
        assertThat(found(name, Filter.of("state", "failed"))).isEmpty();
    }

    @Test
    void tagKeyMindsThePresenceOfTheKey() {
        ImageId tagged = tagged("1");
        ImageId bare = bakedImage().imageId();

        assertThat(found(Filter.of("tag-key", "Rate"))).contains(tagged).doesNotContain(bare);
    }

    @Test
    void stateDisabledNeedsDisabledImagesIncluded() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().disableImage(image);
        DescribeImagesRequest request = DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(Filter.of("state", "disabled"))
                .includeDisabled(true)
                .build();

        owner.eventually(() -> assertThat(owner.ids(request)).contains(image));
        assertThat(owner.ids(request.withIncludeDisabled(false))).doesNotContain(image);
    }

    @Test
    void filterThatDoesNotExistIsRefused() {
        DescribeImagesRequest request = DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(Filter.of("colour", "blue"))
                .build();

        refused(
                InvalidRequestException.class,
                "InvalidParameterValue",
                () -> owner.images().describeImages(request));
    }

    private Image describedImage() {
        return owner.awaitAvailable(owner.images()
                .createImage(create(world.runInstance(), name("filtered"))
                        .withDescription("a filtered image")
                        .withImageTags(Tags.of("Team", "platform"))));
    }

    private record Case(String filter, String matching, String different) {}

    private static Stream<Case> cases(Image image) {
        String day = image.creationDate().orElseThrow().toString().substring(0, 10);
        String root = image.rootDeviceName().orElseThrow();
        return Stream.of(
                new Case("architecture", image.architecture().value(), "arm64_mac"),
                new Case("block-device-mapping.device-name", root, "/dev/none"),
                new Case(
                        "block-device-mapping.snapshot-id",
                        image.snapshotIds().get(0).value(),
                        "snap-00000000000000bad"),
                new Case("creation-date", day + "*", "1999-*"),
                new Case("description", "a filtered image", "another image"),
                new Case("image-id", image.imageId().value(), "ami-00000000000000bad"),
                new Case("image-type", "machine", "kernel"),
                new Case("is-public", "false", "true"),
                new Case("name", image.name().orElseThrow(), "another name"),
                new Case("owner-id", image.ownerId().value(), "000000000000"),
                new Case("root-device-name", root, "/dev/none"),
                new Case("root-device-type", "ebs", "instance-store"),
                new Case(
                        "source-instance-id",
                        image.sourceInstanceId().orElseThrow().value(),
                        "i-00000000000000bad"),
                new Case("state", "available", "failed"),
                new Case("tag-key", "Team", "Colour"),
                new Case("tag:Team", "platform", "payments"),
                new Case("virtualization-type", "hvm", "paravirtual"));
    }

    private ImageId tagged(String rate) {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Rate", rate));
        owner.eventually(() -> assertThat(owner.image(image).tags().get("Rate")).contains(rate));
        return image;
    }

    private List<ImageId> found(Filter... filters) {
        return owner.ids(DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilters(filters)
                .build());
    }
}
