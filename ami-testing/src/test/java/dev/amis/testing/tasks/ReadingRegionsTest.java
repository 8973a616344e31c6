package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.Estate;
import dev.amis.testing.InMemoryAws;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several Regions are read at once where an executor is given, and it makes no other difference. */
class ReadingRegionsTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void regionsAreReadAtOnce() {
        Meeting meeting = new Meeting(new CountDownLatch(3));
        Amis amis = Amis.builder(InMemoryAws.create())
                .referenceSource(meeting)
                .executor(threads)
                .build();

        var usage = amis.usage()
                .in(Region.US_EAST_1, Region.EU_WEST_1, Region.US_WEST_2)
                .read();

        assertThat(usage.unreadSources()).isEmpty();
    }

    @Test
    void thePlanIsTheSame() {
        Plan alone = policy(Amis.using(InMemoryAws.estate())).plan();
        Plan together = policy(
                        Amis.builder(InMemoryAws.estate()).executor(threads).build())
                .plan();

        assertThat(together).isEqualTo(alone);
    }

    private static Cleanup policy(Amis amis) {
        return amis.cleanup()
                .named(Estate.WEB_APP)
                .in(Region.US_EAST_1, Region.EU_WEST_1, Region.US_WEST_2)
                .keepingLatest(3)
                .protectingInUse()
                .disabling();
    }

    /** A source that is content only when it is asked in all Regions at the same time. */
    private record Meeting(CountDownLatch all) implements ReferenceSource {

        @Override
        public String name() {
            return "meeting";
        }

        @Override
        public List<Reference> references(RegionalProvider region) {
            all.countDown();
            try {
                if (!all.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody else came");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            return List.of();
        }
    }
}
