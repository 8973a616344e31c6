package dev.amis.lifecycle;

import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tags that are to be removed from an image. Each step makes a new value; nothing happens before {@link #plan()} or {@link #apply()}. */
public final class Untagging {

    private final Subject subject;
    private final PlanEngine engine;
    private final Set<String> keys;
    private final boolean includingSnapshots;

    private Untagging(Subject subject, PlanEngine engine, Set<String> keys, boolean includingSnapshots) {
        this.subject = subject;
        this.engine = engine;
        this.keys = keys;
        this.includingSnapshots = includingSnapshots;
    }

    static Untagging of(Subject subject, PlanEngine engine, Collection<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys is empty, but must name the tags to remove");
        }
        keys.forEach(key -> Tags.of(key, ""));
        return new Untagging(subject, engine, Collections.unmodifiableSet(new LinkedHashSet<>(keys)), false);
    }

    /**
     * Removes them from the snapshots of the image as well.
     *
     * @return the next step
     */
    public Untagging includingSnapshots() {
        return new Untagging(subject, engine, keys, true);
    }

    /**
     * Looks and says what would be done; nothing is changed.
     *
     * @return the plan, empty if none of the tags is there
     */
    public Plan plan() {
        return change().plan();
    }

    /**
     * Removes the tags.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeSnapshots} if they are included, {@code DeleteTags} for each
     * resource that has one of the tags.
     *
     * <p><b>Changes</b> the named tags are gone, whatever their values; others stay.
     *
     * <p><b>Undo</b> puts back the values before, unless somebody set the tag anew since.
     *
     * @return what happened
     */
    public ChangeReport apply() {
        return change().apply();
    }

    private Change change() {
        return engine.change("remove tags " + keys + " of " + subject.imageId(), this::plan);
    }

    private void plan(Plan.Builder plan) {
        Image image = subject.read("DeleteTags", ImageOperation.TAG);
        TaggedResources.of(subject, image, includingSnapshots)
                .forEach((resource, present) -> add(plan, resource, present));
    }

    private void add(Plan.Builder plan, String resource, Tags present) {
        Map<String, String> there = new LinkedHashMap<>();
        keys.forEach(key -> present.get(key).ifPresent(value -> there.put(key, value)));
        if (!there.isEmpty()) {
            plan.addAction(PlannedAction.of(
                    new Action.RemoveTags(subject.region(), resource, there.keySet()),
                    "asked for",
                    Facts.builder().someTags(Tags.of(there)).build(),
                    subject.session().now()));
        }
    }
}
