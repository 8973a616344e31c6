package dev.amis.aws;

import dev.amis.aws.internal.Attempts;
import dev.amis.aws.internal.AwsRegion;
import dev.amis.aws.internal.CallMetrics;
import dev.amis.aws.internal.Clients;
import dev.amis.aws.internal.MicrometerMetrics;
import dev.amis.aws.internal.PriceList;
import dev.amis.cost.PriceSource;
import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

/**
 * A real AWS account, through the AWS SDK for Java v2. One client for each Region, made when it is first used, shared by
 * all threads, closed by {@link #close()}. Thread-safe.
 *
 * <p>Every attempt of every call passes one chain: a request budget as EC2 documents it, a circuit breaker, and retries
 * with full jitter. The SDK's own retries are off. Calls are logged at debug under {@code dev.amis.aws.calls}.
 */
public final class AwsProvider implements AmiProvider {

    private final Clients clients;
    private final Region region;
    private final AwsSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final CallMetrics metrics;

    /** By the names of Regions: hashing a record costs a fresh process ten milliseconds, hashing text nothing. */
    private final Map<String, AwsRegion> regions = new ConcurrentHashMap<>();

    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();
    private @Nullable AccountId account;

    private AwsProvider(Clients clients, Builder builder) {
        this.clients = clients;
        this.region = builder.region.orElseGet(() -> Clients.defaultRegion(builder.profile));
        this.settings = builder.settings;
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.random = builder.random;
        this.metrics = builder.metrics;
    }

    /**
     * Access with the default credentials in the default Region, as the AWS CLI finds them.
     *
     * @return the provider; no call is made yet
     * @throws software.amazon.awssdk.core.exception.SdkClientException if no default Region is configured
     */
    public static AwsProvider create() {
        return builder().build();
    }

    /**
     * Access with settings of one's own.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The account of the credentials, by {@code sts:GetCallerIdentity}, asked once.
     *
     * @return the account
     */
    @Override
    public synchronized AccountId account() {
        AccountId known = account;
        if (known == null) {
            known = AccountId.of(attempts(region)
                    .make(Clients.CALLER_IDENTITY, () -> clients.callerIdentity(region))
                    .account());
            account = known;
        }
        return known;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public RegionalProvider in(Region region) {
        return regions.computeIfAbsent(region.value(), name -> new AwsRegion(clients, attempts(region), region));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Sleeper sleeper() {
        return sleeper;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /**
     * Who had to wait for the request budget so far.
     *
     * @return for each Region and action that waited, how often and how long in all
     */
    public Map<String, String> budgetWaits() {
        Map<String, String> all = new TreeMap<>();
        attempts.forEach(
                (one, chain) -> chain.waits().forEach((action, waited) -> all.put(one + " " + action, waited)));
        return all;
    }

    /**
     * The prices of today, for {@code amis.costs().using(…)}: AWS's price list of snapshots and of transfer between Regions,
     * by {@code pricing:GetProducts} in us-east-1, asked anew each time. Prices of other partitions than {@code aws} are not
     * to be had; where two products of a Region differ in price, that price is not known.
     *
     * @return the source; no call is made yet
     */
    public PriceSource prices() {
        return new PriceList(clients::pricing, attempts(PriceList.HOME), clock, region);
    }

    @Override
    public void close() {
        regions.values().forEach(AwsRegion::close);
        clients.close();
    }

    private Attempts attempts(Region one) {
        return attempts.computeIfAbsent(
                one.value(), name -> new Attempts(one, settings, clock, sleeper, random, metrics));
    }

    /** Settings of {@link AwsProvider}; what is not set is found as the AWS CLI finds it. */
    public static final class Builder {

        private Optional<Region> region = Optional.empty();
        private Optional<AwsCredentialsProvider> credentials = Optional.empty();
        private Optional<String> profile = Optional.empty();
        private Optional<String> roleArn = Optional.empty();
        private Optional<String> externalId = Optional.empty();
        private Optional<URI> endpoint = Optional.empty();
        private Optional<SdkHttpClient> httpClient = Optional.empty();
        private Consumer<Ec2ClientBuilder> customizer = client -> {};
        private AwsSettings settings = AwsSettings.ofDefaults();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.system();
        private RandomGenerator random = new Random();
        private CallMetrics metrics = CallMetrics.NONE;

        private Builder() {}

        /**
         * Sets the Region that is meant where none is named; by default that of the environment or profile.
         *
         * @param region the Region
         * @return this builder
         */
        public Builder region(Region region) {
            this.region = Optional.of(region);
            return this;
        }

        /**
         * Sets where credentials come from; by default the SDK's default chain.
         *
         * @param credentials the SDK's provider of credentials
         * @return this builder
         */
        public Builder credentials(AwsCredentialsProvider credentials) {
            this.credentials = Optional.of(credentials);
            return this;
        }

        /**
         * Takes credentials from a named profile of the shared AWS files.
         *
         * @param profile the profile's name
         * @return this builder
         */
        public Builder profile(String profile) {
            this.profile = Optional.of(profile);
            return this;
        }

        /**
         * Assumes a role before any call, by {@code sts:AssumeRole}: this is how one process works on many accounts, with a
         * provider for each. The session is called {@code amis}; it is renewed before it ends.
         *
         * @param roleArn the role, for example {@code arn:aws:iam::123456789012:role/images}
         * @return this builder
         */
        public Builder assumingRole(String roleArn) {
            this.roleArn = Optional.of(roleArn);
            return this;
        }

        /**
         * Assumes a role of somebody who wants to be told an external id, by {@code sts:AssumeRole}.
         *
         * @param roleArn the role, for example {@code arn:aws:iam::123456789012:role/images}
         * @param externalId what the role's trust policy asks for
         * @return this builder
         */
        public Builder assumingRole(String roleArn, String externalId) {
            this.externalId = Optional.of(externalId);
            return assumingRole(roleArn);
        }

        /**
         * Sends all calls of all Regions to one address, for example an endpoint that serves an in-memory account.
         *
         * @param endpoint the address
         * @return this builder
         */
        public Builder endpoint(URI endpoint) {
            this.endpoint = Optional.of(endpoint);
            return this;
        }

        /**
         * Sets the SDK's HTTP client; by default the one on the JDK's {@code HttpURLConnection}. Its owner closes it.
         *
         * @param httpClient the client
         * @return this builder
         */
        public Builder httpClient(SdkHttpClient httpClient) {
            this.httpClient = Optional.of(httpClient);
            return this;
        }

        /**
         * Changes what else the SDK's EC2 client can be told; retries stay off whatever is set here.
         *
         * @param customizer called once for each Region
         * @return this builder
         */
        public Builder customizing(Consumer<Ec2ClientBuilder> customizer) {
            this.customizer = customizer;
            return this;
        }

        /**
         * Sets how calls are attempted; by default {@link AwsSettings#ofDefaults()}.
         *
         * @param settings the settings
         * @return this builder
         */
        public Builder settings(AwsSettings settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Sets the clock; by default the system's in UTC.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Sets how time is let pass; by default by sleeping.
         *
         * @param sleeper the sleeper
         * @return this builder
         */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /**
         * Sets where jitter comes from; by default a new {@link Random}.
         *
         * @param random the source of chance
         * @return this builder
         */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /**
         * Counts calls with Micrometer, which then has to be on the path; by default nothing is counted.
         *
         * <p>Timers {@code amis.aws.calls} (each attempt; tags {@code action}, {@code region} and {@code outcome}, which is
         * {@code ok}, an error code of AWS or an exception of the SDK) and {@code amis.aws.waits} (for the request budget),
         * counters {@code amis.aws.throttles} and {@code amis.aws.retries} (tags {@code action} and {@code region}).
         *
         * @param registry where they are counted
         * @return this builder
         */
        @SuppressWarnings("exports")
        public Builder metrics(MeterRegistry registry) {
            this.metrics = new MicrometerMetrics(registry);
            return this;
        }

        /**
         * Finishes the settings; no call is made.
         *
         * @return the provider
         * @throws IllegalArgumentException if both credentials and a profile are set
         * @throws software.amazon.awssdk.core.exception.SdkClientException if no Region is set or configured
         */
        public AwsProvider build() {
            if (credentials.isPresent() && profile.isPresent()) {
                throw new IllegalArgumentException(
                        "profile is '" + profile.get() + "', but cannot be combined with credentials");
            }
            Clients clients = new Clients(
                    credentials,
                    profile,
                    roleArn,
                    externalId,
                    endpoint,
                    httpClient,
                    customizer,
                    settings.callTimeout());
            return new AwsProvider(clients, this);
        }
    }
}
