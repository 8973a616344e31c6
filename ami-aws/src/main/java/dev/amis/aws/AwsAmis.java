package dev.amis.aws;

import dev.amis.Amis;

/** {@link Amis} on a real AWS account, in one line. */
public final class AwsAmis {

    private AwsAmis() {}

    /**
     * Works with the default credentials in the default Region, as the AWS CLI finds them.
     *
     * <p>For anything else, such as a role to assume or another Region, use {@code Amis.using(AwsProvider.builder()…)}.
     *
     * @return the way in; no call is made yet
     * @throws software.amazon.awssdk.core.exception.SdkClientException if no default Region is configured
     */
    public static Amis create() {
        return Amis.using(AwsProvider.create());
    }
}
