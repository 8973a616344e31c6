package dev.amis.testing.internal;

/** The quotas of every account and Region. Guarded by the world's lock. */
public final class Limits {

    private int images = 50_000;
    private int publicImages = 5;
    private int sharingEntities = 1_000;
    private int concurrentImageCopies = 300;
    private int concurrentSnapshotCopies = 20;
    private int snapshots = 100_000;

    int images() {
        return images;
    }

    /** Images of all states, those in the Recycle Bin among them. */
    public void images(int most) {
        images = most;
    }

    int publicImages() {
        return publicImages;
    }

    /** Public images, those in the Recycle Bin among them. */
    public void publicImages(int most) {
        publicImages = most;
    }

    int sharingEntities() {
        return sharingEntities;
    }

    /** Accounts, organizations and units that one image is shared with. */
    public void sharingEntities(int most) {
        sharingEntities = most;
    }

    int concurrentImageCopies() {
        return concurrentImageCopies;
    }

    /** Copies of images on their way into a Region. */
    public void concurrentImageCopies(int most) {
        concurrentImageCopies = most;
    }

    int concurrentSnapshotCopies() {
        return concurrentSnapshotCopies;
    }

    /** Copies of snapshots on their way into a Region. */
    public void concurrentSnapshotCopies(int most) {
        concurrentSnapshotCopies = most;
    }

    int snapshots() {
        return snapshots;
    }

    /** Snapshots of all states. */
    public void snapshots(int most) {
        snapshots = most;
    }
}
