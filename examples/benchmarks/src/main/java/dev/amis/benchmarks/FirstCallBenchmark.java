package dev.amis.benchmarks;

import dev.amis.aws.AwsProvider;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The first call of a new process, from nothing to the answer: a client is made, asks for a hundred images and is closed.
 * The endpoint is another process, so that nothing of it has warmed this one up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(15)
public class FirstCallBenchmark {

    private Optional<Process> server = Optional.empty();
    private URI endpoint = URI.create("about:blank");

    /**
     * Serves from another process, which has answered this very question often before.
     *
     * @throws IOException if no process can be started
     */
    @Setup
    public void serve() throws IOException {
        Process started = new ProcessBuilder(Served.command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        server = Optional.of(started);
        BufferedReader said = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        endpoint = URI.create(said.readLine());
    }

    /** Ends the other process. */
    @TearDown
    public void stop() {
        server.ifPresent(Process::destroy);
    }

    /**
     * The SDK alone.
     *
     * @return how many images it was told of
     */
    @Benchmark
    public int bareSdk() {
        try (Ec2Client bare = Served.bare(endpoint).build()) {
            return bare.describeImages(request -> request.owners("self")).images().size();
        }
    }

    /**
     * The same call through Amis.
     *
     * @return how many images it was told of
     */
    @Benchmark
    public int amis() {
        try (AwsProvider wrapped = Served.wrapped(endpoint).build()) {
            return wrapped.in(wrapped.region())
                    .images()
                    .describeImages(DescribeImagesRequest.builder()
                            .addOwner(ImageOwner.SELF)
                            .build())
                    .items()
                    .size();
        }
    }
}
