package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.NotFoundException;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.spi.KeyPort;
import org.junit.jupiter.api.Test;

/** What a provider's {@link KeyPort} must do, if it has one. */
public abstract class KeyPortContract extends Rules {

    private static final String NO_KEY = "00000000-0000-0000-0000-000000000bad";

    /** Makes a contract. */
    protected KeyPortContract() {}

    @Test
    void aKeySaysWhatItIs() {
        KmsKeyId arn = customerManaged();

        KmsKey key = keys(owner).describeKey(arn);

        assertThat(key.arn()).isEqualTo(arn);
        assertThat(key.account()).isEqualTo(owner.account());
        assertThat(key.region()).isEqualTo(owner.region());
        assertThat(key.manager()).isEqualTo(KmsKeyId.ManagedBy.CUSTOMER);
        assertThat(key.state()).isEqualTo(KeyState.ENABLED);
        assertThat(key.deletionDate()).isEmpty();
        assertThat(key.keySpec()).contains("SYMMETRIC_DEFAULT");
        assertThat(key.keyUsage()).contains("ENCRYPT_DECRYPT");
    }

    @Test
    void aKeyIsFoundByItsBareId() {
        KmsKeyId arn = customerManaged();
        String id = arn.value().substring(arn.value().lastIndexOf('/') + 1);

        assertThat(keys(owner).describeKey(KmsKeyId.of(id)).arn()).isEqualTo(arn);
    }

    @Test
    void theKeyOfAwsForEbsIsFoundByItsName() {
        KmsKey key = keys(owner).describeKey(KmsKeyId.AWS_MANAGED_EBS);

        assertThat(key.manager()).isEqualTo(KmsKeyId.ManagedBy.AWS);
        assertThat(key.account()).isEqualTo(owner.account());
        assertThat(key.state()).isEqualTo(KeyState.ENABLED);
    }

    @Test
    void aKeyThatThereIsNotIsNotFound() {
        refused(NotFoundException.class, "NotFoundException", () -> keys(owner).describeKey(KmsKeyId.of(NO_KEY)));
    }

    @Test
    void aNameThatThereIsNotIsNotFound() {
        refused(
                NotFoundException.class,
                "NotFoundException",
                () -> keys(owner).describeKey(KmsKeyId.of("alias/" + name("none"))));
    }

    @Test
    void aKeyThatAnotherAccountDoesNotShareIsDenied() {
        KmsKeyId arn = customerManaged();

        refused(
                AccessDeniedException.class,
                "AccessDeniedException",
                () -> keys(stranger()).describeKey(arn));
    }

    @Test
    void aKeyThatAnotherAccountSharesIsTold() {
        Actor stranger = stranger();
        KmsKeyId arn = arranged(world.sharedKey(stranger.account()), "a key that another account may use");

        assertThat(keys(stranger).describeKey(arn).account()).isEqualTo(owner.account());
    }

    private KmsKeyId customerManaged() {
        return arranged(world.customerManagedKey(owner.region()), "a customer managed key");
    }

    private static KeyPort keys(Actor actor) {
        return arranged(actor.ports().keys(), "a port for keys");
    }
}
