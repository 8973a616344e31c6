package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;

/**
 * Who calls, and where.
 *
 * @param account the calling account
 * @param region the Region whose endpoint is called
 * @param dryRun whether the call carries EC2's {@code DryRun} flag
 */
public record Caller(AccountId account, Region region, boolean dryRun) {

    /** The same caller without the flag, for what changes nothing. */
    public Caller reading() {
        return dryRun ? new Caller(account, region, false) : this;
    }

    Call call(String action) {
        return call("ec2", action);
    }

    /** A call of another service, as IAM writes it. */
    Call call(String service, String action) {
        return new Call(this, service, action);
    }
}
