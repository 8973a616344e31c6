package dev.amis.spi;

import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;

/** KMS keys of one Region, a service of its own ({@code kms}); they are only looked at. */
public interface KeyPort {

    /**
     * Calls {@code kms:DescribeKey}. That it answers shows that the caller may look at the key, not that it may use it.
     *
     * @param key the key in any of the ways KMS takes; one of another account by its ARN
     * @return the key
     * @throws dev.amis.error.NotFoundException if there is no such key
     * @throws dev.amis.error.AccessDeniedException if the caller may not look at it; of another account's key also if there is
     *     no such key
     */
    KmsKey describeKey(KmsKeyId key);
}
