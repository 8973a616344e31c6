/** Amazon Machine Images as values, plans and life cycles, without any AWS SDK. */
module dev.amis.core {
    requires com.fasterxml.jackson.databind;
    requires org.semver4j;
    requires org.slf4j;
    requires transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.amis;
    exports dev.amis.copy;
    exports dev.amis.cost;
    exports dev.amis.create;
    exports dev.amis.cleanup;
    exports dev.amis.error;
    exports dev.amis.guest;
    exports dev.amis.launch;
    exports dev.amis.lifecycle;
    exports dev.amis.model;
    exports dev.amis.naming;
    exports dev.amis.plan;
    exports dev.amis.publish;
    exports dev.amis.query;
    exports dev.amis.report;
    exports dev.amis.rollout;
    exports dev.amis.share;
    exports dev.amis.spi;
    exports dev.amis.time;
    exports dev.amis.usage;
    exports dev.amis.verify;
}
