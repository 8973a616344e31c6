package dev.amis.examples;

import dev.amis.aws.AwsProvider;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The way to AWS. Nothing else in the jar knows the AWS SDK, so that what plays in memory does not load it. */
final class AwsAccess {

    private AwsAccess() {}

    /**
     * Opens an account; makes no call.
     *
     * @param endpoint who answers, AWS itself by default
     * @param profile where credentials and Region come from, the SDK's default chain by default
     * @param region the Region
     * @return the account, for its user to close
     */
    static AmiProvider open(Optional<URI> endpoint, Optional<String> profile, Optional<String> region) {
        AwsProvider.Builder builder = AwsProvider.builder();
        endpoint.ifPresent(builder::endpoint);
        profile.ifPresent(builder::profile);
        boolean imitation = endpoint.isPresent() && profile.isEmpty() && isLoopback(endpoint.get());
        if (imitation) {
            // An imitation on this machine asks for no credentials, and gets none that it could not be given.
            builder.credentials(ofEnvironmentOrAny());
        }
        builder.region(region.map(Region::of).orElseGet(() -> defaultRegion(profile, imitation)));
        return builder.build();
    }

    private static AwsCredentialsProvider ofEnvironmentOrAny() {
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    private static Region defaultRegion(Optional<String> profile, boolean imitation) {
        try {
            return Region.of(configuredRegion(profile, imitation).getRegion().id());
        } catch (SdkClientException none) {
            if (imitation) {
                return Region.US_EAST_1;
            }
            throw new IllegalArgumentException("No Region is configured; name one with --region", none);
        }
    }

    /** An imitation's Region is not to be looked for at the address where EC2's machines find theirs, which takes seconds. */
    private static AwsRegionProvider configuredRegion(Optional<String> profile, boolean imitation) {
        if (imitation) {
            return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
        }
        var chain = DefaultAwsRegionProviderChain.builder();
        profile.ifPresent(chain::profileName);
        return chain.build();
    }

    private static boolean isLoopback(URI endpoint) {
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
