package dev.amis.aws.internal;

import dev.amis.model.Region;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.rbin.RbinClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Makes the SDK's clients of one account, all on one HTTP client and with the SDK's own retries off. */
public final class Clients implements AutoCloseable {

    /** The call that tells the account of the credentials. */
    public static final Call CALLER_IDENTITY = Call.of("sts:GetCallerIdentity");

    private final Optional<URI> endpoint;
    private final Consumer<Ec2ClientBuilder> customizer;
    private final Duration callTimeout;
    private final SdkHttpClient http;
    private final boolean ownHttp;
    private final Optional<String> roleArn;
    private final Optional<String> externalId;
    private final AwsCredentialsProvider base;
    private @Nullable StsAssumeRoleCredentialsProvider assumed;

    /**
     * Keeps what clients are made of; nothing is opened.
     *
     * @param credentials where credentials come from
     * @param profile the profile they come from otherwise
     * @param roleArn the role to assume with them
     * @param externalId what the role's owner wants to be told
     * @param endpoint the address of everything
     * @param httpClient the HTTP client to use instead of an own one
     * @param customizer what else EC2 clients are told
     * @param callTimeout how long one attempt may take
     */
    public Clients(
            Optional<AwsCredentialsProvider> credentials,
            Optional<String> profile,
            Optional<String> roleArn,
            Optional<String> externalId,
            Optional<URI> endpoint,
            Optional<SdkHttpClient> httpClient,
            Consumer<Ec2ClientBuilder> customizer,
            Duration callTimeout) {
        this.endpoint = endpoint;
        this.customizer = customizer;
        this.callTimeout = callTimeout;
        this.roleArn = roleArn;
        this.externalId = externalId;
        this.ownHttp = httpClient.isEmpty();
        this.http = httpClient.orElseGet(this::http);
        AwsCredentialsProvider source = credentials
                .or(() -> profile.map(ProfileCredentialsProvider::create))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        this.base = new Credentials(source, Optional.empty());
    }

    /**
     * The Region of the environment or profile, where the AWS CLI looks for it.
     *
     * @param profile the profile, by default the environment's
     * @return the Region
     */
    public static Region defaultRegion(Optional<String> profile) {
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        profile.ifPresent(chain::profileName);
        return Region.of(chain.build().getRegion().id());
    }

    /** Where everything goes to a plain address, the trust store, which takes a tenth of a second, is left alone. */
    private SdkHttpClient http() {
        var builder =
                UrlConnectionHttpClient.builder().socketTimeout(callTimeout).connectionTimeout(Duration.ofSeconds(5));
        if (endpoint.filter(address -> "http".equals(address.getScheme())).isPresent()) {
            builder.tlsTrustManagersProvider(() -> new TrustManager[0]);
        }
        return builder.build();
    }

    Ec2ClientBuilder ec2Builder(Region region) {
        Ec2ClientBuilder builder = Ec2Client.builder();
        customizer.accept(builder);
        prepare(builder, region);
        return builder;
    }

    /**
     * Makes the EC2 client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public Ec2Client ec2(Region region) {
        return ec2Builder(region).credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes the Recycle Bin client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public RbinClient rbin(Region region) {
        var builder = RbinClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes the Auto Scaling client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public AutoScalingClient autoScaling(Region region) {
        var builder = AutoScalingClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes the Systems Manager client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public SsmClient ssm(Region region) {
        var builder = SsmClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes the Image Builder client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public ImagebuilderClient imageBuilder(Region region) {
        var builder = ImagebuilderClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes the KMS client of a Region.
     *
     * @param region the Region
     * @return the client
     */
    public KmsClient kms(Region region) {
        var builder = KmsClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials(region)).build();
    }

    /**
     * Makes a client that asks for prices.
     *
     * @return the client
     */
    public PricingClient pricing() {
        var builder = PricingClient.builder();
        prepare(builder, PriceList.HOME);
        return builder.credentialsProvider(credentials(PriceList.HOME)).build();
    }

    /**
     * Asks whose the credentials are.
     *
     * @param region where to ask
     * @return the answer, which names the account
     */
    public GetCallerIdentityResponse callerIdentity(Region region) {
        try (StsClient sts = sts(region, credentials(region))) {
            return sts.getCallerIdentity();
        }
    }

    @Override
    public synchronized void close() {
        if (assumed != null) {
            assumed.close();
        }
        if (ownHttp) {
            http.close();
        }
    }

    private synchronized AwsCredentialsProvider credentials(Region region) {
        if (roleArn.isEmpty()) {
            return base;
        }
        StsAssumeRoleCredentialsProvider role = assumed;
        if (role == null) {
            role = StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(sts(region, base))
                    .refreshRequest(asked ->
                            asked.roleArn(roleArn.get()).roleSessionName("amis").externalId(externalId.orElse(null)))
                    .build();
            assumed = role;
        }
        return new Credentials(role, roleArn);
    }

    private StsClient sts(Region region, AwsCredentialsProvider credentials) {
        var builder = StsClient.builder();
        prepare(builder, region);
        return builder.credentialsProvider(credentials).build();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> void prepare(B builder, Region region) {
        builder.httpClient(http);
        builder.region(software.amazon.awssdk.regions.Region.of(region.value()));
        endpoint.ifPresent(builder::endpointOverride);
        builder.overrideConfiguration(builder.overrideConfiguration()
                .copy(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(callTimeout)
                        .addExecutionInterceptor(new AnswerCheck())));
    }
}
