package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImageType;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What {@code DescribeImages} answers an account of its own images, and how it pages. */
abstract class DescribeImagesRules extends Rules {

    @Test
    void imageSaysWhatItIs() {
        String name = name("says");
        Instant before = owner.now();

        Image image = bakedImage(name);

        assertThat(image.name()).contains(name);
        assertThat(image.region()).isEqualTo(owner.region());
        assertThat(image.ownerId()).isEqualTo(owner.account());
        assertThat(image.imageLocation()).contains(owner.account() + "/" + name);
        assertThat(image.imageType()).isEqualTo(ImageType.MACHINE);
        assertThat(image.state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(image.isPublic()).isFalse();
        assertThat(image.deregistrationProtection()).isEqualTo(DeregistrationProtection.DISABLED);
        assertThat(image.deprecationTime()).isEmpty();
        assertThat(image.creationDate().orElseThrow())
                .isBetween(before.minus(Duration.ofMinutes(5)), owner.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void everyMappedSnapshotExists() {
        Image image = bakedImage();

        assertThat(image.snapshotIds())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(owner.findSnapshot(id)).isPresent());
    }

    @Test
    void selfAndTheAccountNumberMeanTheSame() {
        Image image = bakedImage();
        DescribeImagesRequest self = named(image).addOwner(ImageOwner.SELF).build();
        DescribeImagesRequest number =
                named(image).addOwner(ImageOwner.of(owner.account())).build();

        assertThat(owner.list(self)).containsExactly(image).isEqualTo(owner.list(number));
    }

    @Test
    void severalOwnersAreAlternatives() {
        Image image = bakedImage();

        assertThat(owner.list(named(image)
                        .addOwner(ImageOwner.AMAZON)
                        .addOwner(ImageOwner.SELF)
                        .build()))
                .containsExactly(image);
    }

    @Test
    void imagesOfAnotherRegionAreNotListed() {
        Image image = bakedImage();

        assertThat(ownerElsewhere().list(named(image).addOwner(ImageOwner.SELF).build()))
                .isEmpty();
    }

    @Test
    void unknownIdFailsTheWholeQuestion() {
        Image image = bakedImage();
        DescribeImagesRequest request = DescribeImagesRequest.builder()
                .addImageId(image.imageId())
                .addImageId(UNKNOWN_IMAGE)
                .build();

        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> owner.images().describeImages(request));
    }

    @Test
    void idOfAnotherRegionIsUnknown() {
        Image image = bakedImage();
        DescribeImagesRequest request =
                DescribeImagesRequest.builder().addImageId(image.imageId()).build();

        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> ownerElsewhere().images().describeImages(request));
    }

    @Test
    void disabledImagesAreHiddenUnlessIncluded() {
        Image image = bakedImage();
        DescribeImagesRequest listing = named(image).addOwner(ImageOwner.SELF).build();

        owner.lifecycle().disableImage(image.imageId());

        owner.eventually(() -> assertThat(owner.list(listing)).isEmpty());
        assertThat(owner.ids(listing.withIncludeDisabled(true))).containsExactly(image.imageId());
    }

    @Test
    void ownerSeesOwnDeprecatedImages() {
        Image image = bakedImage();
        owner.lifecycle().enableImageDeprecation(image.imageId(), owner.now().plus(Duration.ofMinutes(2)));

        owner.letPass(Duration.ofMinutes(4));

        assertThat(owner.image(image.imageId()).isDeprecatedAt(owner.now())).isTrue();
        assertThat(owner.ids(named(image).addOwner(ImageOwner.SELF).build())).containsExactly(image.imageId());
    }

    @Test
    void everyImageIsOnExactlyOnePage() {
        String mark = name("paged");
        List<ImageId> made = sevenImages(mark);

        List<Page<Image>> pages = pagesOfFive(mark);

        assertThat(pages)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(5));
        assertThat(idsOn(pages)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void withoutPageSizeEverythingComesAtOnce() {
        String mark = name("paged");
        List<ImageId> made = sevenImages(mark);

        Page<Image> page = owner.images().describeImages(marked(mark));

        assertThat(page.nextToken()).isEmpty();
        assertThat(idsOn(List.of(page))).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void emptyPageWithTokenIsNotTheEnd() {
        Assumptions.assumeTrue(world.answerEmptyPages(), "this world does not answer empty pages");
        String mark = name("paged");
        List<ImageId> made = sevenImages(mark);

        List<Page<Image>> pages = pagesOfFive(mark);

        assertThat(pages)
                .anyMatch(page -> page.items().isEmpty() && page.nextToken().isPresent());
        assertThat(idsOn(pages)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void madeUpTokenIsRefused() {
        DescribeImagesRequest request = marked("any").withMaxResults(5).withNextToken("made-up");

        refused(InvalidRequestException.class, () -> owner.images().describeImages(request));
    }

    private List<ImageId> sevenImages(String mark) {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        Supplier<ImageId> registering = () -> owner.images()
                .registerImage(register(name("paged"), snapshot).withTags(Tags.of("amis-contract", mark)));
        return Stream.generate(registering).limit(7).toList();
    }

    private List<Page<Image>> pagesOfFive(String mark) {
        DescribeImagesRequest request = marked(mark).withMaxResults(5);
        return Pages.all(token -> owner.images().describeImages(request.withNextToken(token)));
    }

    private static DescribeImagesRequest marked(String mark) {
        return DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(Filter.of("tag:amis-contract", mark))
                .build();
    }

    private static List<ImageId> idsOn(List<Page<Image>> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(Image::imageId)
                .toList();
    }

    private static DescribeImagesRequest.Builder named(Image image) {
        return DescribeImagesRequest.builder()
                .addFilter(Filter.of("name", image.name().orElseThrow()));
    }
}
