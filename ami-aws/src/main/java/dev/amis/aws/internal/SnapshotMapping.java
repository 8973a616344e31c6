package dev.amis.aws.internal;

import dev.amis.model.AccountId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.model.VolumeId;
import java.util.Optional;
import java.util.OptionalInt;

/** Snapshots as EC2 answers them. */
final class SnapshotMapping {

    private SnapshotMapping() {}

    static Snapshot read(Region region, software.amazon.awssdk.services.ec2.model.Snapshot snapshot) {
        Snapshot.Builder read = Snapshot.builder();
        read.region(region);
        read.snapshotId(SnapshotId.of(snapshot.snapshotId()));
        read.ownerId(AccountId.of(snapshot.ownerId()));
        read.ownerAlias(Texts.of(snapshot.ownerAlias(), OwnerAlias::of));
        read.stateText(snapshot.stateAsString());
        read.stateMessage(Texts.text(snapshot.stateMessage()));
        read.progress(percent(snapshot.progress()));
        read.startTime(Optional.ofNullable(snapshot.startTime()));
        read.completionTime(Optional.ofNullable(snapshot.completionTime()));
        read.volumeId(Texts.of(snapshot.volumeId(), VolumeId::of));
        if (snapshot.volumeSize() != null) {
            read.volumeSize(snapshot.volumeSize());
        }
        if (snapshot.fullSnapshotSizeInBytes() != null) {
            read.fullSnapshotSizeInBytes(snapshot.fullSnapshotSizeInBytes());
        }
        read.storageTier(Texts.of(snapshot.storageTierAsString(), StorageTier::of));
        read.restoreExpiryTime(Optional.ofNullable(snapshot.restoreExpiryTime()));
        read.encrypted(Texts.isTrue(snapshot.encrypted()));
        read.kmsKeyId(Texts.of(snapshot.kmsKeyId(), KmsKeyId::of));
        read.description(Texts.text(snapshot.description()));
        read.tags(TagMapping.read(snapshot.tags()));
        return read.build();
    }

    /** EC2 answers progress as text, {@code 45%}; a pending snapshot may have none yet. */
    static OptionalInt percent(@org.jspecify.annotations.Nullable String text) {
        Optional<String> digits =
                Texts.text(text).map(percent -> percent.replace("%", "").trim());
        return digits.isPresent() && digits.get().matches("\\d{1,3}")
                ? OptionalInt.of(Integer.parseInt(digits.get()))
                : OptionalInt.empty();
    }
}
