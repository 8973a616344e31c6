package dev.amis.cleanup;

import dev.amis.cost.PriceSource;
import dev.amis.internal.Session;
import dev.amis.plan.Plan;
import dev.amis.usage.ReferenceSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several policies in one plan, for example one for each environment; starts at {@link Cleanup#and} or {@code
 * Amis.cleanup(policy, policy)}.
 *
 * <p>Every image is decided by the first policy that is about it: that looks at its Region, knows its family, and has all tags
 * that the policy touches only. Families and limits are those of each policy: images that another policy decides do not count.
 * An image that no policy is about stays. The plan is valid as long as the shortest of the policies says.
 */
public final class CombinedCleanup implements PricingSteps<CombinedCleanup> {

    private final Session session;
    private final ReferenceSources sources;
    private final List<RetentionPolicy> policies;
    private final Optional<PriceSource> prices;

    private CombinedCleanup(
            Session session, ReferenceSources sources, List<RetentionPolicy> policies, Optional<PriceSource> prices) {
        this.session = session;
        this.sources = sources;
        this.policies = List.copyOf(policies);
        this.prices = prices;
    }

    /**
     * Puts policies together. Use {@code Amis.cleanup(policy, policy)}.
     *
     * @param session the account
     * @param sources who is asked for references
     * @param policies the policies, the first of which comes first
     * @return the cleanup
     */
    @SuppressWarnings("exports") // made by the façade only
    public static CombinedCleanup of(Session session, ReferenceSources sources, List<RetentionPolicy> policies) {
        return of(session, sources, policies, Optional.empty());
    }

    static CombinedCleanup of(
            Session session, ReferenceSources sources, List<RetentionPolicy> policies, Optional<PriceSource> prices) {
        return new CombinedCleanup(session, sources, policies, prices);
    }

    /**
     * Adds a policy for images that no policy before is about.
     *
     * @param policy the policy
     * @return the new cleanup
     */
    public CombinedCleanup and(RetentionPolicy policy) {
        List<RetentionPolicy> more = new ArrayList<>(policies);
        more.add(policy);
        return new CombinedCleanup(session, sources, more, prices);
    }

    @Override
    public CombinedCleanup pricedBy(PriceSource source) {
        return new CombinedCleanup(session, sources, policies, Optional.of(source));
    }

    /**
     * What was said, in the order in which it is asked.
     *
     * @return the policies
     */
    public List<RetentionPolicy> policies() {
        return policies;
    }

    /**
     * Looks at all own images and who refers to them, and decides about each; nothing is changed. Calls what {@link
     * Cleanup#plan()} does, images and references once for all policies.
     *
     * @return the plan, with a decision about every own image of the Regions
     * @throws IllegalStateException if of one policy no rule says what stays
     * @throws dev.amis.error.ConflictException if the plan would exceed a limit of a policy
     * @throws dev.amis.error.AmiException if the images could not be read
     */
    public Plan plan() {
        return new CleanupRun(session, sources, policies, prices).plan();
    }

    /** The policies as one line. */
    @Override
    public String toString() {
        return policies.stream().map(RetentionPolicy::toString).collect(Collectors.joining("; "));
    }
}
