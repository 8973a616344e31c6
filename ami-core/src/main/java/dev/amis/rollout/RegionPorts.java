package dev.amis.rollout;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Chunks;
import dev.amis.internal.GroupRefreshes;
import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Pages;
import dev.amis.internal.TemplateLook;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a roll-out asks one Region for. */
final class RegionPorts {

    private static final int NAMES = 50;

    private final RegionalProvider region;

    RegionPorts(RegionalProvider region) {
        this.region = region;
    }

    RegionalProvider provider() {
        return region;
    }

    AutoScalingPort autoScaling() {
        return region.autoScaling().orElseThrow(() -> missing("Auto Scaling"));
    }

    LaunchTemplatePort launchTemplates() {
        return region.launchTemplates().orElseThrow(() -> missing("launch templates"));
    }

    private UnsupportedCapabilityException missing(String what) {
        return new UnsupportedCapabilityException(Failure.of("roll-out", "the provider has no port for " + what)
                .region(region.region())
                .build());
    }

    List<AutoScalingGroup> allGroups() {
        return Pages.all(
                "autoscaling:DescribeAutoScalingGroups",
                token -> autoScaling()
                        .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                                .maxRecords(100)
                                .nextToken(token)
                                .build()));
    }

    /** Groups by their names; those that are not there are left out. */
    Map<String, AutoScalingGroup> groups(Collection<String> names) {
        Map<String, AutoScalingGroup> found = new LinkedHashMap<>();
        for (List<String> some : Chunks.of(List.copyOf(names), NAMES)) {
            Pages.all(
                            "autoscaling:DescribeAutoScalingGroups",
                            token -> autoScaling()
                                    .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                                            .addAllNames(some)
                                            .nextToken(token)
                                            .build()))
                    .forEach(group -> found.put(group.name(), group));
        }
        return found;
    }

    Optional<AutoScalingGroup> findGroup(String name) {
        return Optional.ofNullable(groups(List.of(name)).get(name));
    }

    AutoScalingGroup group(String name) {
        return findGroup(name).orElseThrow(() -> noGroup(name));
    }

    NotFoundException noGroup(String group) {
        return new NotFoundException(Failure.of("roll-out", "there is no such Auto Scaling group")
                .resource(group)
                .region(region.region())
                .build());
    }

    /** What instances run, for those of which Auto Scaling does not tell. */
    Set<ImageId> images(List<InstanceId> instances) {
        Set<ImageId> images = new LinkedHashSet<>();
        for (Filter filter : IdFilters.of("instance-id", instances)) {
            DescribeInstancesRequest request =
                    DescribeInstancesRequest.builder().addFilter(filter).build();
            OwnResources.instances(region, request).forEach(instance -> images.add(instance.imageId()));
        }
        return images;
    }

    /** The refresh of a group that is not over. */
    Optional<InstanceRefresh> activeRefresh(String name) {
        return GroupRefreshes.active(autoScaling(), name);
    }

    Optional<InstanceRefresh> refresh(String name, String id) {
        return GroupRefreshes.find(autoScaling(), name, id);
    }

    LaunchTemplate template(LaunchTemplateId id) {
        return TemplateLook.template(region, id);
    }

    /** The version that a specification stands for now. */
    LaunchTemplateVersion version(LaunchTemplateSpecification specification) {
        return Pages.all(
                        "DescribeLaunchTemplateVersions",
                        token -> launchTemplates()
                                .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                                        .launchTemplateId(specification.launchTemplateId())
                                        .launchTemplateName(
                                                specification.launchTemplateId().isPresent()
                                                        ? Optional.empty()
                                                        : specification.launchTemplateName())
                                        .addVersions(specification.effectiveVersion())
                                        .nextToken(token)
                                        .build()))
                .get(0);
    }

    /** The image that a version stands for now, also where it names a parameter; nothing if that cannot be told. */
    Optional<ImageId> image(LaunchTemplateId id, long version) {
        DescribeLaunchTemplateVersionsRequest request = DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(id)
                .addVersions(Long.toString(version))
                .resolveAlias(true)
                .build();
        return Pages.all(
                        "DescribeLaunchTemplateVersions",
                        token -> launchTemplates().describeLaunchTemplateVersions(request.withNextToken(token)))
                .stream()
                .findFirst()
                .flatMap(LaunchTemplateVersion::imageReference)
                .flatMap(RegionPorts::imageId);
    }

    private static Optional<ImageId> imageId(String text) {
        try {
            return Optional.of(ImageId.of(text));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    List<LaunchTemplateVersion> versions(LaunchTemplateId id) {
        return Pages.all(
                "DescribeLaunchTemplateVersions",
                token -> launchTemplates()
                        .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                                .launchTemplateId(id)
                                .maxResults(200)
                                .nextToken(token)
                                .build()));
    }
}
