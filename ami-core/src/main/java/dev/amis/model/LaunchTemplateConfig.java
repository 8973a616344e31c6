package dev.amis.model;

import java.util.List;
import java.util.Optional;

/**
 * A launch template and what is launched in place of what it says: a group's mixed instances policy, or one of the
 * configurations of a fleet.
 *
 * <p>Source: EC2 API Reference, FleetLaunchTemplateConfig; Auto Scaling API Reference, MixedInstancesPolicy.
 *
 * @param launchTemplate the version of the template
 * @param overrides what takes the place of what it says
 */
public record LaunchTemplateConfig(
        Optional<LaunchTemplateSpecification> launchTemplate, List<LaunchTemplateOverride> overrides) {

    /** Makes a value of copies. */
    public LaunchTemplateConfig {
        overrides = List.copyOf(overrides);
    }

    /**
     * A template with overrides.
     *
     * @param launchTemplate the version of the template
     * @param overrides what takes the place of what it says
     * @return the value
     */
    public static LaunchTemplateConfig of(
            LaunchTemplateSpecification launchTemplate, LaunchTemplateOverride... overrides) {
        return new LaunchTemplateConfig(Optional.of(launchTemplate), List.of(overrides));
    }
}
