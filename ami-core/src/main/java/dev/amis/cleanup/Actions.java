package dev.amis.cleanup;

import dev.amis.internal.SnapshotTags;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.Action;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.RecycleBinCover;
import dev.amis.plan.Reversibility;
import java.util.List;

/** Makes the actions of one Region: what is done with an image that nothing keeps. */
final class Actions {

    static final String REASON = "no rule of the policy keeps it";

    private final Retirement retirement;
    private final Region region;
    private final Timing timing;
    private final RelevantFacts facts;
    private final RecycleBinCover bin;
    private final SnapshotTags snapshotTags;

    /**
     * Prepares the actions.
     *
     * @param bin tells whether what is deregistered can come back
     * @param snapshotTags what is known of the tags on which that may depend
     */
    Actions(
            Retirement retirement,
            Region region,
            Timing timing,
            RelevantFacts facts,
            RecycleBinCover bin,
            SnapshotTags snapshotTags) {
        this.retirement = retirement;
        this.region = region;
        this.timing = timing;
        this.facts = facts;
        this.bin = bin;
        this.snapshotTags = snapshotTags;
    }

    /** The same with the tags of snapshots known. */
    Actions knowing(SnapshotTags tags) {
        return new Actions(retirement, region, timing, facts, bin, tags);
    }

    PlannedAction on(Image image) {
        if (retirement instanceof Retirement.Deregister deregister) {
            return deregister(image, deregister.withSnapshots());
        }
        Action action = retirement instanceof Retirement.Disable
                ? new Action.Disable(region, image.imageId())
                : new Action.Deprecate(region, image.imageId(), timing.deprecateAt());
        return action instanceof Action.Disable && image.isPublic()
                ? new PlannedAction(action, REASON, facts.of(image), Reversibility.disablingPublic())
                : PlannedAction.of(action, REASON, facts.of(image), timing.now());
    }

    private PlannedAction deregister(Image image, boolean withSnapshots) {
        Action.Deregister action = new Action.Deregister(region, image.imageId(), withSnapshots, image.snapshotIds());
        return new PlannedAction(
                action,
                REASON,
                facts.of(image),
                bin.ofDeregistering(image, withSnapshots ? action.snapshots() : List.of(), snapshotTags::of));
    }
}
