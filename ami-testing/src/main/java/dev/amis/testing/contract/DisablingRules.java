package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import org.junit.jupiter.api.Test;

/** How images are taken out of use and back into it: {@code DisableImage} and {@code EnableImage}. */
abstract class DisablingRules extends Rules {

    @Test
    void disabledImageSaysSo() {
        ImageId image = bakedImage().imageId();

        owner.lifecycle().disableImage(image);

        assertThat(owner.awaitState(image, ImageState.DISABLED).imageId()).isEqualTo(image);
    }

    @Test
    void disablingWipesLaunchPermissions() {
        ImageId image = bakedImage().imageId();
        owner.share(image, ORGANIZATION);

        owner.lifecycle().disableImage(image);

        owner.eventually(() -> assertThat(owner.permissions(image)).isEmpty());
    }

    @Test
    void disablingKeepsTags() {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Team", "platform"));

        owner.lifecycle().disableImage(image);

        assertThat(owner.awaitState(image, ImageState.DISABLED).tags()).isEqualTo(Tags.of("Team", "platform"));
    }

    @Test
    void disablingTwiceLeavesTheImageDisabled() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().disableImage(image);

        // What EC2 answers here is not documented; that it changes nothing is what features rely on.
        Throwable answer = catchThrowable(() -> owner.lifecycle().disableImage(image));

        assertThat(answer)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        refusal -> assertThat(refusal).isInstanceOf(AmiException.class));
        assertThat(owner.image(image).state()).isEqualTo(ImageState.DISABLED);
    }

    @Test
    void enabledImageIsAvailableAgain() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().disableImage(image);

        owner.lifecycle().enableImage(image);

        assertThat(owner.awaitAvailable(image).imageId()).isEqualTo(image);
    }

    @Test
    void enablingDoesNotBringLaunchPermissionsBack() {
        ImageId image = bakedImage().imageId();
        owner.share(image, ORGANIZATION);
        owner.lifecycle().disableImage(image);

        owner.lifecycle().enableImage(image);

        owner.awaitAvailable(image);
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void pendingImageCannotBeDisabled() {
        ImageId image = pendingImage();

        refused(ConflictException.class, () -> owner.lifecycle().disableImage(image));
    }
}
