package dev.amis.benchmarks;

import dev.amis.Amis;
import dev.amis.aws.AwsProvider;
import dev.amis.aws.AwsSettings;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Retiring 300 images on two snapshots each against EC2's request buckets, which fill up twenty times as fast as EC2's: by a
 * retention policy, planned and applied, and by the loop that one would write over the bare SDK. No way can be faster than
 * the bucket of {@code DeregisterImage} lets 300 calls pass: a hundred at once, then a hundred a second, so 2 seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class RetireBenchmark {

    private static final int IMAGES = 300;
    private static final int SPEED = 20;

    private InMemoryAws aws = InMemoryAws.create();
    private Optional<Ec2Endpoint> endpoint = Optional.empty();

    /** What became of it. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Outcomes {
        /** Calls that reached the endpoint. */
        public int calls;

        /** Calls that were refused because they came too fast. */
        public int throttled;

        /** Images that are still there. */
        public int left;
    }

    /** Fills a new account, and an older image that stays. */
    @Setup(Level.Invocation)
    public void prepare() {
        aws = InMemoryAws.builder().instant().startingAt(Clock.systemUTC().instant()).build();
        Served.seed(aws, IMAGES + 1);
        aws.faults().throttling(SPEED);
        endpoint = Optional.of(
                Ec2Endpoint.builder(aws).following(Clock.systemUTC(), 1).start());
    }

    /** Stops serving. */
    @TearDown(Level.Invocation)
    public void stop() {
        endpoint.ifPresent(Ec2Endpoint::close);
    }

    /**
     * By a policy.
     *
     * @param outcomes what became of it
     * @return what was done
     */
    @Benchmark
    public ChangeReport amis(Outcomes outcomes) {
        try (AwsProvider provider = Served.wrapped(uri())
                .settings(AwsSettings.builder().budgetSpeed(SPEED).build())
                .build()) {
            Amis amis = Amis.using(provider);
            ChangeReport report = amis.apply(
                    amis.cleanup().named("WebApp-*").keepingLatest(1).protectingInUse().plan());
            if (report.results(Outcome.DONE).size() != IMAGES) {
                throw new IllegalStateException(report.describe());
            }
            count(outcomes);
            return report;
        }
    }

    /**
     * By sixteen threads over the bare SDK with its standard retries.
     *
     * @param outcomes what became of it
     */
    @Benchmark
    public void naiveLoop(Outcomes outcomes) {
        new NaiveRetirement(uri()).keepingLatest(1);
        count(outcomes);
    }

    private URI uri() {
        return endpoint.orElseThrow().uri();
    }

    private void count(Outcomes outcomes) {
        List<CallLog.Entry> calls = aws.calls().entries();
        outcomes.calls += calls.size();
        outcomes.throttled += (int) calls.stream()
                .filter(call -> call.outcome().equals("RequestLimitExceeded"))
                .count();
        aws.faults().clear();
        outcomes.left += Amis.using(aws).find().ownedBySelf().count() - 1;
    }
}
