package dev.amis.benchmarks;

import dev.amis.Amis;
import dev.amis.aws.AwsProvider;
import dev.amis.aws.AwsSettings;
import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.plan.Plan;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * Planning for a large account over HTTP: 10,000 images, 5,000 instances, 2,000 launch templates of 20 versions each, 500 Auto
 * Scaling groups, of which every tenth is on a version that is neither the default nor the latest. The fewest calls that AWS
 * allows are 10 pages of images, 5 of instances, 20 of the default and latest versions, 5 of groups, one for each of the 50
 * other versions, and one each for launch configurations, both kinds of fleets, copies in progress, parameters, both kinds of
 * recipes, and rules of the Recycle Bin.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx4g"})
public class PlanOverHttpBenchmark {

    private static final int IMAGES = 10_000;
    private static final int INSTANCES = 5_000;
    private static final int TEMPLATES = 2_000;
    private static final int VERSIONS = 20;
    private static final int GROUPS = 500;

    private final InMemoryAws aws = InMemoryAws.builder().instant().build();
    private final Ec2Endpoint endpoint = Ec2Endpoint.start(aws);
    private final AwsProvider provider = Served.wrapped(endpoint.uri())
            .settings(AwsSettings.builder().budgetSpeed(1_000).build())
            .build();

    /** How many calls were made. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Calls {
        /** All that reached the endpoint. */
        public int made;
    }

    /** Fills the account. */
    @Setup
    public void fill() {
        List<Image> images = Images.editions("WebApp-v1.%d.0", IMAGES, aws.clock().instant(), Duration.ofHours(1));
        AccountId owner = images.get(0).ownerId();
        for (Image image : images) {
            Images.snapshotsOf(image).forEach(snapshot -> aws.seed().snapshot(snapshot));
            aws.seed().image(image);
        }
        for (int i = 0; i < INSTANCES; i++) {
            aws.seed().instance(instance(i, owner, images.get(i)));
        }
        for (int i = 0; i < TEMPLATES; i++) {
            for (int version = 1; version <= VERSIONS; version++) {
                aws.seed().launchTemplateVersion(version(i, version, images.get((i * VERSIONS + version) % IMAGES)));
            }
        }
        for (int i = 0; i < GROUPS; i++) {
            aws.in(aws.region()).autoScalingGroup(group(i));
        }
    }

    private AutoScalingGroup group(int number) {
        String version = number % 10 == 0 ? "7" : "$Latest";
        return AutoScalingGroup.builder()
                .name("group-" + number)
                .region(aws.region())
                .launchTemplate(LaunchTemplateSpecification.of(template(number), version))
                .build();
    }

    private static LaunchTemplateId template(int number) {
        return LaunchTemplateId.of(String.format(Locale.ROOT, "lt-%017x", number));
    }

    private Instance instance(int number, AccountId owner, Image image) {
        return Instance.builder()
                .instanceId(InstanceId.of(String.format(Locale.ROOT, "i-%017x", number)))
                .region(aws.region())
                .ownerId(owner)
                .imageId(image.imageId())
                .stateText("running")
                .instanceType(InstanceType.of("m7g.large"))
                .build();
    }

    private LaunchTemplateVersion version(int template, int number, Image image) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(template(template))
                .launchTemplateName("template-" + template)
                .region(aws.region())
                .versionNumber(number)
                .isDefaultVersion(number == 1)
                .createTime(aws.clock().instant())
                .imageReference(image.imageId().value())
                .build();
    }

    /** Stops serving. */
    @TearDown
    public void stop() {
        provider.close();
        endpoint.close();
    }

    /**
     * Plans once.
     *
     * @param calls counts the calls
     * @return the plan
     */
    @Benchmark
    public Plan plan(Calls calls) {
        aws.calls().clear();
        Plan plan = Amis.using(provider)
                .cleanup()
                .named("WebApp-*")
                .keepingLatest(5)
                .keepingNewerThan(Duration.ofDays(30))
                .protectingInUse()
                .plan();
        calls.made = aws.calls().count();
        return plan;
    }
}
