package dev.amis.model;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rules of one EBS volume in a mapping. */
final class EbsRules {

    /** How the asked attributes relate to what is there. */
    private enum Standing {
        /** A volume of its own: what is not set has EC2's defaults. */
        ADDED,
        /** A change of a volume that is there: what is not set stays. */
        CHANGED,
        /** One or the other: what is there is not known. */
        OPEN
    }

    private final BlockDeviceContext context;
    private final String device;
    private final EbsBlockDevice asked;
    private final Optional<EbsBlockDevice> there;
    private final Standing standing;
    private final BiConsumer<String, String> refuse;

    EbsRules(BlockDeviceContext context, String device, EbsBlockDevice asked, BiConsumer<String, String> refuse) {
        this.context = context;
        this.device = device;
        this.asked = asked;
        this.there = context.existing(device).flatMap(BlockDeviceMapping::ebsVolume);
        this.standing = standing();
        this.refuse = refuse;
    }

    /** Tells whether the mapping stands for a volume that is not there yet, as far as can be told. */
    boolean isAdded() {
        return standing == Standing.ADDED;
    }

    void check() {
        if (standing == Standing.CHANGED && context.operation() == Operation.CREATE_IMAGE) {
            checkChangeOfInstanceVolume();
        } else {
            checkSnapshot();
            checkUseOfSnapshot();
            checkVolume(effective());
        }
        checkKey();
    }

    private Standing standing() {
        if (context.operation() == Operation.REGISTER_IMAGE) {
            return Standing.ADDED;
        }
        if (!context.existing().isEmpty()) {
            return there.map(this::whenThere).orElse(Standing.ADDED);
        }
        // CreateImage takes these attributes for added volumes only, so they tell.
        boolean telling = asked.snapshotId().isPresent() || asked.volumeType().isPresent() || hasNumbers();
        return context.operation() == Operation.CREATE_IMAGE && telling ? Standing.ADDED : Standing.OPEN;
    }

    /** What EC2 answered is not judged: where it does not fit the rules, nothing is concluded from it. */
    private Standing whenThere(EbsBlockDevice base) {
        List<String> unfit = new ArrayList<>();
        base.volumeType()
                .flatMap(VolumeLimits::of)
                .ifPresent(limits -> limits.check(base, true, (field, message) -> unfit.add(field)));
        return unfit.isEmpty() ? Standing.CHANGED : Standing.OPEN;
    }

    private boolean hasNumbers() {
        return asked.volumeSize().isPresent()
                || asked.iops().isPresent()
                || asked.throughput().isPresent();
    }

    private void checkChangeOfInstanceVolume() {
        asked.snapshotId().ifPresent(id -> fixed("snapshotId", id));
        asked.volumeType().ifPresent(type -> fixed("volumeType", type));
        asked.volumeSize().ifPresent(size -> fixed("volumeSize", size));
        asked.iops().ifPresent(iops -> fixed("iops", iops));
        asked.throughput().ifPresent(throughput -> fixed("throughput", throughput));
        boolean plain = there.flatMap(EbsBlockDevice::encrypted).equals(Optional.of(false));
        if (plain && asked.encrypted().equals(Optional.of(true))) {
            refuse.accept(
                    "encrypted", "encrypted is true, but must be false or left out for a volume that is not encrypted");
        }
    }

    private void fixed(String field, Object value) {
        refuse.accept(
                field,
                field + " is " + value + ", but must be left out for a volume that the instance has: only"
                        + " deleteOnTermination and encrypted can be changed");
    }

    private void checkSnapshot() {
        Optional<Snapshot> snapshot = asked.snapshotId().flatMap(this::seen);
        snapshot.filter(seen -> seen.state() != SnapshotState.COMPLETED)
                .ifPresent(seen -> refuse.accept(
                        "snapshotId",
                        "snapshotId is " + seen.snapshotId() + ", which is " + seen.stateText()
                                + ", but must be a completed snapshot"));
        snapshot.filter(seen -> seen.storageTier().equals(Optional.of(StorageTier.ARCHIVE))
                        && seen.restoreExpiryTime().isEmpty())
                .ifPresent(seen -> refuse.accept(
                        "snapshotId",
                        "snapshotId is " + seen.snapshotId() + ", which is in the archive and must be restored first"));
    }

    private void checkUseOfSnapshot() {
        if (asked.snapshotId().isEmpty()) {
            if (registersRoot()) {
                refuse.accept("snapshotId", "snapshotId is not set, but the root device must be on a snapshot");
            }
            return;
        }
        boolean launch = context.operation() == Operation.RUN_INSTANCES;
        if (launch && context.isRoot(device)) {
            refuse.accept(
                    "snapshotId",
                    "snapshotId is " + asked.snapshotId().get()
                            + ", but must be left out for the root device of an image");
        }
        if (!launch && asked.encrypted().isPresent()) {
            refuse.accept(
                    "encrypted",
                    "encrypted is " + asked.encrypted().get()
                            + ", but must be left out with a snapshotId: the snapshot decides");
        }
    }

    private void checkVolume(EbsBlockDevice volume) {
        boolean bare = volume.snapshotId().isEmpty() && volume.volumeSize().isEmpty();
        if (standing == Standing.ADDED && bare && !registersRoot()) {
            refuse.accept("volumeSize", "volumeSize is not set, but must be where there is no snapshotId");
        }
        EbsBlockDevice sized = atLeastItsSnapshot(volume);
        Optional<VolumeLimits> limits = sized.volumeType().flatMap(VolumeLimits::of);
        limits.ifPresentOrElse(
                known -> known.check(sized, standing != Standing.OPEN, refuse), () -> checkPositive(sized));
        if (context.isRoot(device) && limits.isPresent() && !limits.get().isBootable()) {
            refuse.accept(
                    "volumeType",
                    "volumeType is " + sized.volumeType().get()
                            + ", but a root device must be gp3, gp2, io2, io1 or standard");
        }
    }

    /** Without a size of its own, a volume has that of its snapshot. */
    private EbsBlockDevice atLeastItsSnapshot(EbsBlockDevice volume) {
        Optional<Snapshot> snapshot = volume.snapshotId().flatMap(this::seen);
        if (snapshot.isEmpty() || snapshot.get().volumeSize().isEmpty()) {
            return volume;
        }
        int least = snapshot.get().volumeSize().getAsInt();
        if (volume.volumeSize().isEmpty()) {
            return volume.withVolumeSize(least);
        }
        int size = volume.volumeSize().getAsInt();
        boolean chosen = asked.volumeSize().isPresent() || asked.snapshotId().isPresent();
        if (chosen && size < least) {
            refuse.accept(
                    "volumeSize",
                    "volumeSize is " + size + " GiB, but must be at least the " + least + " GiB of "
                            + snapshot.get().snapshotId());
        }
        return volume;
    }

    /** Of a type that is not known, EC2 judges the rest. */
    private void checkPositive(EbsBlockDevice volume) {
        volume.volumeSize().ifPresent(size -> positive("volumeSize", size));
        volume.iops().ifPresent(iops -> positive("iops", iops));
        volume.throughput().ifPresent(throughput -> positive("throughput", throughput));
    }

    private void positive(String field, int value) {
        if (value < 1) {
            refuse.accept(field, field + " is " + value + ", but must be at least 1");
        }
    }

    private void checkKey() {
        if (asked.kmsKeyId().isEmpty()) {
            return;
        }
        String start = "kmsKeyId is '" + asked.kmsKeyId().get() + "', but ";
        if (context.operation() != Operation.RUN_INSTANCES) {
            refuse.accept("kmsKeyId", start + "must be left out: only a launch or a copy takes a key");
        } else if (!asked.encrypted().equals(Optional.of(true))) {
            refuse.accept("kmsKeyId", start + "needs encrypted to be true");
        }
    }

    private boolean registersRoot() {
        return context.operation() == Operation.REGISTER_IMAGE && context.isRoot(device);
    }

    /** What comes out if the asked attributes are laid over those that are there. */
    private EbsBlockDevice effective() {
        if (standing == Standing.OPEN) {
            return asked;
        }
        if (standing == Standing.ADDED || there.isEmpty()) {
            return asked.volumeType().isPresent() ? asked : asked.withVolumeType(VolumeType.GP2);
        }
        EbsBlockDevice base = there.get();
        boolean sameType = asked.volumeType().isEmpty() || asked.volumeType().equals(base.volumeType());
        return asked.withVolumeType(asked.volumeType().or(base::volumeType))
                .withSnapshotId(asked.snapshotId().or(base::snapshotId))
                .withVolumeSize(asked.volumeSize().isPresent() ? asked.volumeSize() : base.volumeSize())
                .withIops(asked.iops().isPresent() || !sameType ? asked.iops() : base.iops())
                .withThroughput(asked.throughput().isPresent() || !sameType ? asked.throughput() : base.throughput());
    }

    private Optional<Snapshot> seen(SnapshotId id) {
        return context.snapshots().stream()
                .filter(snapshot -> snapshot.snapshotId().equals(id))
                .findFirst();
    }
}
