package dev.amis.usage;

import dev.amis.spi.RegionalProvider;
import java.util.List;

/** Launch configurations of Auto Scaling, also those that no group uses. */
record LaunchConfigurationReferences() implements ReferenceSource {

    @Override
    public String name() {
        return "launch configurations";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return new AutoScalingReading(region, name())
                .launchConfigurations().stream()
                        .map(one -> new Reference(one.region(), one.imageId(), name(), one.name()))
                        .toList();
    }
}
