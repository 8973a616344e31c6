package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.ChangeLog;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.verify.Verification;
import dev.amis.verify.VerifyImage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The smaller steps of gates and bakes: what test instances are launched with, limits, and change logs with a source. */
class VerificationStepsTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();
    private final Image image =
            amis.create("web-1").fromInstance(instance).start().await();

    @Test
    void testInstancesAreLaunchedWithWhatWasSaid() {
        VerifyImage gate = amis.verify(image)
                .on(InstanceType.of("t3.micro"))
                .securityGroups("sg-0123456789abcdef0")
                .instanceProfile("tester")
                .userData("#!/bin/sh\ntrue");

        Verification result = gate.run().orThrow();

        RunInstancesRequest launch = aws.in(aws.region())
                .launchRequest(result.instances().get(0).instanceId().orElseThrow())
                .orElseThrow();
        assertThat(launch.securityGroupIds()).containsExactly("sg-0123456789abcdef0");
        assertThat(launch.iamInstanceProfile()).contains("tester");
        assertThat(launch.userData().orElseThrow()).contains("true");
        assertThat(gate.describe())
                .contains("within 30 minutes")
                .contains(launch.tags().get("amis:verification").orElseThrow());
    }

    @Test
    void aBakeTakesItsLimitAndNamesItsSource() {
        ChangeLog log = ChangeLog.of("nginx 1.27").source(image.imageId());
        Image made = amis.bake("web-2")
                .fromInstance(instance)
                .within(Duration.ofHours(2))
                .changeLog(log)
                .run()
                .orThrow();

        assertThat(ChangeLog.of(made)).contains(log);
        assertThat(log.document(made)).contains("- Source: " + image.imageId());
        assertThatThrownBy(() -> amis.bake("web-3").fromInstance(instance).within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
