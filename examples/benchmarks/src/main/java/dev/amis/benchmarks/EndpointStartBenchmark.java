package dev.amis.benchmarks;

import dev.amis.testing.endpoint.Ec2Endpoint;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** How long an endpoint takes to start in a new process, where no class of it is loaded yet. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(15)
public class EndpointStartBenchmark {

    /**
     * An account is made, served and closed.
     *
     * @return where it was served
     */
    @Benchmark
    public URI start() {
        try (Ec2Endpoint endpoint = Ec2Endpoint.start()) {
            return endpoint.uri();
        }
    }
}
