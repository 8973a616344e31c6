package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.testing.InMemoryAws;
import dev.amis.verify.Verification;
import dev.amis.verify.VerifyImage;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A verification whose process dies leaves nothing that a sweep does not find, and another run takes over what is there. */
class VerificationCrashTest {

    /** The end of a process: from then on it makes no call, not even to clean up. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Scene {
        private final InMemoryAws aws = InMemoryAws.create();
        private final Image image = Amis.using(aws)
                .create("web-1")
                .fromInstance(aws.runInstance())
                .start()
                .await();

        /** The process dies before its n-th call, and never makes another. */
        private Interposed dyingAt(int nth) {
            return new Interposed(
                    nth,
                    () -> {
                        throw new Death();
                    },
                    aws);
        }

        private VerifyImage gate(Interposed process) {
            return gate(Amis.using(process.provider()));
        }

        private VerifyImage gate(Amis amis) {
            return amis.verify(image)
                    .on(InstanceType.of("t3.micro"), InstanceType.of("t3.small"))
                    .check("web", "curl -fsS localhost");
        }

        private boolean dies(int nth) {
            try {
                gate(dyingAt(nth)).run();
                return false;
            } catch (Death death) {
                return true;
            }
        }
    }

    @Test
    void killedAtAnyCallASweepEndsWhatIsLeft() {
        int nth = 1;
        for (Scene scene = new Scene(); scene.dies(nth); scene = new Scene()) {
            scene.aws.time().advance(Duration.ofHours(3));
            assertThat(Amis.using(scene.aws).sweepVerifications().run().isComplete())
                    .isTrue();
            assertThat(VerifyingTest.living(scene.aws))
                    .as("killed at call %d", nth)
                    .isEmpty();
            nth++;
        }
        assertThat(nth).isGreaterThan(10);
    }

    @Test
    void killedAtAnyCallAnotherRunTakesOverAndLeavesNothing() {
        int nth = 1;
        for (Scene scene = new Scene(); scene.dies(nth); scene = new Scene()) {
            Verification again = scene.gate(Amis.using(scene.aws)).run();
            assertThat(again.passed()).as("after being killed at call %d", nth).isTrue();
            assertThat(VerifyingTest.living(scene.aws))
                    .as("killed at call %d", nth)
                    .isEmpty();
            nth++;
        }
        assertThat(nth).isGreaterThan(10);
    }

    @Property(tries = 60)
    void whateverFailsOneSweepLeavesNothing(
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second,
            @ForAll boolean lost,
            @ForAll @IntRange(min = 1, max = 60) int death) {
        Scene scene = new Scene();
        scene.aws.faults().fail("*", first, "InternalError").fail("*", second, "RequestLimitExceeded");
        if (lost) {
            scene.aws.faults().loseAnswer("RunInstances", 1);
        }
        try {
            scene.gate(scene.dyingAt(death)).run();
        } catch (Death | dev.amis.error.AmiException ended) {
            assertThat(ended).isNotNull();
        }
        scene.aws.faults().clear();
        scene.aws.time().advance(Duration.ofHours(3));
        Amis.using(scene.aws).sweepVerifications().run();
        assertThat(VerifyingTest.living(scene.aws)).isEmpty();
    }
}
