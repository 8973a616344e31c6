package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.AfterAll;

/** The run on a real account, rehearsed on the endpoint: the rules hold in it, and nothing is left when it is over. */
class RealAccountOnEndpointTest extends RealAccountContract {

    private final InMemoryAws aws = InMemoryAws.create();
    private final EndpointWorld endpoint = new EndpointWorld(aws);
    private RealAccount account;

    @Override
    RealAccount open() {
        account = endpoint.realAccount();
        return account;
    }

    @AfterAll
    @Override
    void end() {
        assertThat(account.left()).isEmpty();
        super.end();
        endpoint.close();
    }
}
