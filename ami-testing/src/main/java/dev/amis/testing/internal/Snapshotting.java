package dev.amis.testing.internal;

import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.VolumeType;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateSnapshotRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** {@code CreateSnapshot}, {@code CopySnapshot} and {@code DeleteSnapshot}. */
final class Snapshotting {

    private static final Duration BETWEEN_TWO = Duration.ofSeconds(15);

    private final World world;
    private final Snapshots snapshots;
    private final NewSnapshots newSnapshots;
    private final Growth growth;
    private final Removal removal;

    Snapshotting(World world, NewSnapshots newSnapshots, Growth growth) {
        this.world = world;
        this.snapshots = new Snapshots(world);
        this.newSnapshots = newSnapshots;
        this.growth = growth;
        this.removal = new Removal(world);
    }

    SnapshotId create(Call call, CreateSnapshotRequest request) {
        VolumeRecord volume = Optional.ofNullable(
                        world.in(call.region()).volumes().get(request.volumeId()))
                .filter(one -> one.owner().equals(call.account()))
                .orElseThrow(() -> new Ec2Error(
                        "InvalidVolume.NotFound", "The volume '" + request.volumeId() + "' does not exist."));
        TagRules.check(request.tags());
        world.permit(call, request.tags());
        requireRoom(call);
        requirePace(call, volume);
        SnapshotRecord record = newSnapshots.ofVolume(call, volume, request.description(), request.tags());
        volume.lastSnapshotAt(world.now());
        return started(call, record, world.dials().creation());
    }

    SnapshotId copy(Call call, CopySnapshotRequest request) {
        World.requirePartition(call, request.sourceRegion());
        SnapshotRecord source = snapshots.requireReadable(
                new Caller(call.account(), request.sourceRegion(), call.dryRun()).call(call.action()),
                request.sourceSnapshotId());
        TagRules.check(request.tags());
        world.permit(call, request.tags());
        requireCopyable(source);
        requireRoom(call);
        requireFewCopies(call);
        Encryption encryption = Encryption.ofSnapshot(
                world, call, source.snapshot(), new Encryption.Wish(request.encrypted(), request.kmsKeyId()));
        SnapshotRecord record = newSnapshots.ofSnapshot(
                call, source, encryption, new NewSnapshots.Parts(request.description(), request.tags()));
        record.markCopy();
        return started(call, record, world.dials().copying());
    }

    private SnapshotId started(Call call, SnapshotRecord record, Duration takes) {
        newSnapshots.add(call, record);
        growth.start(record, takes);
        call.about(record.id());
        return record.snapshotId();
    }

    /** A pending snapshot goes once it is done. That locked ones are refused is documented, the code is UNVERIFIED. */
    void delete(Call call, SnapshotId id) {
        SnapshotRecord record = snapshots.requireOwn(call, id);
        if (record.isLocked()) {
            throw new Ec2Error("OperationNotPermitted", "The snapshot '" + id + "' is locked and cannot be deleted");
        }
        Images.requireNotOfBackup(record);
        Iterator<ImageRecord> users = world.in(call.region()).usersOf(id).iterator();
        if (users.hasNext()) {
            throw new Ec2Error(
                    "InvalidSnapshot.InUse",
                    "The snapshot " + id + " is currently in use by "
                            + users.next().id());
        }
        removal.remove(world.in(call.region()), record);
    }

    private void requireRoom(Call call) {
        if (world.in(call.region()).snapshots().count(call.account())
                >= world.limits().snapshots()) {
            throw new Ec2Error(
                    "SnapshotLimitExceeded",
                    "You have reached your quota of " + world.limits().snapshots() + " snapshots in " + call.region());
        }
    }

    private void requirePace(Call call, VolumeRecord volume) {
        Instant next = volume.lastSnapshotAt().equals(Instant.MIN)
                ? Instant.MIN
                : volume.lastSnapshotAt().plus(BETWEEN_TWO);
        if (world.now().isBefore(next)) {
            throw new Ec2Error(
                    "SnapshotCreationPerVolumeRateExceeded",
                    "The maximum per volume CreateSnapshot request rate has been exceeded. Use an increasing or"
                            + " variable sleep interval between requests.");
        }
        boolean disk = volume.attributes().volumeType().stream()
                .anyMatch(type -> type.equals(VolumeType.ST1) || type.equals(VolumeType.SC1));
        long pending = world.in(call.region())
                .snapshots()
                .of(call.account())
                .filter(record -> record.is(SnapshotState.PENDING)
                        && record.snapshot().volumeId().equals(Optional.of(volume.volumeId())))
                .count();
        if (pending >= (disk ? 1 : 5)) {
            throw new Ec2Error(
                    "ConcurrentSnapshotLimitExceeded",
                    "Maximum allowed in-progress snapshots for a single volume exceeded.");
        }
    }

    private static void requireCopyable(SnapshotRecord source) {
        boolean archived = source.snapshot().storageTier().equals(Optional.of(StorageTier.ARCHIVE));
        if (!source.is(SnapshotState.COMPLETED) || archived) {
            throw new Ec2Error(
                    "IncorrectState",
                    "The snapshot '" + source.id() + "' is "
                            + (archived ? "archived" : source.snapshot().stateText()) + " and cannot be copied");
        }
    }

    private void requireFewCopies(Call call) {
        long onTheirWay = world.in(call.region())
                .snapshots()
                .of(call.account())
                .filter(record -> record.isCopy() && record.is(SnapshotState.PENDING))
                .count();
        if (onTheirWay >= world.limits().concurrentSnapshotCopies()) {
            throw new Ec2Error(
                    "ResourceLimitExceeded",
                    "You have reached your quota of " + world.limits().concurrentSnapshotCopies()
                            + " concurrent snapshot copies in " + call.region());
        }
    }
}
