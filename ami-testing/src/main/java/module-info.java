/** An AWS account that lives in memory, and what tests want around it. */
module dev.amis.testing {
    requires transitive dev.amis.core;
    requires transitive org.jspecify;

    exports dev.amis.testing;
}
