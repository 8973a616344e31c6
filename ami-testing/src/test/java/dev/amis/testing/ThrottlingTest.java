package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.NotFoundException;
import dev.amis.error.ThrottledException;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.DescribeInstancesRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrottlingTest {

    private static final ImageId NONE = ImageId.of("ami-00000000000000bad");

    private final Stage stage = Stage.open();

    @BeforeEach
    void throttle() {
        stage.aws().faults().throttling(1);
    }

    @Test
    void bucketOfReadsHoldsAHundred() {
        assertThat(callsUntilThrottled(stage::own)).isEqualTo(100);
    }

    @Test
    void bucketOfChangesHoldsFifty() {
        assertThat(callsUntilThrottled(() -> stage.here().imageLifecycle().disableImage(NONE)))
                .isEqualTo(50);
    }

    @Test
    void deregisteringHasALargerBucket() {
        assertThat(callsUntilThrottled(() -> stage.deregister(NONE))).isEqualTo(100);
    }

    @Test
    void questionForAllInstancesHasASmallerBucket() {
        DescribeInstancesRequest all = DescribeInstancesRequest.builder().build();
        assertThat(callsUntilThrottled(() -> stage.here().instances().describeInstances(all)))
                .isEqualTo(50);
    }

    @Test
    void bucketsFillUpWithTime() {
        callsUntilThrottled(stage::own);
        stage.aws().time().advance(Duration.ofSeconds(2));
        assertThat(callsUntilThrottled(stage::own)).isEqualTo(40);
    }

    @Test
    void speedFillsThemFaster() {
        stage.aws().faults().throttling(2);
        callsUntilThrottled(stage::own);
        stage.aws().time().advance(Duration.ofSeconds(2));
        assertThat(callsUntilThrottled(stage::own)).isEqualTo(80);
    }

    @Test
    void actionsRegionsAndAccountsHaveTheirOwn() {
        callsUntilThrottled(stage::own);
        assertThat(callsUntilThrottled(stage::ownSnapshots)).isPositive();
        assertThat(callsUntilThrottled(new Stage(stage.aws(), stage.aws().in(Region.EU_WEST_1))::own))
                .isEqualTo(100);
        assertThat(callsUntilThrottled(stage.other()::own)).isEqualTo(100);
    }

    @Test
    void throttledCallHasNoEffect() {
        callsUntilThrottled(() -> stage.here().imageLifecycle().disableImage(NONE));
        callsUntilThrottled(stage::own);
        assertThatThrownBy(stage::own)
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("RequestLimitExceeded");
        assertThat(stage.aws().calls().entries("DescribeImages"))
                .last()
                .extracting(CallLog.Entry::outcome)
                .isEqualTo("RequestLimitExceeded");
    }

    private static int callsUntilThrottled(Runnable call) {
        for (int made = 0; made < 1_000; made++) {
            try {
                call.run();
            } catch (ThrottledException full) {
                return made;
            } catch (NotFoundException counted) {
                assertThat(counted.failure().code()).isPresent();
            }
        }
        return 1_000;
    }
}
