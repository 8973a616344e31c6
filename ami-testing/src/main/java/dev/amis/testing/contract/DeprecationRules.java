package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amis.error.AmiException;
import dev.amis.error.InvalidRequestException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** When images are hidden from other accounts' listings: {@code EnableImageDeprecation} and its opposite. */
abstract class DeprecationRules extends Rules {

    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void deprecationTimeIsRoundedToTheMinute() {
        ImageId image = bakedImage().imageId();
        Instant asked = inDays(30).truncatedTo(ChronoUnit.MINUTES).plusSeconds(40);

        owner.lifecycle().enableImageDeprecation(image, asked);

        owner.eventually(() -> assertThat(owner.image(image).deprecationTime()).isPresent());
        Instant set = owner.image(image).deprecationTime().orElseThrow();
        assertThat(set).isCloseTo(asked, within(30, ChronoUnit.SECONDS));
        assertThat(set.truncatedTo(ChronoUnit.MINUTES)).isEqualTo(set);
    }

    @Test
    void laterDeprecationTimeOverwrites() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().enableImageDeprecation(image, inDays(30));
        Instant later = inDays(60).truncatedTo(ChronoUnit.MINUTES);

        owner.lifecycle().enableImageDeprecation(image, later);

        owner.eventually(() -> assertThat(owner.image(image).deprecationTime()).contains(later));
    }

    @Test
    void deprecationCanBeTakenBack() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().enableImageDeprecation(image, inDays(30));

        owner.lifecycle().disableImageDeprecation(image);

        owner.eventually(() -> assertThat(owner.image(image).deprecationTime()).isEmpty());
    }

    @Test
    void deprecationChangesNeitherStateNorPermissions() {
        ImageId image = bakedImage().imageId();
        owner.share(image, ORGANIZATION);

        owner.lifecycle().enableImageDeprecation(image, owner.now().plus(Duration.ofMinutes(2)));
        owner.letPass(Duration.ofMinutes(4));

        assertThat(owner.image(image).isDeprecatedAt(owner.now())).isTrue();
        assertThat(owner.image(image).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(owner.permissions(image)).containsExactly(ORGANIZATION);
    }

    @Test
    void deprecationInThePastIsRefused() {
        ImageId image = bakedImage().imageId();

        refused(InvalidRequestException.class, () -> owner.lifecycle().enableImageDeprecation(image, inDays(-1)));
        assertThat(owner.image(image).deprecationTime()).isEmpty();
    }

    @Test
    void deprecationBeyondTenYearsIsRefused() {
        ImageId image = bakedImage().imageId();
        Instant tooFar = owner.now().plus(YEAR.multipliedBy(11));

        refused(InvalidRequestException.class, () -> owner.lifecycle().enableImageDeprecation(image, tooFar));
        assertThat(owner.image(image).deprecationTime()).isEmpty();
    }

    @Test
    void publicImageIsDeprecatedTwoYearsAfterItsCreation() {
        Image image = publicImage();

        assertThat(owner.image(image.imageId()).deprecationTime().orElseThrow())
                .isCloseTo(twoYearsAfter(image), within(1, ChronoUnit.DAYS));
    }

    @Test
    void deprecationOfAPublicImageCanOnlyComeEarlier() {
        Image image = publicImage();
        Instant earlier = inDays(90).truncatedTo(ChronoUnit.MINUTES);
        Instant tooLate = twoYearsAfter(image).plus(Duration.ofDays(30));

        owner.lifecycle().enableImageDeprecation(image.imageId(), earlier);

        refused(
                InvalidRequestException.class,
                () -> owner.lifecycle().enableImageDeprecation(image.imageId(), tooLate));
        assertThat(owner.image(image.imageId()).deprecationTime()).contains(earlier);
    }

    @Test
    void deprecationOfAPublicImageCannotBeTakenBack() {
        Image image = publicImage();

        refused(AmiException.class, () -> owner.lifecycle().disableImageDeprecation(image.imageId()));
        assertThat(owner.image(image.imageId()).deprecationTime()).isPresent();
    }

    private Image publicImage() {
        allowPublicImages();
        Image image = bakedImage();
        owner.share(image.imageId(), LaunchPermission.EVERYONE);
        owner.eventually(
                () -> assertThat(owner.image(image.imageId()).isPublic()).isTrue());
        return image;
    }

    private static Instant twoYearsAfter(Image image) {
        return image.creationDate()
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .plusYears(2)
                .toInstant();
    }

    private Instant inDays(int days) {
        return owner.now().plus(Duration.ofDays(days));
    }
}
