package dev.amis.benchmarks;

import dev.amis.aws.AwsProvider;
import dev.amis.aws.AwsSettings;
import dev.amis.model.Image;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.util.List;
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
 * What Amis adds to a call: {@code DescribeImages} of a hundred images over loopback, through the bare SDK and through Amis,
 * which counts requests, watches failures and turns the answer into values. Compare the medians ({@code p0.50}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(2)
public class WrappingBenchmark {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start(Served.account());
    private final Ec2Client bare = Served.bare(endpoint.uri()).build();
    private final AwsProvider wrapped = Served.wrapped(endpoint.uri())
            .settings(AwsSettings.builder()
                    .putBucketSize("DescribeImages", 1_000_000)
                    .putRefillRate("DescribeImages", 1e6)
                    .build())
            .build();

    /** Makes sure that both see all images. */
    @Setup
    public void check() {
        if (bareSdk().size() != Served.IMAGES || amis().items().size() != Served.IMAGES) {
            throw new IllegalStateException("not every image is listed");
        }
    }

    /** Stops serving. */
    @TearDown
    public void stop() {
        wrapped.close();
        bare.close();
        endpoint.close();
    }

    /**
     * The SDK alone.
     *
     * @return its images
     */
    @Benchmark
    public List<software.amazon.awssdk.services.ec2.model.Image> bareSdk() {
        return bare.describeImages(request -> request.owners("self")).images();
    }

    /**
     * The same call through Amis.
     *
     * @return its images
     */
    @Benchmark
    public Page<Image> amis() {
        return wrapped.in(wrapped.region())
                .images()
                .describeImages(dev.amis.spi.DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build());
    }
}
