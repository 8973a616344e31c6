package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.testing.FakeTime;
import dev.amis.testing.InMemoryAws;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The account's dials and clock, as clients in other processes meet them. */
class EndpointTroublesTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final FakeTime wall = FakeTime.startingAt(Instant.parse("2030-01-01T00:00:00Z"));
    private final Ec2Endpoint endpoint =
            Ec2Endpoint.builder(aws).following(wall, 60).start();
    private final Wire wire = Wire.to(endpoint);

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void throttlingIs503() {
        aws.faults().throttling(1);
        for (int call = 0; call < 100; call++) {
            wire.ok("Action=DescribeImages&Owner.1=self");
        }

        Wire.Answer answer = wire.post("Action=DescribeImages&Owner.1=self");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.one("Code")).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void throttlingHoldsForCallsThatOnlyTheEndpointKnows() {
        aws.faults().throttling(1);
        for (int call = 0; call < 100; call++) {
            wire.ok("Action=DescribeVolumes");
        }

        assertThat(wire.post("Action=DescribeVolumes").status()).isEqualTo(503);
    }

    @Test
    void latencyMovesTheClockOfTheAccount() {
        aws.faults().latency(Duration.ofMillis(200));
        Instant before = aws.time().instant();

        wire.ok("Action=DescribeImages&Owner.1=self");

        assertThat(aws.time().instant()).isEqualTo(before.plusMillis(200));
    }

    @Test
    void anInjectedFaultHasItsOwnStatus() {
        aws.faults().failNext("DescribeImages", "InternalError");

        Wire.Answer answer = wire.post("Action=DescribeImages&Owner.1=self");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.one("Code")).isEqualTo("InternalError");
    }

    @Test
    void aLostAnswerIsAConnectionThatEndsAndTheEffectIsThere() {
        String form = create("web-1");
        aws.faults().loseAnswer("CreateImage", 1);

        assertThatThrownBy(() -> wire.post(form)).isInstanceOf(UncheckedIOException.class);

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").all("name")).containsExactly("web-1");
    }

    @Test
    void aLostRequestIsAConnectionThatEndsAndNothingIsDone() {
        String form = create("web-1");
        aws.faults().loseRequest("CreateImage", 1);

        assertThatThrownBy(() -> wire.post(form)).isInstanceOf(UncheckedIOException.class);

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").all("name")).isEmpty();
    }

    @Test
    void aLostAnswerOfALaunchIsFoundByItsToken() {
        String form = "Action=RunInstances&MinCount=1&MaxCount=1&ClientToken=abc&ImageId="
                + wire.ok("Action=DescribeImages&Owner.1=amazon").all("imageId").get(0);
        aws.faults().loseAnswer("RunInstances", 1);
        assertThatThrownBy(() -> wire.post(form)).isInstanceOf(UncheckedIOException.class);

        String id = wire.ok(form).one("instanceId");

        assertThat(wire.ok("Action=DescribeInstances").all("instanceId")).containsExactly(id);
    }

    @Test
    void anAccountThatIsHandedOverKeepsItsTempo() {
        wire.ok(create("web-1"));

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").one("imageState"))
                .isEqualTo("pending");
    }

    @Test
    void theAccountsClockFollowsAnotherSoThatClientsCanWait() {
        wire.ok(create("web-1"));
        wall.advance(Duration.ofSeconds(3));
        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").one("imageState"))
                .isEqualTo("pending");

        wall.advance(Duration.ofSeconds(1));

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").one("imageState"))
                .isEqualTo("available");
    }

    @Test
    void inProcessTheClockCanBeMovedAsWell() {
        wire.ok(create("web-1"));
        aws.time().advance(Duration.ofMinutes(4));

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").one("imageState"))
                .isEqualTo("available");
    }

    @Test
    void aPaceThatStandsStillIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ec2Endpoint.builder(aws).following(wall, 0))
                .withMessage("speed is 0, but must be at least 1");
    }

    @Test
    void anAccountOfTheEndpointsOwnIsInstant() {
        try (Ec2Endpoint instant = Ec2Endpoint.start()) {
            Wire client = Wire.to(instant);
            client.ok("Action=CreateImage&Name=web-1&InstanceId="
                    + instant.account().runInstance());

            assertThat(client.ok("Action=DescribeImages&Owner.1=self").one("imageState"))
                    .isEqualTo("available");
        }
    }

    @Test
    void manyClientsAtOnceAreAllServed() throws InterruptedException, ExecutionException {
        List<String> forms =
                IntStream.range(0, 100).mapToObj(n -> create("web-" + n)).toList();
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> made = forms.stream()
                    .map(form -> clients.submit(() -> wire.ok(form).one("imageId")))
                    .toList();
            for (Future<String> one : made) {
                assertThat(one.get()).startsWith("ami-");
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").all("imageId"))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    private String create(String name) {
        return "Action=CreateImage&NoReboot=true&Name=" + name + "&InstanceId=" + aws.runInstance();
    }
}
