package dev.amis.spi;

import dev.amis.model.ImageId;
import dev.amis.model.SnapshotId;

/**
 * What the Recycle Bin of one Region holds.
 */
public interface RecycleBinPort {

    /**
     * Calls {@code ListImagesInRecycleBin} once.
     *
     * @param request which page
     * @return one page
     */
    Page<RecycledImage> listImages(RecycleBinPageRequest request);

    /**
     * Calls {@code RestoreImageFromRecycleBin}. Its snapshots must be there, so restore them first.
     *
     * @param imageId an image in the bin
     * @throws dev.amis.error.NotFoundException if it is not in the bin
     * @throws dev.amis.error.ConflictException if its snapshots are not there or its name is taken
     */
    void restoreImage(ImageId imageId);

    /**
     * Calls {@code ListSnapshotsInRecycleBin} once.
     *
     * @param request which page
     * @return one page
     */
    Page<RecycledSnapshot> listSnapshots(RecycleBinPageRequest request);

    /**
     * Calls {@code RestoreSnapshotFromRecycleBin}.
     *
     * @param snapshotId a snapshot in the bin
     * @throws dev.amis.error.NotFoundException if it is not in the bin
     */
    void restoreSnapshot(SnapshotId snapshotId);
}
