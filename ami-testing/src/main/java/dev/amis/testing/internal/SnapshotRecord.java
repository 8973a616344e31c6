package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.KmsKeyId;
import dev.amis.model.ProductCode;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A snapshot as its owner sees it, and what EC2 answers elsewhere or not at all. */
final class SnapshotRecord extends Resource {

    private Snapshot snapshot;
    private final Set<CreateVolumePermission> permissions = new LinkedHashSet<>();
    private Instant doneAt = Instant.MIN;
    private Optional<String> doom = Optional.empty();
    private List<ProductCode> productCodes = List.of();
    private boolean copy;
    private boolean locked;
    private boolean deleteWhenDone;

    SnapshotRecord(Snapshot snapshot) {
        super(snapshot.ownerId());
        this.snapshot = snapshot;
    }

    @Override
    String id() {
        return snapshot.snapshotId().value();
    }

    @Override
    Tags ownTags() {
        return snapshot.tags();
    }

    @Override
    void setOwnTags(Tags tags) {
        snapshot = snapshot.withTags(tags);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    SnapshotId snapshotId() {
        return snapshot.snapshotId();
    }

    Optional<KmsKeyId> key() {
        return snapshot.kmsKeyId();
    }

    boolean is(SnapshotState state) {
        return snapshot.state() == state;
    }

    void change(UnaryOperator<Snapshot> change) {
        snapshot = change.apply(snapshot);
    }

    Set<CreateVolumePermission> permissions() {
        return permissions;
    }

    /** Tells whether an account may make volumes of it, and copy it. */
    boolean isReadableBy(AccountId account) {
        return isOwnedBy(account)
                || permissions.contains(CreateVolumePermission.EVERYONE)
                || permissions.contains(CreateVolumePermission.of(account));
    }

    Instant doneAt() {
        return doneAt;
    }

    void doneAt(Instant at) {
        doneAt = at;
    }

    /** Why it will end in error once its time comes, if it will. */
    Optional<String> doom() {
        return doom;
    }

    void doom(String message) {
        doom = Optional.of(message);
    }

    List<ProductCode> productCodes() {
        return productCodes;
    }

    void productCodes(List<ProductCode> codes) {
        productCodes = List.copyOf(codes);
    }

    boolean isCopy() {
        return copy;
    }

    void markCopy() {
        copy = true;
    }

    boolean isLocked() {
        return locked;
    }

    void lock(boolean lock) {
        locked = lock;
    }

    boolean isDeletedWhenDone() {
        return deleteWhenDone;
    }

    void deleteWhenDone() {
        deleteWhenDone = true;
    }

    /** The snapshot as an account sees it at an instant: progress grows with the time that has passed. */
    Snapshot seenBy(AccountId viewer, Instant now) {
        Snapshot seen = isOwnedBy(viewer) ? snapshot : snapshot.withTags(tagsSeenBy(viewer));
        if (!is(SnapshotState.PENDING) || snapshot.startTime().isEmpty()) {
            return seen;
        }
        Instant start = snapshot.startTime().get();
        long whole = Math.max(1, Duration.between(start, doneAt).toMillis());
        long passed = Duration.between(start, now).toMillis();
        return seen.withProgress(OptionalInt.of((int) Math.max(0, Math.min(99, passed * 100 / whole))));
    }
}
