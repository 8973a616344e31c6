package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private final Account account = Account.withOneImage();

    @Test
    void whereItIsBlockedItIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> account.amis().makePublic(account.id()).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the account blocks public access to images in this Region")
                .hasMessageContaining("call DisableImageBlockPublicAccess first");
        assertThat(account.changes()).isEmpty();
    }

    @Test
    void thePlanSaysWhatItMeans() {
        unblock();
        Plan plan = account.amis().makePublic(account.image()).plan();
        assertThat(plan.describe())
                .contains("everybody in the world can find the image, launch it, and read all data")
                .contains("quota of public images")
                .contains("EC2 deprecates public images 2 years after they were made, this one at 2028-01-05T08:")
                .contains("can be undone in part");
    }

    @Test
    void aPublicImageIsForEverybody() {
        unblock();
        account.amis().makePublic(account.id()).apply().orThrow();
        assertThat(account.now().isPublic()).isTrue();
        assertThat(account.now().deprecationTime()).isPresent();
        assertThat(account.amis().makePublic(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void anEncryptedImageIsRefused() {
        unblock();
        account.region().kmsKeys().encryptByDefault(true);
        Image encrypted = account.amis()
                .create("secret-1.0.0")
                .fromInstance(account.aws().runInstance())
                .start()
                .await();
        assertThatThrownBy(() -> account.amis().makePublic(encrypted).plan())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is encrypted, and encrypted images cannot be public");
    }

    @Test
    void anImageOfAProductIsRefused() {
        unblock();
        Image product = account.image()
                .withImageId(ImageId.of("ami-0fedcba9876543210"))
                .withName("product-1.0.0")
                .withProductCodes(new ProductCode("abc", ProductCodeType.MARKETPLACE));
        account.aws().seed().image(product);
        assertThatThrownBy(() -> account.amis().makePublic(product).plan())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("product code");
    }

    @Test
    void theQuotaIsEc2s() {
        unblock();
        account.aws().quotas().publicImages(0);
        assertThatThrownBy(() -> account.amis().makePublic(account.id()).apply().orThrow())
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void madePrivateItStaysSharedWithWhomItWas() {
        unblock();
        account.amis().makePublic(account.id()).apply();
        Plan plan = account.amis().makePrivate(account.image()).plan();
        assertThat(plan.notes()).contains("it stays shared with [" + Account.FRIEND + "]");
        account.amis().apply(plan).orThrow();
        assertThat(account.permissions()).containsExactly(LaunchPermission.of(Account.FRIEND));
    }

    @Test
    void aPrivateImageIsPrivateAlready() {
        assertThat(account.amis().makePrivate(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void undoingTakesItFromEverybody() {
        unblock();
        ChangeReport report = account.amis().makePublic(account.id()).apply();
        account.amis().undo(report).orThrow();
        assertThat(account.now().isPublic()).isFalse();
        assertThat(account.permissions()).containsExactly(LaunchPermission.of(Account.FRIEND));
    }

    private void unblock() {
        account.region().blockPublicAccess().orElseThrow().unblock();
        account.aws().calls().clear();
    }
}
