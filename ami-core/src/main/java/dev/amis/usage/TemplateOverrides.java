package dev.amis.usage;

import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types, and the images, that groups and fleets launch from a version of a template in place of its own. */
public final class TemplateOverrides {

    private TemplateOverrides() {}

    /**
     * Reads the groups with mixed instances and the fleets that launch from a version.
     *
     * <p><b>Calls</b> {@code autoscaling:DescribeAutoScalingGroups}, {@code DescribeFleets}, {@code
     * DescribeSpotFleetRequests}.
     *
     * @param region the account in the template's Region
     * @param version the version; whoever names {@code $Latest} counts for each version
     * @return types by the image that they are launched with, nothing for that of the template
     * @throws dev.amis.error.AmiException if groups or fleets cannot be read
     */
    public static Map<Optional<String>, Set<InstanceType>> of(RegionalProvider region, LaunchTemplateVersion version) {
        Map<Optional<String>, Set<InstanceType>> types = new LinkedHashMap<>();
        Stream.concat(
                        new AutoScalingReading(region, "Auto Scaling groups")
                                .groups().stream().flatMap(group -> group.mixedInstancesPolicy().stream()),
                        FleetReading.living(region).stream().flatMap(fleet -> fleet.launchTemplateConfigs().stream()))
                .filter(config -> config.launchTemplate()
                        .filter(specification -> names(specification, version))
                        .isPresent())
                .forEach(config -> add(config, types));
        return types;
    }

    private static void add(LaunchTemplateConfig config, Map<Optional<String>, Set<InstanceType>> types) {
        config.overrides().stream()
                .filter(override -> override.launchTemplate().isEmpty())
                .forEach(override -> override.instanceType()
                        .ifPresent(
                                type -> types.computeIfAbsent(override.imageReference(), none -> new LinkedHashSet<>())
                                        .add(type)));
    }

    private static boolean names(LaunchTemplateSpecification specification, LaunchTemplateVersion version) {
        boolean template = specification
                .launchTemplateId()
                .map(version.launchTemplateId()::equals)
                .orElseGet(() -> specification
                        .launchTemplateName()
                        .filter(version.launchTemplateName()::equals)
                        .isPresent());
        String word = specification.effectiveVersion();
        return template
                && switch (word) {
                    case LaunchTemplateSpecification.LATEST_VERSION -> true;
                    case LaunchTemplateSpecification.DEFAULT_VERSION -> version.isDefaultVersion();
                    default -> word.equals(Long.toString(version.versionNumber()));
                };
    }
}
