package dev.amis.testing.tasks;

import dev.amis.cleanup.RetentionPolicy;

/**
 * A generated account, and what shall be done with its images.
 *
 * @param world the account
 * @param policy which of its images stay
 */
record RetirementCase(RetirementWorld world, RetentionPolicy policy) {

    @Override
    public String toString() {
        return policy
                + (policy.ignoredSources().isEmpty() ? "" : ", not asking " + policy.ignoredSources())
                + (policy.includingPublic() ? ", even public" : "")
                + (policy.includingDisabled() ? ", even disabled" : "")
                + (policy.includingFailed() ? ", even failed" : "")
                + world;
    }
}
