package dev.amis.testing.internal.load;

import dev.amis.model.AccountId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.model.VolumeId;
import java.util.OptionalInt;

/** A snapshot as {@code describe-snapshots} prints it. */
final class SnapshotReader {

    private SnapshotReader() {}

    static Snapshot snapshot(JsonValue snapshot, Region region) {
        return Snapshot.builder()
                .snapshotId(snapshot.requireAs("SnapshotId", SnapshotId::of))
                .region(region)
                .ownerId(snapshot.requireAs("OwnerId", AccountId::of))
                .ownerAlias(snapshot.read("OwnerAlias", OwnerAlias::of))
                .stateText(snapshot.text("State").orElse("unknown"))
                .stateMessage(snapshot.text("StateMessage").filter(text -> !text.isEmpty()))
                .progress(progress(snapshot))
                .startTime(snapshot.instant("StartTime"))
                .completionTime(snapshot.instant("CompletionTime"))
                .volumeId(snapshot.readIfItFits("VolumeId", VolumeId::of))
                .volumeSize(snapshot.wholeNumber("VolumeSize"))
                .fullSnapshotSizeInBytes(snapshot.largeNumber("FullSnapshotSizeInBytes"))
                .storageTier(snapshot.read("StorageTier", StorageTier::of))
                .restoreExpiryTime(snapshot.instant("RestoreExpiryTime"))
                .encrypted(snapshot.flag("Encrypted"))
                .kmsKeyId(snapshot.read("KmsKeyId", KmsKeyId::of))
                .description(snapshot.text("Description").filter(text -> !text.isEmpty()))
                .tags(Tagged.tags(snapshot))
                .build();
    }

    /** EC2 prints percents with their sign, and nothing at all right after the start. */
    private static OptionalInt progress(JsonValue snapshot) {
        return snapshot.text("Progress")
                .filter(text -> text.matches("\\d{1,3}%?"))
                .map(text -> OptionalInt.of(Integer.parseInt(text.replace("%", ""))))
                .orElse(OptionalInt.empty());
    }
}
