package dev.amis.aws.internal;

import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.spi.KeyPort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** KMS keys through the SDK. */
final class KmsKeyPort implements KeyPort {

    private final KmsClient client;
    private final Attempts attempts;

    KmsKeyPort(KmsClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public KmsKey describeKey(KmsKeyId key) {
        var answer = attempts.make(
                Call.of("kms:DescribeKey", key), () -> client.describeKey(asked -> asked.keyId(key.value())));
        return read(answer.keyMetadata());
    }

    static KmsKey read(KeyMetadata told) {
        KmsKey.Builder key = KmsKey.builder();
        return key.arn(KmsKeyId.of(told.arn()))
                .manager(manager(told.keyManagerAsString()))
                .stateText(Texts.text(told.keyStateAsString()).orElseGet(KeyState.UNKNOWN::text))
                .deletionDate(Optional.ofNullable(told.deletionDate()))
                .keySpec(Texts.text(told.keySpecAsString()))
                .keyUsage(Texts.text(told.keyUsageAsString()))
                .build();
    }

    private static KmsKeyId.ManagedBy manager(@Nullable String told) {
        if ("AWS".equals(told)) {
            return KmsKeyId.ManagedBy.AWS;
        }
        return "CUSTOMER".equals(told) ? KmsKeyId.ManagedBy.CUSTOMER : KmsKeyId.ManagedBy.UNKNOWN;
    }
}
