package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.TemplateAction;
import dev.amis.plan.TemplateVersionName;
import dev.amis.usage.TemplateLaunches;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Old versions of a launch template that are to be deleted. Immutable: each step makes a new one.
 *
 * <p>These always stay: the default version; the latest; the one that the default was made on top of and the default before
 * it, or, where nobody noted that, the one before it; what a roll-out that is not confirmed is about; what an Auto Scaling group or its instance
 * refresh, a fleet or an instance was launched from by its number. If any of these cannot be read, nothing is deleted.
 * Node groups of EKS and compute environments of Batch are not looked at but through the groups and instances that they make.
 */
public final class VersionPruning {

    private final Session session;
    private final PlanEngine engine;
    private final TemplateName template;
    private final Optional<Integer> latest;
    private final Optional<Duration> newerThan;

    private VersionPruning(
            Session session,
            PlanEngine engine,
            TemplateName template,
            Optional<Integer> latest,
            Optional<Duration> newerThan) {
        this.session = session;
        this.engine = engine;
        this.template = template;
        this.latest = latest;
        this.newerThan = newerThan;
    }

    static VersionPruning of(Session session, PlanEngine engine, TemplateName template) {
        return new VersionPruning(session, engine, template, Optional.empty(), Optional.empty());
    }

    /**
     * Keeps the versions with the highest numbers.
     *
     * @param count how many, at least 1
     * @return the new request
     * @throws IllegalArgumentException if the count is less than 1
     */
    public VersionPruning keepingLatest(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", but must be at least 1");
        }
        return new VersionPruning(session, engine, template, Optional.of(count), newerThan);
    }

    /**
     * Keeps the versions that were made within a time.
     *
     * @param age the time, positive
     * @return the new request
     * @throws IllegalArgumentException if the time is not positive
     */
    public VersionPruning keepingNewerThan(Duration age) {
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("age is " + age + ", but must be positive");
        }
        return new VersionPruning(session, engine, template, latest, Optional.of(age));
    }

    /**
     * Looks which versions would go.
     *
     * <p><b>Calls</b> {@code DescribeLaunchTemplateVersions}, {@code DescribeLaunchTemplates}, {@code autoscaling:DescribeAutoScalingGroups}, {@code
     * autoscaling:DescribeInstanceRefreshes} for each group, {@code DescribeFleets}, {@code DescribeSpotFleetRequests},
     * {@code DescribeInstances}, {@code DescribeImages}.
     *
     * <p><b>Changes</b> nothing.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @return the plan: a note for each version that stays, an action for each that goes, with the reasons
     * @throws dev.amis.error.NotFoundException if there is no such template
     * @throws IllegalStateException if nothing says which versions stay
     */
    public Plan plan() {
        return engine.change("prune launch template " + template, this::plan).plan();
    }

    /**
     * Deletes the versions.
     *
     * <p><b>Calls</b> what {@link #plan()} calls, again right before the deletions, and {@code
     * DeleteLaunchTemplateVersions} for each version.
     *
     * <p><b>Changes</b> the versions of the template.
     *
     * <p><b>Undo</b> is impossible: a version that is made again gets a new number.
     *
     * @return what became of each version
     * @throws dev.amis.error.NotFoundException if there is no such template
     * @throws IllegalStateException if nothing says which versions stay
     */
    public ChangeReport apply() {
        return engine.change("prune launch template " + template, this::plan).apply();
    }

    /**
     * Looks at each version as {@link #plan()} does, for programs.
     *
     * @return a decision for each version, the newest first
     * @throws dev.amis.error.NotFoundException if there is no such template
     * @throws IllegalStateException if nothing says which versions stay
     */
    public List<VersionDecision> decisions() {
        List<LaunchTemplateVersion> versions = template.read(session.here());
        return review(versions, launches(versions)).decisions();
    }

    private void plan(Plan.Builder plan) {
        List<LaunchTemplateVersion> versions = template.read(session.here());
        TemplateLaunches launches = launches(versions);
        PruneReview review = review(versions, launches);
        for (UnreadSource unread : launches.unread()) {
            plan.addUnreadSources(unread);
        }
        Facts facts = Facts.builder()
                .defaultVersion(review.usual().versionNumber())
                .latestVersion(review.latest().versionNumber())
                .addUnusedIn(TemplateLaunches.NAME, TemplateLaunches.ROLLOUTS)
                .build();
        for (VersionDecision decision : review.decisions()) {
            if (decision.isKept()) {
                plan.addNote(decision.toString());
            } else {
                plan.addAction(PlannedAction.of(
                        new TemplateAction.DeleteVersion(
                                session.region(),
                                versions.get(0).launchTemplateId(),
                                new TemplateVersionName.Numbered(decision.version())),
                        String.join("; ", decision.reasons()),
                        facts,
                        session.now()));
            }
        }
    }

    private TemplateLaunches launches(List<LaunchTemplateVersion> versions) {
        if (latest.isEmpty() && newerThan.isEmpty()) {
            throw new IllegalStateException(
                    "nothing says which versions stay; say keepingLatest(…) or keepingNewerThan(…)");
        }
        return TemplateLaunches.read(
                session.here(), versions.get(0), List.of(TemplateLaunches.NAME, TemplateLaunches.ROLLOUTS));
    }

    private PruneReview review(List<LaunchTemplateVersion> versions, TemplateLaunches launches) {
        Tags tags = TemplateLook.template(session.here(), versions.get(0).launchTemplateId())
                .tags();
        return new PruneReview(versions, tags, launches, latest.orElse(1), newerThan.map(session.now()::minus));
    }

    /** Which versions stay. */
    @Override
    public String toString() {
        return "prune " + template
                + latest.map(count -> ", keeping the latest " + count).orElse("")
                + newerThan.map(age -> ", keeping what is newer than " + age).orElse("");
    }
}
