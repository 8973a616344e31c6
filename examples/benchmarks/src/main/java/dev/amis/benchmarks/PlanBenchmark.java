package dev.amis.benchmarks;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to plan a cleanup of 2,000 families, from the provider's pages to the finished plan. The counter {@code
 * images} says how many images are decided about in a second, on one thread with a collector that uses no other,
 * and with the large pages that a heap of gigabytes wants where the system gives them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms6g", "-Xmx6g", "-Xmn3g", "-XX:+UseTransparentHugePages"})
public class PlanBenchmark {

    @Param({"100000", "1000000"})
    private int images;

    private Cleanup cleanup = cleanup(1);

    /** How many images are decided about. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Decided {
        public long images;
    }

    static Cleanup cleanup(int images) {
        Estate estate = new Estate(2_000);
        PreparedAccount account = new PreparedAccount(estate.images(images), estate.instances(5_000, images));
        return Amis.using(account)
                .cleanup()
                .named("{app}-v{version}-{date:yyyyMMdd}")
                .keepingLatest(5)
                .keepingNewerThan(Duration.ofDays(10))
                .keepingTagged("Keep")
                .keepingLaunchedWithin(Duration.ofDays(15))
                .protectingInUse();
    }

    /** Builds the estate. */
    @Setup
    public void build() {
        cleanup = cleanup(images);
    }

    /**
     * Plans once.
     *
     * @param decided counts the decisions
     * @return the plan
     */
    @Benchmark
    public Plan plan(Decided decided) {
        Plan plan = cleanup.plan();
        decided.images += plan.decisions().size();
        return plan;
    }
}
