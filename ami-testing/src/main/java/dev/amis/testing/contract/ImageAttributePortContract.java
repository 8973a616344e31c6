package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.ImdsSupport;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a provider's {@link dev.amis.spi.ImageAttributePort} must do: who may launch an image, and what can be changed. */
public abstract class ImageAttributePortContract extends Rules {

    private static final LaunchPermission UNIT = LaunchPermission.of(
            OrganizationalUnitArn.of("arn:aws:organizations::112233445566:ou/o-abcdefghij/ou-ab12-abcdefgh"));

    /** Makes a contract. */
    protected ImageAttributePortContract() {}

    @Test
    void newImageIsPrivate() {
        assertThat(owner.permissions(bakedImage().imageId())).isEmpty();
    }

    @Test
    void sharingWithAnAccountLetsItSeeTheImage() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();

        owner.share(image, LaunchPermission.of(stranger.account()));

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isPresent());
        assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(stranger.account()));
        assertThat(owner.image(image).isPublic()).isFalse();
    }

    @Test
    void unsharingTakesItAway() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        owner.unshare(image, LaunchPermission.of(stranger.account()));

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isEmpty());
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void organizationsAndUnitsAreKeptAsArns() {
        ImageId image = bakedImage().imageId();

        owner.attributes()
                .modifyLaunchPermissions(
                        new ModifyLaunchPermissionsRequest(image, Set.of(ORGANIZATION, UNIT), Set.of()));

        owner.eventually(() -> assertThat(owner.permissions(image)).containsExactlyInAnyOrder(ORGANIZATION, UNIT));
    }

    @Test
    void sharingWithAnOrganizationReachesItsAccounts() {
        Actor stranger = stranger();
        OrganizationArn organization = arranged(world.organizationOfSecondAccount(), "an organization");
        ImageId image = bakedImage().imageId();

        owner.share(image, LaunchPermission.of(organization));

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isPresent());
    }

    @Test
    void sharingWithAUnitReachesItsAccounts() {
        Actor stranger = stranger();
        OrganizationalUnitArn unit = arranged(world.organizationalUnitOfSecondAccount(), "an organizational unit");
        ImageId image = bakedImage().imageId();

        owner.share(image, LaunchPermission.of(unit));

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isPresent());
    }

    @Test
    void sharingWithAnotherOrganizationReachesNobody() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();

        owner.share(image, ORGANIZATION);

        assertThat(stranger.findImage(image)).isEmpty();
    }

    @Test
    void oneCallCanAddAndRemove() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.share(image, ORGANIZATION);

        owner.attributes()
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                        image, Set.of(LaunchPermission.of(stranger.account())), Set.of(ORGANIZATION)));

        owner.eventually(
                () -> assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(stranger.account())));
    }

    @Test
    void resettingMakesPrivate() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);
        owner.share(image, ORGANIZATION);

        owner.attributes().resetLaunchPermissions(image);

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isEmpty());
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void recipientCanGiveUpWhatWasShared() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        stranger.attributes().cancelLaunchPermission(image);

        stranger.eventually(() -> assertThat(stranger.findImage(image)).isEmpty());
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void recipientCannotGiveUpWhatAnOrganizationHas() {
        Actor stranger = stranger();
        OrganizationArn organization = arranged(world.organizationOfSecondAccount(), "an organization");
        ImageId image = bakedImage().imageId();
        owner.share(image, LaunchPermission.of(organization));
        stranger.eventually(() -> assertThat(stranger.findImage(image)).isPresent());

        refused(AmiException.class, () -> stranger.attributes().cancelLaunchPermission(image));
        assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(organization));
    }

    @Test
    void permissionsAreForTheOwnerToSee() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        refused(AccessDeniedException.class, () -> stranger.permissions(image));
    }

    @Test
    void recipientCannotShareOn() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        refused(AccessDeniedException.class, () -> stranger.share(image, ORGANIZATION));
        assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(stranger.account()));
    }

    @Test
    void pendingImageCannotBeShared() {
        ImageId image = pendingImage();

        refused(ConflictException.class, "InvalidAMIID.Unavailable", () -> owner.share(image, ORGANIZATION));
    }

    @Test
    void disabledImageCannotBeShared() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().disableImage(image);

        refused(ConflictException.class, () -> owner.share(image, ORGANIZATION));
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void imageOnTheDefaultKeyCannotBeShared() {
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("default-key"))
                .withEncrypted(true)
                .withKmsKeyId(KmsKeyId.AWS_MANAGED_EBS);
        ImageId image = owner.awaitAvailable(owner.images().copyImage(request)).imageId();

        refused(
                InvalidRequestException.class,
                "InvalidParameter",
                () -> owner.share(image, LaunchPermission.of(AccountId.of("112233445566"))));
        assertThat(owner.permissions(image)).isEmpty();
    }

    @Test
    void imageOnACustomersKeyCanBeShared() {
        KmsKeyId key = arranged(world.customerManagedKey(owner.region()), "a customer managed key");
        Actor stranger = stranger();
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("own-key"))
                .withEncrypted(true)
                .withKmsKeyId(key);
        ImageId image = owner.awaitAvailable(owner.images().copyImage(request)).imageId();

        owner.lend(image, stranger);

        assertThat(owner.permissions(image)).containsExactly(LaunchPermission.of(stranger.account()));
    }

    @Test
    void permissionsOfAnUnknownImageAreRefused() {
        refused(NotFoundException.class, "InvalidAMIID.NotFound", () -> owner.permissions(UNKNOWN_IMAGE));
        refused(NotFoundException.class, "InvalidAMIID.NotFound", () -> owner.share(UNKNOWN_IMAGE, ORGANIZATION));
    }

    @Test
    void descriptionCanBeChanged() {
        ImageId image = bakedImage().imageId();

        owner.attributes().modifyDescription(image, "the web server");

        owner.eventually(() -> assertThat(owner.image(image).description()).contains("the web server"));
    }

    @Test
    void imdsV2CanBeRequired() {
        ImageId image = bakedImage().imageId();

        owner.attributes().requireImdsV2(image);

        owner.eventually(() -> assertThat(owner.image(image).imdsSupport()).contains(ImdsSupport.V2_0));
    }

    @Test
    void attributesAreForTheOwnerToChange() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        refused(AccessDeniedException.class, () -> stranger.attributes().modifyDescription(image, "mine now"));
        assertThat(owner.image(image).description()).isEmpty();
    }
}
