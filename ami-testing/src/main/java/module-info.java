/** An AWS account that lives in memory, and what tests want around it. */
module dev.amis.testing {
    requires transitive dev.amis.core;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static jdk.httpserver;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;
    requires static software.amazon.awssdk.core;
    requires static software.amazon.awssdk.services.autoscaling;
    requires static software.amazon.awssdk.services.ec2;
    requires static software.amazon.awssdk.services.imagebuilder;
    requires static software.amazon.awssdk.services.kms;
    requires static software.amazon.awssdk.services.ssm;
    requires static software.amazon.awssdk.utils;

    exports dev.amis.testing;
    exports dev.amis.testing.assertion;
    exports dev.amis.testing.contract;
    exports dev.amis.testing.endpoint;
    exports dev.amis.testing.junit;

    // JUnit runs the contracts' rules, which are package-private, in the tests of other modules.
    opens dev.amis.testing.contract;
}
