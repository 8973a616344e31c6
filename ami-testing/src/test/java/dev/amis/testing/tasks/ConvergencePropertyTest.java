package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.ImageFailedException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.testing.Faults;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever goes wrong and wherever a process dies: started often enough, it leaves one image and one copy of it. */
class ConvergencePropertyTest {

    private static final Region HOME = Region.US_EAST_1;
    private static final Region AWAY = Region.EU_WEST_1;

    private enum Kind {
        LOST_ANSWER,
        LOST_REQUEST,
        CRASH_BEFORE,
        CRASH_AFTER,
        THROTTLED,
        SERVER_ERROR
    }

    private record Trouble(Kind kind, int nth) {

        void arrange(Faults faults) {
            switch (kind) {
                case LOST_ANSWER -> faults.loseAnswer(Faults.ANY, nth);
                case LOST_REQUEST -> faults.loseRequest(Faults.ANY, nth);
                case CRASH_BEFORE -> faults.crashBefore(nth);
                case CRASH_AFTER -> faults.crashAfter(nth);
                case THROTTLED -> faults.fail(Faults.ANY, nth, "RequestLimitExceeded");
                case SERVER_ERROR -> faults.fail(Faults.ANY, nth, "InternalError");
            }
        }
    }

    @Provide
    Arbitrary<List<Trouble>> troubles() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 40))
                .as(Trouble::new)
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 100)
    void oneImageAndOneCopyComeOut(
            @ForAll("troubles") List<Trouble> troubles,
            @ForAll @IntRange(min = 0, max = 200) int hiddenSeconds,
            @ForAll long seed) {
        InMemoryAws aws = InMemoryAws.builder().seed(seed).build();
        InstanceId instance = aws.runInstance();
        aws.faults().hidingNewFor(Duration.ofSeconds(hiddenSeconds));
        troubles.forEach(trouble -> trouble.arrange(aws.faults()));
        int runs = 1;
        while (!succeeds(aws, instance, seed + runs)) {
            assertThat(runs)
                    .as("runs, each ended by a trouble that strikes once")
                    .isLessThanOrEqualTo(troubles.size());
            runs++;
        }
        aws.faults().clear();
        aws.time().advance(Duration.ofHours(1));
        for (Region region : List.of(HOME, AWAY)) {
            assertThat(Amis.using(aws).in(region).find().ownedBySelf().list())
                    .extracting(Image::state)
                    .containsExactly(ImageState.AVAILABLE);
            assertThat(aws.in(region)
                            .snapshots()
                            .describeSnapshots(DescribeSnapshotsRequest.builder()
                                    .addOwnerId("self")
                                    .build())
                            .items())
                    .hasSize(1);
        }
    }

    /** One process; what it may fail with is what the troubles are, never a conflict with what it did itself before. */
    private static boolean succeeds(InMemoryAws aws, InstanceId instance, long seed) {
        Amis amis = Amis.builder(aws).random(new Random(seed)).build();
        try {
            Image image =
                    amis.create("web-1.0.0").fromInstance(instance).start().await();
            amis.copy(image).to(AWAY).keepingTags().start().await().orThrow();
            return true;
        } catch (SimulatedCrash crash) {
            return false;
        } catch (AmiException trouble) {
            assertThat(trouble).isNotInstanceOfAny(ConflictException.class, ImageFailedException.class);
            return false;
        }
    }
}
