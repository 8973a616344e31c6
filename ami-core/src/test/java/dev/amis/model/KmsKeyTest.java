package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeyTest {

    private static final KmsKey KEY = KmsKey.builder()
            .state(KeyState.ENABLED)
            .arn(KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/1234"))
            .manager(KmsKeyId.ManagedBy.CUSTOMER)
            .keySpec("SYMMETRIC_DEFAULT")
            .keyUsage("ENCRYPT_DECRYPT")
            .build();

    @Test
    void itsArnTellsAccountAndRegion() {
        assertThat(KEY.account()).isEqualTo(AccountId.of("111122223333"));
        assertThat(KEY.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(KEY).hasToString("arn:aws:kms:eu-west-1:111122223333:key/1234 (Enabled)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "alias/ami", "arn:aws:kms:nowhere:111122223333:key/1234"})
    void anythingButAnArnIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEY.withArn(KmsKeyId.of(name)))
                .withMessageContaining("arn is '" + name + "', but must be the ARN of a key");
    }

    @Test
    void ebsTakesOneKindOfKeyOnly() {
        assertThat(KEY.isUnfitForEbs()).isFalse();
        assertThat(KEY.withKeySpec("RSA_2048").isUnfitForEbs()).isTrue();
        assertThat(KEY.withKeyUsage("GENERATE_VERIFY_MAC").isUnfitForEbs()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void statesAreReadByTheirWords(KeyState state) {
        assertThat(KEY.withStateText(state.text()).state()).isEqualTo(state);
    }

    @Test
    void aStateOfTomorrowIsKeptAsText() {
        KmsKey tomorrow = KEY.withStateText("Sleeping");
        assertThat(tomorrow.state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(tomorrow.stateText()).isEqualTo("Sleeping");
    }
}
