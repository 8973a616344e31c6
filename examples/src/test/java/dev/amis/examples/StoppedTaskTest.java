package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A task that is stopped while it waits for an image removes it before the process ends. */
@Timeout(60)
class StoppedTaskTest {

    @Test
    void whatWasBegunIsRemoved() throws Exception {
        InMemoryAws aws = InMemoryAws.create();
        String instance = aws.runInstance().value();
        try (Ec2Endpoint endpoint = Ec2Endpoint.start(aws)) {
            Process process =
                    Child.start("quickstart", "--endpoint", endpoint.uri().toString(), "--instance", instance);
            try (BufferedReader out = process.inputReader()) {
                assertThat(out.lines().anyMatch(line -> line.contains("waiting")))
                        .isTrue();
                assertThat(Amis.using(aws).find().ownedBySelf().count()).isOne();
                process.toHandle().destroy();

                assertThat(out.lines().anyMatch(line -> line.startsWith("removed   ami-")))
                        .isTrue();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }

        assertThat(Amis.using(aws).find().ownedBySelf().list()).isEmpty();
        // EC2 carries out the deletion of a pending snapshot when it is complete.
        aws.time().advance(Duration.ofHours(1));
        assertThat(aws.in(aws.region())
                        .snapshots()
                        .describeSnapshots(DescribeSnapshotsRequest.builder()
                                .addOwnerId("self")
                                .build())
                        .items())
                .isEmpty();
    }
}
