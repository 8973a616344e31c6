/** Amazon Machine Images of a real account, through the AWS SDK for Java. */
module dev.amis.aws {
    requires transitive dev.amis.core;
    requires transitive software.amazon.awssdk.auth;
    requires transitive software.amazon.awssdk.http;
    requires transitive software.amazon.awssdk.services.ec2;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.services.autoscaling;
    requires software.amazon.awssdk.services.imagebuilder;
    requires software.amazon.awssdk.services.kms;
    requires software.amazon.awssdk.services.pricing;
    requires software.amazon.awssdk.services.rbin;
    requires software.amazon.awssdk.services.ssm;
    requires software.amazon.awssdk.services.sts;
    requires software.amazon.awssdk.utils;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires io.github.bucket4j.core;
    requires org.slf4j;
    requires transitive org.jspecify;
    requires static micrometer.core;
    requires static org.immutables.value.annotations;

    exports dev.amis.aws;
}
