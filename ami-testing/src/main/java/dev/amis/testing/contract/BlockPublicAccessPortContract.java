package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import org.junit.jupiter.api.Test;

/** What a provider's {@link BlockPublicAccessPort} must do, if it has one, and what being public means. */
public abstract class BlockPublicAccessPortContract extends Rules {

    /** Makes a contract. */
    protected BlockPublicAccessPortContract() {}

    @Test
    void settingCanBeSwitched() {
        allowPublicImages();
        BlockPublicAccessPort setting = setting();

        setting.block();
        owner.eventually(() -> assertThat(setting.isBlocked()).isTrue());
        setting.unblock();

        owner.eventually(() -> assertThat(setting.isBlocked()).isFalse());
    }

    @Test
    void settingCountsPerRegion() {
        allowPublicImages();
        BlockPublicAccessPort elsewhere =
                arranged(ownerElsewhere().ports().blockPublicAccess(), "a setting against public images");
        boolean before = elsewhere.isBlocked();

        block();

        assertThat(elsewhere.isBlocked()).isEqualTo(before);
    }

    @Test
    void makingAnImagePublicWhileBlockedIsRefused() {
        allowPublicImages();
        ImageId image = bakedImage().imageId();
        block();

        refused(ConflictException.class, "OperationNotPermitted", () -> owner.share(image, LaunchPermission.EVERYONE));
        assertThat(owner.image(image).isPublic()).isFalse();
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void sharingWithAnAccountIsNotBlocked() {
        allowPublicImages();
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        block();

        owner.lend(image, stranger);

        assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(stranger.account()));
    }

    @Test
    void publicImageStaysPublicWhenBlocked() {
        ImageId image = publicImage();

        block();

        assertThat(owner.image(image).isPublic()).isTrue();
    }

    @Test
    void publicImageIsSeenByOtherAccounts() {
        Actor stranger = stranger();
        ImageId image = publicImage();
        DescribeImagesRequest everybodys = DescribeImagesRequest.builder()
                .addExecutableUser("all")
                .addOwner(dev.amis.spi.ImageOwner.of(owner.account()))
                .build();

        stranger.eventually(() -> assertThat(stranger.ids(everybodys)).contains(image));
        assertThat(stranger.image(image).isPublic()).isTrue();
    }

    @Test
    void publicImageIsNotSharedWithMe() {
        Actor stranger = stranger();
        ImageId image = publicImage();
        DescribeImagesRequest mine =
                DescribeImagesRequest.builder().addExecutableUser("self").build();

        assertThat(stranger.ids(mine)).doesNotContain(image);
    }

    @Test
    void publicImageCannotBeGivenUpByAReader() {
        Actor stranger = stranger();
        ImageId image = publicImage();

        refused(AmiException.class, () -> stranger.attributes().cancelLaunchPermission(image));
        assertThat(owner.image(image).isPublic()).isTrue();
    }

    @Test
    void disablingMakesAPublicImagePrivate() {
        ImageId image = publicImage();

        owner.lifecycle().disableImage(image);

        owner.eventually(() -> assertThat(owner.image(image).isPublic()).isFalse());
    }

    @Test
    void encryptedImageCannotBeMadePublic() {
        allowPublicImages();
        KmsKeyId key = arranged(world.customerManagedKey(owner.region()), "a customer managed key");
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("own-key"))
                .withEncrypted(true)
                .withKmsKeyId(key);
        Image image = owner.awaitAvailable(owner.images().copyImage(request));

        refused(AmiException.class, () -> owner.share(image.imageId(), LaunchPermission.EVERYONE));
        assertThat(owner.image(image.imageId()).isPublic()).isFalse();
    }

    private ImageId publicImage() {
        allowPublicImages();
        ImageId image = bakedImage().imageId();
        owner.share(image, LaunchPermission.EVERYONE);
        owner.eventually(() -> assertThat(owner.image(image).isPublic()).isTrue());
        return image;
    }

    private void block() {
        setting().block();
        owner.eventually(() -> assertThat(setting().isBlocked()).isTrue());
    }

    private BlockPublicAccessPort setting() {
        return arranged(owner.ports().blockPublicAccess(), "a setting against public images");
    }
}
