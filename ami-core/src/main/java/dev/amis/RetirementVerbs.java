package dev.amis;

import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.CleanupFamilies;
import dev.amis.cleanup.CombinedCleanup;
import dev.amis.cleanup.OrphanPolicy;
import dev.amis.cleanup.OrphanSnapshots;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.cost.Costs;
import dev.amis.internal.Session;
import dev.amis.usage.ReferenceSources;
import dev.amis.usage.UsageQuery;
import java.util.stream.Stream;

/** The part of the façade that looks who uses images, cleans up, and counts costs. */
abstract sealed class RetirementVerbs extends BakingVerbs permits RolloutVerbs {

    private final Session session;
    private final ReferenceSources sources;

    RetirementVerbs(Session session, ReferenceSources sources) {
        super(session, sources);
        this.session = session;
        this.sources = sources;
    }

    /**
     * Asks who refers to images: instances, launch templates, copies in progress, parameters, recipes of
     * Image Builder, and sources of one's own.
     *
     * @return the question, for the Region that is meant
     */
    public UsageQuery usage() {
        return UsageQuery.of(session, sources);
    }

    /**
     * Cleans up old images: says which stay, and plans what becomes of the others.
     *
     * @return the start, which wants to know how images are sorted into families
     */
    public CleanupFamilies cleanup() {
        return CleanupFamilies.of(session, sources);
    }

    /**
     * Cleans up old images by a policy that was put together before.
     *
     * @param policy the policy
     * @return the cleanup
     */
    public Cleanup cleanup(RetentionPolicy policy) {
        return Cleanup.of(session, sources, policy);
    }

    /**
     * Cleans up snapshots that images left behind: finds those that nothing needs any more, and plans to delete them.
     *
     * @return the cleanup, of the Region that is meant
     */
    public OrphanSnapshots orphanSnapshots() {
        return orphanSnapshots(OrphanPolicy.builder().build());
    }

    /**
     * Cleans up snapshots that images left behind by a policy that was put together before.
     *
     * @param policy the policy
     * @return the cleanup
     */
    public OrphanSnapshots orphanSnapshots(OrphanPolicy policy) {
        return OrphanSnapshots.of(session, policy);
    }

    /**
     * Asks what images cost per month, and what a plan or a copy changes in that.
     *
     * @return the question, for the Region that is meant
     */
    public Costs costs() {
        return Costs.of(session);
    }

    /**
     * Cleans up old images by several policies in one plan. Every image is decided by the first that is about it.
     *
     * @param first the policy that comes first
     * @param second the next
     * @param more further ones
     * @return the cleanup
     */
    public CombinedCleanup cleanup(RetentionPolicy first, RetentionPolicy second, RetentionPolicy... more) {
        return CombinedCleanup.of(
                session,
                sources,
                Stream.concat(Stream.of(first, second), Stream.of(more)).toList());
    }
}
