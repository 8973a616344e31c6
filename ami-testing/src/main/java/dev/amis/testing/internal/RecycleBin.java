package dev.amis.testing.internal;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import java.util.List;

/** Looking into the Recycle Bin, and taking things out again: snapshots first, then the image that needs them. */
final class RecycleBin {

    private final World world;
    private final Paging paging;

    RecycleBin(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    List<RecycleBinRule> rules(Call call) {
        world.permit(call);
        return List.copyOf(world.holding(call).bin().rules());
    }

    Page<RecycledImage> listImages(Call call, RecycleBinPageRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 1_000);
        world.permit(call);
        List<RecycledImage> all = world.holding(call).bin().images().values().stream()
                .map(kept -> new RecycledImage(
                        kept.resource().imageId(), kept.resource().image().name(), kept.enterTime(), kept.exitTime()))
                .toList();
        return paging.page(all, ask);
    }

    Page<RecycledSnapshot> listSnapshots(Call call, RecycleBinPageRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(5, 1_000);
        world.permit(call);
        List<RecycledSnapshot> all = world.holding(call).bin().snapshots().values().stream()
                .map(kept -> new RecycledSnapshot(kept.resource().snapshotId(), kept.enterTime(), kept.exitTime()))
                .toList();
        return paging.page(all, ask);
    }

    /**
     * Brings an image back as available, with its launch permissions and tags. Its name must still be free, its
     * protection is off (both UNVERIFIED, as are the codes of the refusals).
     */
    void restoreImage(Call call, ImageId id) {
        Bin bin = world.holding(call).bin();
        Bin.Kept<ImageRecord> kept = bin.images().get(id.value());
        if (kept == null) {
            throw Images.notFound(List.of(id));
        }
        world.permit(call);
        ImageRecord record = kept.resource();
        record.image().name().ifPresent(name -> world.requireFree(call, name));
        RegionStore store = world.in(call.region());
        for (SnapshotId snapshot : record.image().snapshotIds()) {
            if (store.snapshots().find(snapshot.value()).isEmpty()) {
                throw new Ec2Error(
                        "IncorrectState",
                        "The image '" + id + "' cannot be restored because its snapshot '" + snapshot
                                + "' is not there. Restore the snapshot first");
            }
        }
        bin.images().remove(id.value());
        store.gone().remove(id);
        record.change(image -> image.withStateText(ImageState.AVAILABLE.text())
                .withDeregistrationProtection(DeregistrationProtection.DISABLED));
        store.add(record);
    }

    void restoreSnapshot(Call call, SnapshotId id) {
        Bin bin = world.holding(call).bin();
        Bin.Kept<SnapshotRecord> kept = bin.snapshots().get(id.value());
        if (kept == null) {
            throw Snapshots.notFound(id);
        }
        world.permit(call);
        SnapshotRecord record = kept.resource();
        bin.snapshots().remove(id.value());
        record.change(snapshot -> snapshot.withStateText(SnapshotState.RECOVERING.text()));
        world.in(call.region()).snapshots().add(record);
        world.events().plan(world.now().plus(world.dials().recovering()), at -> {
            if (record.is(SnapshotState.RECOVERING)) {
                record.change(snapshot -> snapshot.withStateText(SnapshotState.COMPLETED.text()));
            }
        });
    }
}
