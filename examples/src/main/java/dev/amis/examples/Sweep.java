package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.lifecycle.Deregistration;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.Page;
import dev.amis.spi.SnapshotPort;
import dev.amis.usage.Reference;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes the images of one run, which are known by the beginning of their names, with their snapshots.
 *
 * @param provider the account
 * @param prefix what the names of the run begin with
 * @param kept a snapshot that was there before
 * @param out where it is told
 */
record Sweep(AmiProvider provider, String prefix, Optional<SnapshotId> kept, PrintStream out) {

    /** Tries every Region and image, whatever fails on the way; says in the end what is left. */
    void clear(List<Region> regions) {
        List<String> left = new ArrayList<>();
        for (Region region : regions) {
            try {
                made(region).forEach(image -> remove(image, left));
            } catch (AmiException unread) {
                left.add("whatever was made in " + region + ": " + unread.getMessage());
            }
        }
        if (!left.isEmpty()) {
            throw new LeftBehindException(left);
        }
    }

    private List<Image> made(Region region) {
        return amis().in(region)
                .find()
                .ownedBySelf()
                .named(prefix + "*")
                .includingDeprecated()
                .includingDisabled()
                .matching("made by this run", image -> image.name().orElse("").startsWith(prefix))
                .list();
    }

    private void remove(Image image, List<String> left) {
        try {
            refuseUsed(image);
            if (image.deregistrationProtection().mode() != DeregistrationProtection.Mode.DISABLED) {
                amis().unprotect(image).apply().orThrow();
            }
            Deregistration removal = amis().deregister(image).allowingInUse();
            boolean keeping = kept.filter(image.snapshotIds()::contains).isPresent();
            (keeping ? removal.keepingSnapshots() : removal.withSnapshots())
                    .apply()
                    .orThrow();
            if (image.state() == ImageState.PENDING) {
                removeSnapshotsBegunFor(image);
            }
            out.println("removed   " + image.imageId() + " in " + image.region()
                    + (keeping ? ", not the snapshot" : " with its snapshots"));
        } catch (AmiException | IllegalStateException refused) {
            left.add(image.imageId() + " in " + image.region() + ": " + refused.getMessage());
        }
    }

    /**
     * Somebody may have begun to use the image meanwhile. A source that cannot be read is no reason to keep it, other than an
     * image that was there before: nobody could write its name into that source before this run.
     */
    private void refuseUsed(Image image) {
        List<Reference> references =
                amis().usage().in(image.region()).read().of(image).references();
        if (!references.isEmpty()) {
            throw new IllegalStateException("in use: " + references);
        }
    }

    /** An image that is still being made need not name its snapshots yet; they name it. */
    private void removeSnapshotsBegunFor(Image image) {
        SnapshotPort snapshots = provider.in(image.region()).snapshots();
        DescribeSnapshotsRequest begun = DescribeSnapshotsRequest.builder()
                .addOwnerId("self")
                .addFilter(Filter.of("description", "* for *" + image.imageId() + "*"))
                .build();
        Page<Snapshot> page = snapshots.describeSnapshots(begun);
        page.items().forEach(snapshot -> removeIfBegunFor(image, snapshot, snapshots));
        while (page.nextToken().isPresent()) {
            page = snapshots.describeSnapshots(begun.withNextToken(page.nextToken()));
            page.items().forEach(snapshot -> removeIfBegunFor(image, snapshot, snapshots));
        }
    }

    /** The filter finds what looks alike; only what EC2 itself writes counts. */
    private static void removeIfBegunFor(Image image, Snapshot snapshot, SnapshotPort snapshots) {
        String description = snapshot.description().orElse("");
        if (description.contains(" for " + image.imageId())
                || description.contains(" for DestinationAmi " + image.imageId())) {
            snapshots.deleteSnapshot(snapshot.snapshotId());
        }
    }

    private Amis amis() {
        return Amis.using(provider);
    }
}
