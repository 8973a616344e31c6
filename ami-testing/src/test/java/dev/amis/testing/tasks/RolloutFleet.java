package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.rollout.Rollout;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups in some Regions that launch from one template each in every way there is, and an image to come. */
final class RolloutFleet {

    static final String TEMPLATE = "web";
    static final String POINTER = "/web/current";
    private static final String BY_POINTER = "web-by-pointer";

    /** All that a roll-out may change of a group, without the ids of its instances. */
    record GroupState(Optional<GroupLaunchSource> source, List<String> instances, boolean refreshing) {}

    /** All that a roll-out may change of a Region. */
    record RegionState(Map<String, String> templates, Map<String, GroupState> groups, String pointer, String tags) {}

    final InMemoryAws aws;
    final List<Region> regions;
    final List<Image> newImages = new ArrayList<>();
    private final List<Image> oldImages = new ArrayList<>();
    private final int groupsEach;

    RolloutFleet(InMemoryAws aws, List<Region> regions, int groupsEach, int capacity) {
        this.aws = aws;
        this.regions = regions;
        this.groupsEach = groupsEach;
        for (Region region : regions) {
            InMemoryRegion here = aws.in(region);
            Amis amis = Amis.using(aws).in(region);
            Image old = bake(amis, here, "web-1.0.0");
            oldImages.add(old);
            newImages.add(bake(amis, here, "web-2.0.0"));
            here.putLaunchTemplateVersion(TEMPLATE, old.imageId().value());
            here.putLaunchTemplateVersion(TEMPLATE, old.imageId().value());
            amis.pointer(POINTER).to(old).apply();
            here.putLaunchTemplateVersion(BY_POINTER, "resolve:ssm:" + POINTER);
            for (int nth = 0; nth < groupsEach; nth++) {
                here.launchAutoScalingGroup(AutoScalingGroup.builder()
                        .name(name(nth))
                        .region(region)
                        .maxSize(2 * capacity)
                        .desiredCapacity(capacity)
                        .build()
                        .withLaunchSource(source(nth)));
            }
        }
    }

    private static Image bake(Amis amis, InMemoryRegion here, String name) {
        return amis.create(name)
                .fromInstance(here.runInstance(InstanceSpec.ofBaseImage()))
                .start()
                .await();
    }

    static String name(int nth) {
        return "web-" + nth;
    }

    private static GroupLaunchSource source(int nth) {
        return switch (nth % 6) {
            case 0, 1 -> new GroupLaunchSource.Template(LaunchTemplateSpecification.named(TEMPLATE, "1"));
            case 2 -> new GroupLaunchSource.Template(LaunchTemplateSpecification.named(TEMPLATE, "$Default"));
            case 3 -> new GroupLaunchSource.Template(LaunchTemplateSpecification.named(TEMPLATE, "$Latest"));
            case 4 -> new GroupLaunchSource.Template(LaunchTemplateSpecification.named(BY_POINTER, "$Default"));
            default ->
                new GroupLaunchSource.MixedInstances(LaunchTemplateConfig.of(
                        LaunchTemplateSpecification.named(TEMPLATE, "2"),
                        LaunchTemplateOverride.of(InstanceType.of("t3.micro"))));
        };
    }

    /** The first group of each Region goes ahead. */
    Rollout rollout(Amis amis) {
        Rollout rollout = amis.rollout(newImages);
        for (Region region : regions) {
            rollout = rollout.toGroups(region, name(0)).toPointers(region, POINTER);
        }
        rollout = rollout.nextWave();
        for (Region region : regions) {
            for (int nth = 1; nth < groupsEach; nth++) {
                rollout = rollout.toGroups(region, name(nth));
            }
        }
        return rollout;
    }

    Map<String, RegionState> state() {
        Map<String, RegionState> states = new TreeMap<>();
        for (int place = 0; place < regions.size(); place++) {
            Region region = regions.get(place);
            states.put(region.value(), state(region, List.of(oldImages.get(place), newImages.get(place))));
        }
        return states;
    }

    private RegionState state(Region region, List<Image> images) {
        InMemoryRegion here = aws.in(region);
        Map<String, String> templates = new TreeMap<>();
        here.launchTemplates()
                .orElseThrow()
                .describeLaunchTemplates(
                        DescribeLaunchTemplatesRequest.builder().build())
                .items()
                .forEach(template -> templates.put(
                        template.launchTemplateName(),
                        template.defaultVersionNumber() + " of " + template.latestVersionNumber()));
        Map<String, GroupState> groups = new TreeMap<>();
        here.autoScaling()
                .orElseThrow()
                .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .maxRecords(100)
                        .build())
                .items()
                .forEach(group -> groups.put(group.name(), state(here, group)));
        Amis amis = Amis.using(aws).in(region);
        String tags = images.stream()
                .map(image ->
                        amis.find().byId(image.imageId()).one().tags().asMap().toString())
                .toList()
                .toString();
        return new RegionState(templates, groups, amis.pointer(POINTER).find().toString(), tags);
    }

    private static GroupState state(InMemoryRegion here, AutoScalingGroup group) {
        boolean refreshing = here
                .autoScaling()
                .orElseThrow()
                .describeInstanceRefreshes(DescribeInstanceRefreshesRequest.of(group.name()))
                .items()
                .stream()
                .anyMatch(refresh -> !refresh.status().isOver());
        List<String> instances =
                group.instances().stream().map(RolloutFleet::told).sorted().toList();
        return new GroupState(group.launchSource(), instances, refreshing);
    }

    private static String told(AutoScalingInstance instance) {
        return instance.imageId().map(Object::toString).orElse("") + " "
                + instance.launchTemplate()
                        .map(LaunchTemplateSpecification::effectiveVersion)
                        .orElse("") + " " + instance.healthStatus();
    }

    void assertAllNew() {
        Map<String, RegionState> states = state();
        for (int place = 0; place < regions.size(); place++) {
            String image = newImages.get(place).imageId().value();
            RegionState state = states.get(regions.get(place).value());
            assertThat(state.pointer()).contains(image);
            assertThat(state.groups().values())
                    .allSatisfy(group -> assertThat(group.refreshing()).isFalse())
                    .flatMap(GroupState::instances)
                    .hasSize(2 * state.groups().size())
                    .allSatisfy(
                            instance -> assertThat(instance).startsWith(image).endsWith("Healthy"));
        }
    }

    /** Somebody lets a group launch from another version of the template. */
    void launchFrom(Region region, String group, String version) {
        aws.in(region).autoScaling().orElseThrow().updateLaunchSource(group, from(version));
    }

    /** Somebody makes a group of their own. */
    void adopt(Region region, String group, String version) {
        aws.in(region)
                .launchAutoScalingGroup(AutoScalingGroup.builder()
                        .name(group)
                        .region(region)
                        .maxSize(1)
                        .desiredCapacity(1)
                        .build()
                        .withLaunchSource(from(version)));
    }

    private static GroupLaunchSource from(String version) {
        return new GroupLaunchSource.Template(LaunchTemplateSpecification.named(TEMPLATE, version));
    }

    /** The actions that were called, but for looks. */
    List<String> changes() {
        return aws.calls().entries().stream()
                .map(CallLog.Entry::action)
                .filter(action -> !action.startsWith("Describe") && !action.startsWith("Get"))
                .toList();
    }
}
