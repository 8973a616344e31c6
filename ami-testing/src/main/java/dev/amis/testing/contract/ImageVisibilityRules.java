package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which images of another account {@code DescribeImages} answers, and what it says of them. */
abstract class ImageVisibilityRules extends Rules {

    @Test
    void privateImageOfAnotherIsUnknown() {
        Actor stranger = stranger();
        Image image = bakedImage();
        DescribeImagesRequest byId =
                DescribeImagesRequest.builder().addImageId(image.imageId()).build();

        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> stranger.images().describeImages(byId));
        assertThat(stranger.ids(ownedByOwner())).doesNotContain(image.imageId());
    }

    @Test
    void sharedImageIsListedByItsOwnersNumber() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);

        stranger.eventually(() -> assertThat(stranger.ids(ownedByOwner())).contains(image));
    }

    @Test
    void sharedImageIsNotOnesOwn() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);
        DescribeImagesRequest own =
                DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build();

        assertThat(stranger.findImage(image)).isPresent();
        assertThat(stranger.ids(own)).doesNotContain(image);
    }

    @Test
    void executableBySelfAnswersWhatIsSharedWithMe() {
        Actor stranger = stranger();
        ImageId shared = sharedWith(stranger);
        ImageId secret = bakedImage().imageId();

        assertThat(stranger.ids(executableBy("self"))).contains(shared).doesNotContain(secret);
        assertThat(stranger.ids(executableBy(stranger.account().value())))
                .contains(shared)
                .doesNotContain(secret);
    }

    @Test
    void executableByAccountTellsTheOwnerWithWhomImagesAreShared() {
        Actor stranger = stranger();
        ImageId shared = sharedWith(stranger);
        ImageId secret = bakedImage().imageId();
        DescribeImagesRequest request = executableBy(stranger.account().value()).withOwners(ImageOwner.SELF);

        assertThat(owner.ids(request)).contains(shared).doesNotContain(secret);
    }

    @Test
    void ownersAndExecutableUsersMustBothMatch() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);

        assertThat(stranger.ids(executableBy("self").withOwners(ImageOwner.of(owner.account()))))
                .contains(image);
        assertThat(stranger.ids(executableBy("self").withOwners(ImageOwner.SELF)))
                .doesNotContain(image);
    }

    @Test
    void deprecatedImageOfAnotherIsHiddenUnlessIncluded() {
        Actor stranger = stranger();
        ImageId image = sharedAndDeprecated(stranger);

        assertThat(stranger.ids(ownedByOwner())).doesNotContain(image);
        assertThat(stranger.ids(ownedByOwner().withIncludeDeprecated(true))).contains(image);
    }

    @Test
    void deprecatedImageOfAnotherIsAnsweredByItsId() {
        Actor stranger = stranger();
        ImageId image = sharedAndDeprecated(stranger);
        DescribeImagesRequest byId =
                DescribeImagesRequest.builder().addImageId(image).build();

        assertThat(stranger.ids(byId)).containsExactly(image);
    }

    @Test
    void disabledImageOfAnotherIsNeverAnswered() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);

        owner.lifecycle().disableImage(image);

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isEmpty());
        assertThat(stranger.ids(ownedByOwner().withIncludeDisabled(true))).doesNotContain(image);
    }

    @Test
    void tagsAreSeenByTheAccountThatSetThem() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);

        owner.tag(image.value(), Tags.of("Team", "platform"));
        stranger.tag(image.value(), Tags.of("Seen", "yes"));

        owner.eventually(() -> assertThat(owner.image(image).tags()).isEqualTo(Tags.of("Team", "platform")));
        stranger.eventually(() -> assertThat(stranger.image(image).tags()).isEqualTo(Tags.of("Seen", "yes")));
    }

    @Test
    void tagFilterSeesTheCallersTagsOnly() {
        Actor stranger = stranger();
        ImageId image = sharedWith(stranger);
        owner.tag(image.value(), Tags.of("Team", "platform"));

        assertThat(stranger.ids(ownedByOwner().withFilters(List.of(Filter.of("tag:Team", "platform")))))
                .isEmpty();
    }

    private ImageId sharedWith(Actor stranger) {
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);
        return image;
    }

    private ImageId sharedAndDeprecated(Actor stranger) {
        ImageId image = sharedWith(stranger);
        owner.lifecycle().enableImageDeprecation(image, owner.now().plus(Duration.ofMinutes(2)));
        owner.letPass(Duration.ofMinutes(4));
        return image;
    }

    private DescribeImagesRequest ownedByOwner() {
        return DescribeImagesRequest.builder()
                .addOwner(ImageOwner.of(owner.account()))
                .build();
    }

    private static DescribeImagesRequest executableBy(String user) {
        return DescribeImagesRequest.builder().addExecutableUser(user).build();
    }
}
