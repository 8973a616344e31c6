package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code RestoreImageFromRecycleBin}. What came back is removed by a plan of its own, never by an undo. */
final class RestoreImageEffect extends ImageEffect<Action.RestoreImage> {

    @Override
    public boolean isDone(Action.RestoreImage action, Observation now) {
        return now.isThere();
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(Action.RestoreImage action, RegionalProvider ec2) {
        bin(ec2).restoreImage(action.imageId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.RestoreImage action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(Action.RestoreImage action, Facts before, Instant now) {
        return Reversibility.irreversible("it stays until a plan of its own deregisters it again");
    }

    static RecycleBinPort bin(RegionalProvider ec2) {
        return ec2.recycleBin()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("Restoring from the Recycle Bin", "the provider has no access to the Recycle Bin")
                                .region(ec2.region())
                                .build()));
    }
}
