package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.aws.AwsSettings;
import dev.amis.model.Region;
import dev.amis.testing.FakeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bucket for each action, for all who call, with the sizes of EC2 or one's own. */
class SharedBudgetTest {

    private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");
    private static final int THREADS = 8;

    private final FakeTime time = FakeTime.startingAt(MORNING);

    @Test
    void threadsTogetherGetWhatOneWouldGet() throws Exception {
        Budget budget = new Budget(new Limits(50, 5), 1, Clock.fixed(MORNING, ZoneOffset.UTC), time);
        Callable<Integer> greedy = () -> {
            int got = 0;
            for (int call = 0; call < 50; call++) {
                got += budget.acquire(Duration.ZERO).isNegative() ? 0 : 1;
            }
            return got;
        };

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        int got = 0;
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(greedy));
            }
            for (Future<Integer> one : running) {
                got += one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(got).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeImages, 100, 20",
        "DescribeSnapshots of everything, 50, 10",
        "CreateImage, 50, 5",
        "RegisterImage, 50, 5",
        "DeregisterImage, 100, 5",
        "DeleteSnapshot, 100, 5",
        "CopyImage, 100, 1",
        "CreateTags, 100, 10",
        "RunInstances, 5, 2",
        "EnableImageBlockPublicAccess, 1, 0.1",
        "rbin:ListRules, 100, 20"
    })
    void bucketsAreAsEc2DocumentsThem(String bucket, int capacity, double refill) {
        assertThat(Limits.of(bucket)).isEqualTo(new Limits(capacity, refill));
    }

    @Test
    void aRaisedQuotaIsTold() {
        Attempts attempts = attempts(AwsSettings.builder()
                .putBucketSize("CopyImage", 3)
                .putRefillRate("CopyImage", 10.0)
                .build());

        calls(attempts, "CopyImage", 5);

        assertThat(time.instant()).isEqualTo(MORNING.plusMillis(200));
    }

    @Test
    void roomCanBeLeftForOthers() {
        Attempts attempts = attempts(AwsSettings.builder().budgetSpeed(0.5).build());

        calls(attempts, "CreateImage", 51);

        assertThat(time.instant()).isEqualTo(MORNING.plusMillis(400));
    }

    @Test
    void waitsAreVisibleByAction() {
        Attempts attempts = attempts(AwsSettings.ofDefaults());

        calls(attempts, "CreateImage", 52);
        calls(attempts, "DescribeImages", 1);

        assertThat(attempts.waits()).containsOnlyKeys("CreateImage").containsEntry("CreateImage", "2 times, PT0.4S");
    }

    @Test
    void oneActionDoesNotWaitForAnother() {
        Attempts attempts = attempts(AwsSettings.ofDefaults());

        calls(attempts, "CreateImage", 50);
        calls(attempts, "RegisterImage", 50);

        assertThat(time.instant()).isEqualTo(MORNING);
    }

    private Attempts attempts(AwsSettings settings) {
        return new Attempts(Region.EU_WEST_1, settings, time, time, new Random(7), CallMetrics.NONE);
    }

    private static void calls(Attempts attempts, String action, int times) {
        for (int call = 0; call < times; call++) {
            attempts.make(Call.of(action), () -> action);
        }
    }
}
