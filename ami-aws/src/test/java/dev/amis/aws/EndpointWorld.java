package dev.amis.aws;

import dev.amis.model.AccountId;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.contract.InMemoryContractWorld;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** An in-memory account behind an endpoint, reached through the AWS SDK by its clock. */
final class EndpointWorld implements AutoCloseable {

    private final InMemoryAws aws;
    private final Ec2Endpoint endpoint;
    private final Map<AccountId, AwsProvider> providers = new HashMap<>();

    EndpointWorld(InMemoryAws aws) {
        this.aws = aws;
        this.endpoint = Ec2Endpoint.start(aws);
    }

    /** The same world under the contract, which closes the endpoint with it. */
    static InMemoryContractWorld underContract() {
        InMemoryAws aws = InMemoryAws.create();
        EndpointWorld world = new EndpointWorld(aws);
        return new InMemoryContractWorld(aws, account -> world.provider(account.account()), world::close);
    }

    AwsProvider provider(AccountId account) {
        return providers.computeIfAbsent(account, one -> settings(one).build());
    }

    /** The settings of a provider that lives by the account's clock; who builds it closes it. */
    AwsProvider.Builder settings(AccountId account) {
        return AwsProvider.builder()
                .region(aws.region())
                .credentials(credentials(account))
                .endpoint(endpoint.uri())
                .clock(aws.clock())
                .sleeper(aws.sleeper())
                .random(new Random(7));
    }

    /** The account as a run on a real one would take it over. */
    RealAccount realAccount() {
        return RealAccount.of(
                settings(aws.account()),
                client -> client.endpointOverride(endpoint.uri()).credentialsProvider(credentials(aws.account())));
    }

    Ec2Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        providers.values().forEach(AmiProvider::close);
        endpoint.close();
    }

    private static AwsCredentialsProvider credentials(AccountId account) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA" + account, "secret"));
    }
}
