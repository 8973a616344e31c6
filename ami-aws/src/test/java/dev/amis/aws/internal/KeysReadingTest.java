package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** What is asked of a key arrives whole, and what is answered is read whole. */
class KeysReadingTest {

    private static final String ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234";
    private static final Instant DATE = Instant.parse("2026-02-01T00:00:00Z");
    private static final KeyMetadata METADATA = KeyMetadata.builder()
            .keyId("1234")
            .arn(ARN)
            .awsAccountId("111122223333")
            .keyManager(KeyManagerType.CUSTOMER)
            .keyState("PendingDeletion")
            .deletionDate(DATE)
            .keySpec("RSA_2048")
            .keyUsage("SIGN_VERIFY")
            .build();

    @Test
    void aKeyIsAskedForByItsNameAndReadWhole() {
        RecordingClient sdk = answering(METADATA);

        KmsKey key = describe(sdk, "alias/ami");

        assertThat(sdk.request()).isEqualTo(Map.of("KeyId", "alias/ami"));
        assertThat(key.arn()).isEqualTo(KmsKeyId.of(ARN));
        assertThat(key.account()).isEqualTo(AccountId.of("111122223333"));
        assertThat(key.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(key.manager()).isEqualTo(KmsKeyId.ManagedBy.CUSTOMER);
        assertThat(key.state()).isEqualTo(KeyState.PENDING_DELETION);
        assertThat(key.deletionDate()).contains(DATE);
        assertThat(key.keySpec()).contains("RSA_2048");
        assertThat(key.keyUsage()).contains("SIGN_VERIFY");
    }

    @Test
    void managersAreToldApart() {
        assertThat(manager("AWS")).isEqualTo(KmsKeyId.ManagedBy.AWS);
        assertThat(manager("CUSTOMER")).isEqualTo(KmsKeyId.ManagedBy.CUSTOMER);
        assertThat(manager("NOBODY")).isEqualTo(KmsKeyId.ManagedBy.UNKNOWN);
    }

    @Test
    void whatIsLeftOutIsNotMadeUp() {
        KmsKey key = describe(answering(KeyMetadata.builder().arn(ARN).build()), ARN);

        assertThat(key.manager()).isEqualTo(KmsKeyId.ManagedBy.UNKNOWN);
        assertThat(key.state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(key.deletionDate()).isEmpty();
        assertThat(key.keySpec()).isEmpty();
        assertThat(key.keyUsage()).isEmpty();
    }

    @Test
    void aStateOfTomorrowIsKeptAsText() {
        KmsKey key =
                describe(answering(METADATA.toBuilder().keyState("Sleeping").build()), ARN);

        assertThat(key.stateText()).isEqualTo("Sleeping");
        assertThat(key.state()).isEqualTo(KeyState.UNKNOWN);
    }

    /** A word that the SDK knows and core does not would be passed over in silence. */
    @ParameterizedTest
    @EnumSource(
            value = software.amazon.awssdk.services.kms.model.KeyState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "UNKNOWN_TO_SDK_VERSION")
    void everyStateOfTheSdkIsKnown(software.amazon.awssdk.services.kms.model.KeyState state) {
        assertThat(describe(answering(METADATA.toBuilder().keyState(state).build()), ARN)
                        .state())
                .isNotEqualTo(KeyState.UNKNOWN);
    }

    private static KmsKeyId.ManagedBy manager(String word) {
        return describe(answering(METADATA.toBuilder().keyManager(word).build()), ARN)
                .manager();
    }

    private static RecordingClient answering(KeyMetadata metadata) {
        return new RecordingClient(
                DescribeKeyResponse.builder().keyMetadata(metadata).build());
    }

    private static KmsKey describe(RecordingClient sdk, String name) {
        return new KmsKeyPort(sdk.as(KmsClient.class), RecordingClient.attempts()).describeKey(KmsKeyId.of(name));
    }
}
