package dev.amis.testing.tasks;

import dev.amis.Amis;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A fleet of one Region, a new image, and looks at what became of them. */
abstract class RolloutScene {

    static final Region HERE = Region.US_EAST_1;

    final InMemoryAws aws = InMemoryAws.create();
    final RolloutFleet fleet = new RolloutFleet(aws, List.of(HERE), 6, 2);
    final InMemoryRegion here = aws.in(HERE);
    final Amis amis = Amis.using(aws);
    final Image young = fleet.newImages.get(0);

    @AfterEach
    void notInterrupted() {
        Thread.interrupted();
    }

    Image bake(String name) {
        return amis.create(name)
                .fromInstance(here.runInstance(InstanceSpec.ofBaseImage()))
                .start()
                .await();
    }

    AutoScalingGroup group(String name) {
        return here.autoScaling()
                .orElseThrow()
                .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .addNames(name)
                        .build())
                .items()
                .get(0);
    }

    List<String> images(String name) {
        return group(name).instances().stream()
                .map(one -> one.imageId().orElseThrow().value())
                .toList();
    }

    LaunchTemplateId template() {
        return here
                .launchTemplates()
                .orElseThrow()
                .describeLaunchTemplates(
                        DescribeLaunchTemplatesRequest.builder().build())
                .items()
                .stream()
                .filter(one -> one.launchTemplateName().equals(RolloutFleet.TEMPLATE))
                .findFirst()
                .orElseThrow()
                .launchTemplateId();
    }

    String templateState() {
        return fleet.state().get(HERE.value()).templates().get(RolloutFleet.TEMPLATE);
    }

    String word(String name) {
        return ((GroupLaunchSource.Template) group(name).launchSource().orElseThrow())
                .launchTemplate()
                .effectiveVersion();
    }

    void launch(String name, int capacity, String template, String version) {
        here.launchAutoScalingGroup(AutoScalingGroup.builder()
                .name(name)
                .region(HERE)
                .maxSize(2 * capacity)
                .desiredCapacity(capacity)
                .build()
                .withLaunchSource(
                        new GroupLaunchSource.Template(LaunchTemplateSpecification.named(template, version))));
    }

    /** The roll-outs that keep an image. */
    List<String> marks(Image image) {
        return amis.in(image.region()).find().byId(image.imageId()).one().tags().asMap().keySet().stream()
                .filter(key -> key.startsWith("amis:rollout:"))
                .toList();
    }
}
