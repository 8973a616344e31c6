package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.rollout.Rollout;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A new image for a fleet in two Regions: planned, rolled out in waves, stopped by a bad image, and taken back exactly. */
final class RollOut {

    private static final List<Region> REGIONS = List.of(Region.US_EAST_1, Region.EU_WEST_1);

    private RollOut() {}

    static void run(Stage stage) {
        stage.inMemory("a fleet of Auto Scaling groups", aws -> run(aws, stage.out()));
    }

    private static void run(InMemoryAws aws, PrintStream out) {
        Amis amis = Amis.using(aws);
        List<Image> old = bake(aws, "web-1.0.0");
        old.forEach(image -> fleet(amis.in(image.region()), aws.in(image.region()), image));
        List<Image> fresh = bake(aws, "web-1.1.0");

        RolloutPlan plan = waves(amis.rollout(fresh)).plan();
        out.println(plan.describe());
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport report = amis.applying(plan).journal(journal).apply().orThrow();
        out.println("rolled    " + report.status() + ", now on " + images(aws));

        aws.faults().failNextBoot("Kernel panic - not syncing");
        RolloutReport stopped =
                amis.apply(waves(amis.rollout(bake(aws, "web-1.2.0"))).plan());
        out.println("stopped   " + stopped.reason().orElseThrow());
        stopped.groups().forEach(group -> out.println("          " + group));
        out.println("back      " + amis.rollback(stopped).orThrow().status() + ", now on " + images(aws));

        RolloutReport saved = RolloutReport.fromJson(report.toJson());
        out.println("further   " + Amis.using(aws).rollback(saved).orThrow().status() + ", now on " + images(aws));
    }

    private static Rollout waves(Rollout rollout) {
        Rollout waves = rollout.refreshing(RefreshPreferences.builder()
                .minHealthyPercentage(50)
                .addCheckpointPercentages(50, 100)
                .checkpointDelay(Duration.ofMinutes(10))
                .addAlarms("web-errors")
                .build());
        for (Region region : REGIONS) {
            waves = waves.toGroups(region, "web-canary").nextWave();
        }
        for (Region region : REGIONS) {
            waves = waves.toGroups(region, "web-a", "web-b").toPointers(region, "/golden/web");
        }
        return waves;
    }

    /** What the instances of all groups run, by the names of the images. */
    private static Set<String> images(InMemoryAws aws) {
        Set<String> names = new TreeSet<>();
        for (Region region : REGIONS) {
            Amis amis = Amis.using(aws).in(region);
            aws
                    .in(region)
                    .autoScaling()
                    .orElseThrow()
                    .describeAutoScalingGroups(
                            DescribeAutoScalingGroupsRequest.builder().build())
                    .items()
                    .stream()
                    .flatMap(group -> group.instances().stream())
                    .forEach(instance -> names.add(amis.find()
                            .byId(instance.imageId().orElseThrow())
                            .one()
                            .name()
                            .orElseThrow()));
        }
        return names;
    }

    private static List<Image> bake(InMemoryAws aws, String name) {
        List<Image> images = new ArrayList<>();
        for (Region region : REGIONS) {
            images.add(Amis.using(aws)
                    .in(region)
                    .create(name)
                    .fromInstance(aws.in(region).runInstance(InstanceSpec.ofBaseImage()))
                    .start()
                    .await());
        }
        return images;
    }

    /** Three groups on one launch template: two name its version, one follows the default. */
    private static void fleet(Amis amis, InMemoryRegion region, Image image) {
        region.putLaunchTemplateVersion("web", image.imageId().value());
        amis.pointer("/golden/web").to(image).apply().orThrow();
        group(region, "web-canary", "1");
        group(region, "web-a", "1");
        group(region, "web-b", "$Default");
    }

    private static void group(InMemoryRegion region, String name, String version) {
        region.launchAutoScalingGroup(AutoScalingGroup.builder()
                .name(name)
                .region(region.region())
                .maxSize(4)
                .desiredCapacity(2)
                .build()
                .withLaunchTemplate(LaunchTemplateSpecification.named("web", version)));
    }
}
