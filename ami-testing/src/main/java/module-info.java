/** An AWS account that lives in memory, and what tests want around it. */
module dev.amis.testing {
    requires transitive dev.amis.core;
    requires transitive org.jspecify;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;

    exports dev.amis.testing;
    exports dev.amis.testing.contract;

    // JUnit runs the contracts' rules, which are package-private, in the tests of other modules.
    opens dev.amis.testing.contract;
}
