package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pages;
import dev.amis.model.Region;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import dev.amis.spi.RegionalProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the Recycle Bin of a Region holds. It is billed as before, but EC2 tells neither its sizes nor an image's snapshots. */
final class BinReading {

    private BinReading() {}

    static List<Uncounted> of(RegionalProvider region) {
        List<Uncounted> held = new ArrayList<>();
        region.recycleBin().ifPresent(bin -> {
            try {
                add(region.region(), bin, held);
            } catch (WaitInterruptedException interrupted) {
                throw interrupted;
            } catch (AmiException unread) {
                held.add(new Uncounted(
                        region.region(),
                        Kind.RECYCLE_BIN,
                        "what the Recycle Bin holds",
                        unread.failure().message()));
            }
        });
        return held;
    }

    private static void add(Region region, RecycleBinPort bin, List<Uncounted> held) {
        for (RecycledImage image : Pages.all("ListImagesInRecycleBin", token -> bin.listImages(page(token)))) {
            held.add(held(region, image.imageId(), image.exitTime(), "which snapshots it needs"));
        }
        for (RecycledSnapshot snapshot :
                Pages.all("ListSnapshotsInRecycleBin", token -> bin.listSnapshots(page(token)))) {
            held.add(held(region, snapshot.snapshotId(), snapshot.exitTime(), "its size"));
        }
    }

    private static Uncounted held(Region region, Object id, Instant until, String untold) {
        return new Uncounted(
                region,
                Kind.RECYCLE_BIN,
                id.toString(),
                "in the Recycle Bin until " + until + ", where EC2 does not tell " + untold);
    }

    private static RecycleBinPageRequest page(Optional<String> token) {
        return new RecycleBinPageRequest(OptionalInt.empty(), token);
    }
}
