package dev.amis.lifecycle;

import dev.amis.error.QuotaExceededException;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tags that are to be set on an image. Each step makes a new value; nothing happens before {@link #plan()} or {@link
 * #apply()}.
 */
public final class Tagging {

    private static final String TASK = "CreateTags";

    private final Subject subject;
    private final PlanEngine engine;
    private final Tags tags;
    private final boolean includingSnapshots;

    private Tagging(Subject subject, PlanEngine engine, Tags tags, boolean includingSnapshots) {
        this.subject = subject;
        this.engine = engine;
        this.tags = tags;
        this.includingSnapshots = includingSnapshots;
    }

    static Tagging of(Subject subject, PlanEngine engine) {
        return new Tagging(subject, engine, Tags.none(), false);
    }

    /**
     * Adds a tag to set; a tag of the same key is overwritten.
     *
     * @param key 1 to 128 characters, not beginning with {@code aws:}
     * @param value up to 256 characters, may be empty
     * @return the next step
     * @throws IllegalArgumentException if key or value break EC2's rules, or there would be more than 50
     */
    public Tagging with(String key, String value) {
        return new Tagging(subject, engine, tags.with(key, value), includingSnapshots);
    }

    /**
     * Adds tags to set; tags of the same keys are overwritten.
     *
     * @param more the tags
     * @return the next step
     * @throws IllegalArgumentException if there would be more than 50
     */
    public Tagging with(Tags more) {
        return new Tagging(subject, engine, tags.with(more), includingSnapshots);
    }

    /**
     * Sets them on the snapshots of the image as well.
     *
     * @return the next step
     */
    public Tagging includingSnapshots() {
        return new Tagging(subject, engine, tags, true);
    }

    /**
     * Looks and says what would be done; nothing is changed.
     *
     * @return the plan, empty if all tags are there already
     * @throws IllegalStateException if no tag was named
     * @throws QuotaExceededException if there would be more than 50 tags
     */
    public Plan plan() {
        return change().plan();
    }

    /**
     * Sets the tags.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeSnapshots} if they are included, {@code CreateTags} for each
     * resource that lacks a tag.
     *
     * <p><b>Changes</b> the named tags; others stay.
     *
     * <p><b>Undo</b> puts back the values before, and removes tags that were not there, unless somebody changed them since.
     *
     * @return what happened
     * @throws IllegalStateException if no tag was named
     * @throws QuotaExceededException if there would be more than 50 tags
     */
    public ChangeReport apply() {
        return change().apply();
    }

    private Change change() {
        if (tags.isEmpty()) {
            throw new IllegalStateException("no tag was named: call with(key, value) first");
        }
        return engine.change("set tags " + tags + " of " + subject.imageId(), this::plan);
    }

    private void plan(Plan.Builder plan) {
        Image image = subject.read(TASK, ImageOperation.TAG);
        TaggedResources.of(subject, image, includingSnapshots)
                .forEach((resource, present) -> add(plan, resource, present));
    }

    private void add(Plan.Builder plan, String resource, Tags present) {
        Map<String, String> missing = new LinkedHashMap<>(tags.asMap());
        missing.entrySet()
                .removeIf(tag ->
                        present.get(tag.getKey()).filter(tag.getValue()::equals).isPresent());
        if (missing.isEmpty()) {
            return;
        }
        refuseTooMany(resource, present);
        Map<String, String> overwritten = new LinkedHashMap<>();
        Set<String> added = new LinkedHashSet<>();
        for (String key : missing.keySet()) {
            present.get(key).ifPresentOrElse(value -> overwritten.put(key, value), () -> added.add(key));
        }
        Facts facts = Facts.builder()
                .someTags(Tags.of(overwritten))
                .addAllMissingTags(added)
                .build();
        plan.addAction(PlannedAction.of(
                new Action.SetTags(subject.region(), resource, Tags.of(missing)),
                "asked for",
                facts,
                subject.session().now()));
    }

    private void refuseTooMany(String resource, Tags present) {
        try {
            present.with(tags);
        } catch (IllegalArgumentException tooMany) {
            throw new QuotaExceededException(
                    subject.failure(TASK, resource + " would have too many tags: " + tooMany.getMessage())
                            .advice("Remove some first")
                            .build(),
                    tooMany);
        }
    }
}
