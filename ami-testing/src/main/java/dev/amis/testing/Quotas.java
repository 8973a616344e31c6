package dev.amis.testing;

import dev.amis.testing.internal.Limits;
import dev.amis.testing.internal.World;
import java.util.function.Consumer;

/**
 * The quotas of the in-memory accounts, which count for each account and Region. They are EC2's defaults unless set, and
 * are looked at by calls only: what is seeded may exceed them. Thread-safe.
 */
public final class Quotas {

    private final World world;

    Quotas(World world) {
        this.world = world;
    }

    /**
     * Sets how many images there may be, those in the Recycle Bin included; 50,000 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas images(int most) {
        return set(most, limits -> limits.images(most));
    }

    /**
     * Sets how many images may be public; 5 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas publicImages(int most) {
        return set(most, limits -> limits.publicImages(most));
    }

    /**
     * Sets how many accounts, organizations and units one image may be shared with; 1,000 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas sharingEntities(int most) {
        return set(most, limits -> limits.sharingEntities(most));
    }

    /**
     * Sets how many copies of images may be on their way into a Region; 300 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas concurrentImageCopies(int most) {
        return set(most, limits -> limits.concurrentImageCopies(most));
    }

    /**
     * Sets how many copies of snapshots may be on their way into a Region; 20 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas concurrentSnapshotCopies(int most) {
        return set(most, limits -> limits.concurrentSnapshotCopies(most));
    }

    /**
     * Sets how many snapshots there may be; 100,000 at first.
     *
     * @param most not negative
     * @return this
     */
    public Quotas snapshots(int most) {
        return set(most, limits -> limits.snapshots(most));
    }

    private Quotas set(int most, Consumer<Limits> change) {
        if (most < 0) {
            throw new IllegalArgumentException("quota is " + most + ", but must not be negative");
        }
        return world.arrange(() -> {
            change.accept(world.limits());
            return this;
        });
    }
}
