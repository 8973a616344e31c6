package dev.amis.aws;

import dev.amis.model.Region;
import dev.amis.testing.contract.ContractWorld;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

/**
 * One run of contracts on an account that is not ours to leave in disorder: what the run makes is marked, and removed after
 * each test and at the end. What a run has left that died is removed before the next begins, so there must be one run at a
 * time in an account.
 */
final class RealAccount implements AutoCloseable {

    private final AwsProvider provider;
    private final Ec2Client home;
    private final Ec2Client other;
    private final Region otherRegion;
    private final RunTag mark = new RunTag(UUID.randomUUID().toString());

    private RealAccount(AwsProvider.Builder settings, Consumer<Ec2ClientBuilder> client) {
        this.provider = settings.customizing(ec2 -> ec2.overrideConfiguration(ClientOverrideConfiguration.builder()
                        .addExecutionInterceptor(mark)
                        .build()))
                .build();
        this.otherRegion = provider.region().equals(Region.US_WEST_2) ? Region.US_EAST_1 : Region.US_WEST_2;
        this.home = client(client, provider.region());
        this.other = client(client, otherRegion);
    }

    /** The account of the default credentials, in the default Region. */
    static RealAccount ofDefaultCredentials() {
        return of(AwsProvider.builder(), client -> {});
    }

    /**
     * Takes an account over, having removed what a former run has left.
     *
     * @param settings the provider under test
     * @param client settings of the SDK's client that arranges things and tidies up
     */
    static RealAccount of(AwsProvider.Builder settings, Consumer<Ec2ClientBuilder> client) {
        RealAccount account = new RealAccount(settings, client);
        account.sweep();
        return account;
    }

    /** The world of one test; what the test has made is removed when it is closed. */
    ContractWorld world() {
        return new RealAccountWorld(this);
    }

    AwsProvider provider() {
        return provider;
    }

    Region otherRegion() {
        return otherRegion;
    }

    /** The SDK's client of the home Region, which sees the mark. */
    Ec2Client ec2() {
        return home;
    }

    RunTag mark() {
        return mark;
    }

    /** What runs have made that is still there. */
    List<String> left() {
        return Stream.of(home, other).flatMap(ec2 -> Sweep.left(ec2).stream()).toList();
    }

    void sweep() {
        Sweep.of(home);
        Sweep.of(other);
    }

    @Override
    public void close() {
        try (provider;
                home;
                other) {
            sweep();
        }
    }

    private static Ec2Client client(Consumer<Ec2ClientBuilder> settings, Region region) {
        Ec2ClientBuilder builder = Ec2Client.builder().region(software.amazon.awssdk.regions.Region.of(region.value()));
        settings.accept(builder);
        return builder.build();
    }
}
