package dev.amis.usage;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Auto Scaling groups: what they launch next, and what their instances were launched from. */
record AutoScalingGroupReferences() implements ReferenceSource {

    private static final String GONE = "Terminated";

    @Override
    public String name() {
        return "Auto Scaling groups";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region).references();
    }

    @Override
    public SourceReading read(RegionalProvider region) {
        AutoScalingReading autoScaling = new AutoScalingReading(region, name());
        List<AutoScalingGroup> groups = autoScaling.groups();
        TemplateUses templates = new TemplateUses(region, name());
        List<Reference> references = new ArrayList<>();
        for (AutoScalingGroup group : groups) {
            group.launchTemplate().ifPresent(specification -> templates.add(specification, group.name()));
            group.mixedInstancesPolicy().ifPresent(policy -> {
                policy.launchTemplate().ifPresent(specification -> templates.add(specification, group.name()));
                policy.overrides().forEach(override -> override(group, override, templates, references));
            });
            group.instances().forEach(instance -> instance(group, instance, templates, references));
        }
        List<Finding> findings = new ArrayList<>();
        if (groups.stream().anyMatch(group -> group.launchConfigurationName().isPresent())) {
            byConfiguration(region, groups, autoScaling.launchConfigurations(), references, findings);
        }
        SourceReading resolved = templates.resolve();
        references.addAll(resolved.references());
        findings.addAll(resolved.findings());
        return new SourceReading(references.stream().distinct().toList(), findings);
    }

    private void override(
            AutoScalingGroup group,
            LaunchTemplateOverride override,
            TemplateUses templates,
            List<Reference> references) {
        String by = group.name() + " (override"
                + override.instanceType()
                        .map(InstanceType::value)
                        .map(type -> " for " + type)
                        .orElse("") + ")";
        override.launchTemplate().ifPresent(specification -> templates.add(specification, by));
        override.imageReference()
                .ifPresent(text -> references.add(ImageTexts.reference(group.region(), text, name(), by)));
    }

    private void instance(
            AutoScalingGroup group, AutoScalingInstance instance, TemplateUses templates, List<Reference> references) {
        if (instance.lifecycleState().equals(GONE)) {
            return;
        }
        String by = group.name() + " (instances)";
        instance.launchTemplate().ifPresent(specification -> templates.add(specification, by));
        instance.imageId().ifPresent(imageId -> references.add(new Reference(group.region(), imageId, name(), by)));
    }

    private void byConfiguration(
            RegionalProvider region,
            List<AutoScalingGroup> groups,
            List<LaunchConfiguration> configurations,
            List<Reference> references,
            List<Finding> findings) {
        Map<String, ImageId> images = new HashMap<>();
        configurations.forEach(one -> images.put(one.name(), one.imageId()));
        for (AutoScalingGroup group : groups) {
            group.launchConfigurationName()
                    .ifPresent(name -> Optional.ofNullable(images.get(name))
                            .ifPresentOrElse(
                                    image -> references.add(
                                            new Reference(group.region(), image, name(), group.name() + " by " + name)),
                                    () -> findings.add(new Finding(
                                            region.region(),
                                            name(),
                                            group.name() + " launches from launch configuration " + name
                                                    + ", which does not exist"))));
        }
    }
}
