package dev.amis.cleanup;

import dev.amis.internal.SnapshotTags;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.RecycleBinCover;
import dev.amis.plan.Reversibility;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the actions of one Region: what is done with an image that nothing keeps. */
final class Actions {

    static final String REASON = "no rule of the policy keeps it";

    private final Retirement retirement;
    private final @Nullable Staging staging;
    private final Region region;
    private final Timing timing;
    private final RelevantFacts facts;
    private final RecycleBinCover bin;
    private final SnapshotTags snapshotTags;

    /**
     * Prepares the actions.
     *
     * @param staging tells the step that is due, if images are retired in stages
     * @param bin tells whether what is deregistered can come back
     * @param snapshotTags what is known of the tags on which that may depend
     */
    Actions(
            Retirement retirement,
            @Nullable Staging staging,
            Region region,
            Timing timing,
            RelevantFacts facts,
            RecycleBinCover bin,
            SnapshotTags snapshotTags) {
        this.retirement = retirement;
        this.staging = staging;
        this.region = region;
        this.timing = timing;
        this.facts = facts;
        this.bin = bin;
        this.snapshotTags = snapshotTags;
    }

    /** The same with the tags of snapshots known. */
    Actions knowing(SnapshotTags tags) {
        return new Actions(retirement, staging, region, timing, facts, bin, tags);
    }

    /** Whether actions can be made before everything is told that may keep their images. */
    boolean canBeMadeAtFirstLook() {
        return staging == null && !facts.dependOnCalls();
    }

    /** What is done with an image. */
    PlannedAction on(Image image) {
        if (staging != null) {
            return step(staging, image);
        }
        if (retirement instanceof Retirement.Deregister deregister) {
            return deregister(image, deregister.withSnapshots(), REASON);
        }
        return retirement instanceof Retirement.Disable
                ? disable(image, facts.of(image), REASON)
                : deprecate(image, REASON);
    }

    /** What is done with it after that; null for nothing. */
    @Nullable
    PlannedAction after(Image image) {
        if (staging == null) {
            return null;
        }
        return switch (staging.next(image)) {
            case DEPRECATE -> image.tags().contains(Stages.DISABLED_AT) ? unmark(image, staging.why(image)) : null;
            case DISABLE -> disable(image, marked(facts.of(image)), staging.why(image));
            case MARK, DEREGISTER -> null;
        };
    }

    private PlannedAction step(Staging stages, Image image) {
        String why = stages.why(image);
        return switch (stages.next(image)) {
            case DEPRECATE -> deprecate(image, why);
            case DISABLE, MARK -> mark(image, why);
            case DEREGISTER -> deregister(image, ((Stages) retirement).withSnapshots(), why);
        };
    }

    private PlannedAction deprecate(Image image, String why) {
        return planned(new Action.Deprecate(region, image.imageId(), timing.deprecateAt()), facts.of(image), why);
    }

    private PlannedAction disable(Image image, Facts relevant, String why) {
        Action disable = new Action.Disable(region, image.imageId());
        return image.isPublic()
                ? new PlannedAction(disable, why, relevant, Reversibility.disablingPublic())
                : planned(disable, relevant, why);
    }

    private PlannedAction mark(Image image, String why) {
        Action mark = new Action.SetTags(region, image.imageId().value(), markOf(timing));
        return planned(mark, facts.of(image), why);
    }

    /** Only once the new date is set: without the tag, the old date would let the image be disabled at once. */
    private PlannedAction unmark(Image image, String why) {
        Action unmark = new Action.RemoveTags(region, image.imageId().value(), Set.of(Stages.DISABLED_AT));
        return planned(unmark, facts.of(image).withDeprecationTime(timing.deprecateAt()), why);
    }

    /** Only once it is written down when: the next stage counts from that. */
    private Facts marked(Facts unmarked) {
        Set<String> missing = new LinkedHashSet<>(unmarked.missingTags());
        missing.remove(Stages.DISABLED_AT);
        return unmarked.withMissingTags(missing)
                .withSomeTags(marked(unmarked.someTags()))
                .withTags(unmarked.tags().map(this::marked));
    }

    private Tags marked(Tags unmarked) {
        Map<String, String> tags = new LinkedHashMap<>(unmarked.asMap());
        tags.putAll(markOf(timing).asMap());
        return Tags.read(tags);
    }

    /** As of the end of the plan: it may be applied until then, and the grace must not begin before. */
    private static Tags markOf(Timing timing) {
        return Tags.of(Stages.DISABLED_AT, timing.expiresAt().toString());
    }

    private PlannedAction planned(Action action, Facts relevant, String why) {
        return PlannedAction.of(action, why, relevant, timing.now());
    }

    private PlannedAction deregister(Image image, boolean withSnapshots, String why) {
        Action.Deregister action = new Action.Deregister(region, image.imageId(), withSnapshots, image.snapshotIds());
        return new PlannedAction(
                action,
                why,
                facts.of(image),
                bin.ofDeregistering(image, withSnapshots ? action.snapshots() : List.of(), snapshotTags::of));
    }
}
