package dev.amis.cleanup;

/**
 * The steps of a chain that limit how much a plan may take away from one owner. A plan that would exceed a limit is not made.
 *
 * @param <C> the chain
 */
public sealed interface LimitingSteps<C> permits Cleanup, OrphanSnapshots {

    /**
     * Limits what may be removed or changed of each owner, in all Regions together.
     *
     * @param limit the limit, beside those that were said before
     * @return the chain with the limit
     */
    C limitedBy(OwnerLimit limit);

    /**
     * Limits how much may be removed or changed of each owner, in all Regions together.
     *
     * @param tagKey the key of the tag whose value is the owner, case-sensitive; what does not have it belongs to one owner more
     * @param count the limit, at least 1
     * @return the chain with the limit
     * @throws IllegalArgumentException if the key is blank, or the limit is below 1
     */
    default C atMostPerOwner(String tagKey, int count) {
        return limitedBy(OwnerLimit.count(tagKey, count));
    }

    /**
     * Limits which part may be removed or changed of what each owner has, in all Regions together.
     *
     * @param tagKey the key of the tag whose value is the owner, case-sensitive; what does not have it belongs to one owner more
     * @param percent the limit, from 1 to 100
     * @return the chain with the limit
     * @throws IllegalArgumentException if the key is blank, or the limit is not from 1 to 100
     */
    default C atMostPercentPerOwner(String tagKey, int percent) {
        return limitedBy(OwnerLimit.percent(tagKey, percent));
    }
}
