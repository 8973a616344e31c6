package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchConfiguration;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.List;

/** Reads groups and launch configurations for a source, in the largest pages that Auto Scaling has. */
final class AutoScalingReading {

    private static final int PAGE = 100;
    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
    private static final String CONFIGURATIONS = "autoscaling:DescribeLaunchConfigurations";

    private final AutoScalingPort port;

    AutoScalingReading(RegionalProvider region, String source) {
        this.port = region.autoScaling()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of(GROUPS, "the provider has no port for Auto Scaling")
                                .region(region.region())
                                .advice("Leave the source '" + source + "' out if the account has no groups")
                                .build()));
    }

    List<AutoScalingGroup> groups() {
        return Pages.all(
                GROUPS,
                token -> port.describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .maxRecords(PAGE)
                        .nextToken(token)
                        .build()));
    }

    List<LaunchConfiguration> launchConfigurations() {
        return Pages.all(
                CONFIGURATIONS,
                token -> port.describeLaunchConfigurations(DescribeLaunchConfigurationsRequest.all(token)));
    }
}
