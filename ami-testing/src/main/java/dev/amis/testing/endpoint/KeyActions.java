package dev.amis.testing.endpoint;

import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.spi.RegionalProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** The one action of KMS that looks at a key. */
final class KeyActions {

    private static final String KEY_ID = "KeyId";

    private KeyActions() {}

    static @Nullable Action find(String name) {
        return name.equals("DescribeKey")
                ? Action.of(DescribeKeyRequest::builder, DescribeKeyRequest.class, KeyActions::describe, KEY_ID)
                : null;
    }

    private static SdkPojo describe(DescribeKeyRequest request, RegionalProvider account) {
        KmsKeyId asked = KmsKeyId.of(Read.required(KEY_ID, request.keyId()));
        return DescribeKeyResponse.builder()
                .keyMetadata(write(account.keys().orElseThrow().describeKey(asked)))
                .build();
    }

    private static KeyMetadata write(KmsKey key) {
        String arn = key.arn().value();
        return KeyMetadata.builder()
                .awsAccountId(key.account().value())
                .keyId(arn.substring(arn.lastIndexOf('/') + 1))
                .arn(arn)
                .enabled(key.state() == KeyState.ENABLED)
                .keyManager(key.manager().name())
                .keyState(key.stateText())
                .deletionDate(key.deletionDate().orElse(null))
                .keySpec(key.keySpec().orElse(null))
                .keyUsage(key.keyUsage().orElse(null))
                .build();
    }
}
