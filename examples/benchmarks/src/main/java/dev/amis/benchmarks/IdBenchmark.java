package dev.amis.benchmarks;

import dev.amis.model.ImageId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to check an id: every answer of EC2 is full of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IdBenchmark {

    /** Not final, so that the compiler cannot work it out ahead. */
    private String text = "ami-0abcdef1234567890";

    /**
     * Checks and wraps the id of an image.
     *
     * @return the id
     */
    @Benchmark
    public ImageId imageId() {
        return ImageId.of(text);
    }
}
