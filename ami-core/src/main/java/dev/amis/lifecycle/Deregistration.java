package dev.amis.lifecycle;

import dev.amis.error.ConflictException;
import dev.amis.internal.SnapshotTags;
import dev.amis.internal.SnapshotUsers;
import dev.amis.internal.Subject;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.RecycleBinCover;
import dev.amis.plan.Reversibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An image that is to be deregistered. Its snapshots stay unless asked for, and it is refused while something refers to
 * the image. Each step makes a new value; nothing happens before {@link #plan()} or {@link #apply()}.
 */
public final class Deregistration {

    private static final String TASK = "DeregisterImage";

    private final Subject subject;
    private final PlanEngine engine;
    private final boolean withSnapshots;
    private final boolean allowingInUse;

    private Deregistration(Subject subject, PlanEngine engine, boolean withSnapshots, boolean allowingInUse) {
        this.subject = subject;
        this.engine = engine;
        this.withSnapshots = withSnapshots;
        this.allowingInUse = allowingInUse;
    }

    static Deregistration of(Subject subject, PlanEngine engine) {
        return new Deregistration(subject, engine, false, false);
    }

    /**
     * Deletes the snapshots, too, except those that another image needs.
     *
     * @return the next step
     */
    public Deregistration withSnapshots() {
        return new Deregistration(subject, engine, true, allowingInUse);
    }

    /**
     * Leaves the snapshots, which go on being billed, as EC2 does by default.
     *
     * @return the next step
     */
    public Deregistration keepingSnapshots() {
        return new Deregistration(subject, engine, false, allowingInUse);
    }

    /**
     * Asks nobody whether something refers to the image. Instances go on running; templates and groups that name it can
     * launch no more.
     *
     * @return the next step
     */
    public Deregistration allowingInUse() {
        return new Deregistration(subject, engine, withSnapshots, true);
    }

    /**
     * Looks and says what would be done; nothing is changed.
     *
     * @return the plan; empty, with a note, if the image is not there
     * @throws ConflictException if the image is protected, in use, or perhaps in use because a source of references could
     *     not be read
     * @throws dev.amis.error.AccessDeniedException if it belongs to another account
     */
    public Plan plan() {
        return change().plan();
    }

    /**
     * Deregisters the image.
     *
     * <p><b>Calls</b> {@code DescribeImages}, what the sources of references read, {@code rbin:ListRules}, {@code
     * DeregisterImage}.
     *
     * <p><b>Changes</b> the image is gone and cannot be launched; with its snapshots also those that no other image needs,
     * which the report lists one by one.
     *
     * <p><b>Undo</b> restores snapshots and image from the Recycle Bin, if a rule covers them: the plan says so before.
     *
     * @return what happened
     * @throws ConflictException if the image is protected, in use, or perhaps in use because a source of references could
     *     not be read
     * @throws dev.amis.error.AccessDeniedException if it belongs to another account
     */
    public ChangeReport apply() {
        return change().apply();
    }

    private Change change() {
        String title = "deregister " + subject.imageId() + (withSnapshots ? " with its snapshots" : "");
        return engine.change(title, this::plan);
    }

    private void plan(Plan.Builder plan) {
        subject.find(TASK)
                .ifPresentOrElse(
                        image -> plan(plan, image),
                        () -> plan.addNote(subject.imageId() + " is not in " + subject.region()
                                + " (any more), so there is nothing to do"));
    }

    private void plan(Plan.Builder plan, Image image) {
        subject.require(image, TASK, ImageOperation.DEREGISTER);
        refuseProtected(image.deregistrationProtection());
        if (!allowingInUse) {
            refuseUsed();
        }
        List<SnapshotId> deleted = withSnapshots ? deletable(plan, image) : List.of();
        if (!withSnapshots && !image.snapshotIds().isEmpty()) {
            plan.addNote(image.snapshotIds() + " stay and go on being billed");
        }
        plan.addAction(new PlannedAction(
                new Action.Deregister(subject.region(), subject.imageId(), withSnapshots, deleted),
                "asked for",
                facts(image),
                reversibility(image, deleted)));
    }

    private void refuseProtected(DeregistrationProtection protection) {
        if (protection.blocksAt(subject.session().now())) {
            throw new ConflictException(
                    subject.failure(TASK, "the image is protected from being deregistered (" + protection + ")")
                            .advice(protection
                                    .coolingDownUntil()
                                    .map(until -> "It is possible after " + until)
                                    .orElse("Lift its protection first, with unprotect(image)"))
                            .build());
        }
    }

    private void refuseUsed() {
        List<String> uses =
                engine
                        .sources()
                        .usesOf(engine.sources().names(), subject.ec2(), Set.of(subject.imageId()))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        if (!uses.isEmpty()) {
            throw new ConflictException(subject.failure(TASK, String.join("; ", uses))
                    .advice("Let what uses it use another image first, or say allowingInUse()")
                    .build());
        }
    }

    private List<SnapshotId> deletable(Plan.Builder plan, Image image) {
        Map<SnapshotId, List<ImageId>> users = SnapshotUsers.of(subject.ec2(), image.snapshotIds());
        List<SnapshotId> deletable = new ArrayList<>();
        for (SnapshotId snapshot : image.snapshotIds()) {
            List<ImageId> others = users.getOrDefault(snapshot, List.of()).stream()
                    .filter(user -> !user.equals(subject.imageId()))
                    .toList();
            if (others.isEmpty()) {
                deletable.add(snapshot);
            } else {
                plan.addNote(snapshot + " stays, because " + others + " need it");
            }
        }
        return deletable;
    }

    /** Protection is looked at again in any case: EC2 would refuse. */
    private Facts facts(Image image) {
        if (allowingInUse) {
            return Facts.builder().state(image.state()).build();
        }
        return Facts.builder()
                .state(image.state())
                .lastLaunchedTime(image.lastLaunchedTime().orElse(Instant.MIN))
                .addAllUnusedIn(engine.sources().names())
                .build();
    }

    private Reversibility reversibility(Image image, List<SnapshotId> deleted) {
        RecycleBinCover cover = RecycleBinCover.read(subject.ec2());
        SnapshotTags tags =
                cover.dependsOnSnapshotTags() ? SnapshotTags.read(subject.ec2(), deleted) : SnapshotTags.unread();
        return cover.ofDeregistering(image, deleted, tags::of);
    }
}
