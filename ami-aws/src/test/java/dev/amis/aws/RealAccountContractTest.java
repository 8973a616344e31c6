package dev.amis.aws;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole contract on the account of the default credentials, which takes hours and costs some instances: only in the
 * profile {@code real-account}.
 */
@EnabledIfSystemProperty(
        named = "amis.realAccount",
        matches = "true",
        disabledReason = "needs an account, see CONTRIBUTING.md")
class RealAccountContractTest extends RealAccountContract {

    @Override
    RealAccount open() {
        return RealAccount.ofDefaultCredentials();
    }
}
