package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code DescribeSnapshots}. */
final class DescribingSnapshots {

    private static final Vocabulary<Snapshot> FILTERS = new Vocabulary<>(Snapshot::tags)
            .maybe("description", Snapshot::description)
            .one("encrypted", Snapshot::encrypted)
            .maybe("owner-alias", Snapshot::ownerAlias)
            .one("owner-id", Snapshot::ownerId)
            .many("progress", snapshot -> snapshot.progress().stream().mapToObj(percent -> percent + "%"))
            .one("snapshot-id", Snapshot::snapshotId)
            .maybe("start-time", snapshot -> snapshot.startTime().map(ImageFilters.TIME::format))
            .one("status", Snapshot::stateText)
            .maybe("storage-tier", Snapshot::storageTier)
            .maybe("volume-id", Snapshot::volumeId)
            .many("volume-size", snapshot -> snapshot.volumeSize().stream().boxed());

    private final World world;
    private final Paging paging;

    DescribingSnapshots(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<Snapshot> describe(Call call, DescribeSnapshotsRequest request, boolean anyOwner) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(5, 1_000);
        Set<String> owners = anyOwner ? Set.of() : owners(call, request.ownerIds());
        Predicate<Snapshot> filter = FILTERS.compile(request.filters());
        world.permit(call);
        Predicate<SnapshotRecord> asked = record ->
                record.isReadableBy(call.account()) && (owners.isEmpty() || owners.contains(ownerWord(owners, record)));
        if (!request.snapshotIds().isEmpty()) {
            return Page.only(paging.ordered(byIds(call, request.snapshotIds(), asked, filter)));
        }
        boolean alias = owners.contains(OwnerAlias.AMAZON.value());
        Predicate<AccountId> rows = account -> owners.isEmpty() || alias || owners.contains(account.value());
        return paging.page(
                world.in(call.region()).snapshots(),
                ask,
                rows,
                record -> Optional.of(record)
                        .filter(asked)
                        .map(one -> one.seenBy(call.account(), world.now()))
                        .filter(filter)
                        .filter(snapshot -> !record.missedAt(world.now())));
    }

    /** An id that never was is an error; one that the caller may not see is left out in silence (UNVERIFIED). */
    private List<Snapshot> byIds(
            Call call, List<SnapshotId> ids, Predicate<SnapshotRecord> asked, Predicate<Snapshot> filter) {
        List<Snapshot> found = new ArrayList<>();
        for (SnapshotId id : ids.stream().distinct().toList()) {
            SnapshotRecord record = world.in(call.region())
                    .snapshots()
                    .find(id.value())
                    .filter(one -> !one.missedAt(world.now()))
                    .orElseThrow(() -> Snapshots.notFound(id));
            Optional.of(record)
                    .filter(asked)
                    .map(one -> one.seenBy(call.account(), world.now()))
                    .filter(filter)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static String ownerWord(Set<String> owners, SnapshotRecord record) {
        String alias = record.snapshot().ownerAlias().map(OwnerAlias::value).orElse("");
        return owners.contains(alias) ? alias : record.owner().value();
    }

    private static Set<String> owners(Call call, List<String> named) {
        Set<String> owners = new HashSet<>();
        for (String owner : named) {
            if (owner.equals("self")) {
                owners.add(call.account().value());
            } else if (owner.equals(OwnerAlias.AMAZON.value())) {
                owners.add(owner);
            } else {
                owners.add(World.requireAccount(owner).value());
            }
        }
        return owners;
    }
}
