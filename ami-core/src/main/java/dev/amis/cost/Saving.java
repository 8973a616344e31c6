package dev.amis.cost;

import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import java.time.Duration;
import java.util.Optional;

/**
 * A snapshot that a plan removes, and what that saves.
 *
 * @param region its Region
 * @param snapshotId the snapshot
 * @param archived whether it is in the archive tier, where 90 days are billed at least
 * @param perMonth what it costs per month, and then no longer
 * @param startsAfter how long after the removal it is billed no longer: zero for at once, the retention if the Recycle Bin keeps
 *     it, nothing if that is not known
 */
public record Saving(
        Region region, SnapshotId snapshotId, boolean archived, Cost perMonth, Optional<Duration> startsAfter) {}
