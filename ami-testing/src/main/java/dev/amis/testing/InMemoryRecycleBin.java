package dev.amis.testing;

import dev.amis.model.ImageId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2Storage;

/** The port of the Recycle Bin over the world. */
record InMemoryRecycleBin(Ec2Storage ec2, Caller caller) implements RecycleBinPort {

    @Override
    public Page<RecycledImage> listImages(RecycleBinPageRequest request) {
        return Answers.of(() -> ec2.listImagesInRecycleBin(caller.reading(), request));
    }

    @Override
    public void restoreImage(ImageId imageId) {
        Answers.run(() -> ec2.restoreImageFromRecycleBin(caller, imageId));
    }

    @Override
    public Page<RecycledSnapshot> listSnapshots(RecycleBinPageRequest request) {
        return Answers.of(() -> ec2.listSnapshotsInRecycleBin(caller.reading(), request));
    }

    @Override
    public void restoreSnapshot(SnapshotId snapshotId) {
        Answers.run(() -> ec2.restoreSnapshotFromRecycleBin(caller, snapshotId));
    }
}
