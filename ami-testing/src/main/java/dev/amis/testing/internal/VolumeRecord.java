package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.ProductCode;
import dev.amis.model.VolumeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A volume, which snapshots are made of. */
final class VolumeRecord {

    private final VolumeId volumeId;
    private final AccountId owner;
    private final Instant createTime;
    private final EbsBlockDevice attributes;
    private final List<ProductCode> productCodes;
    private Instant lastSnapshotAt = Instant.MIN;

    VolumeRecord(
            VolumeId volumeId,
            AccountId owner,
            Instant createTime,
            EbsBlockDevice attributes,
            List<ProductCode> productCodes) {
        this.volumeId = volumeId;
        this.owner = owner;
        this.createTime = createTime;
        this.attributes = attributes;
        this.productCodes = List.copyOf(productCodes);
    }

    VolumeId volumeId() {
        return volumeId;
    }

    AccountId owner() {
        return owner;
    }

    Instant createTime() {
        return createTime;
    }

    EbsBlockDevice attributes() {
        return attributes;
    }

    int size() {
        return attributes.volumeSize().orElse(8);
    }

    boolean encrypted() {
        return attributes.encrypted().orElse(false);
    }

    Optional<KmsKeyId> key() {
        return attributes.kmsKeyId();
    }

    List<ProductCode> productCodes() {
        return productCodes;
    }

    Instant lastSnapshotAt() {
        return lastSnapshotAt;
    }

    void lastSnapshotAt(Instant at) {
        lastSnapshotAt = at;
    }
}
