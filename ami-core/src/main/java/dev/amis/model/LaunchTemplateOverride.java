package dev.amis.model;

import java.util.Optional;

/**
 * What a group or fleet launches in place of what its launch template says, as far as images are concerned with it.
 *
 * @param instanceType the type of instance; nothing where it is chosen by attributes
 * @param launchTemplate a template of its own; only groups have it
 * @param imageReference an image of its own: an image id, or {@code resolve:ssm:…} in fleets
 */
public record LaunchTemplateOverride(
        Optional<InstanceType> instanceType,
        Optional<LaunchTemplateSpecification> launchTemplate,
        Optional<String> imageReference) {

    /** Makes an override; an empty text stands for no image. */
    public LaunchTemplateOverride {
        imageReference = imageReference.filter(text -> !text.isEmpty());
    }

    /**
     * Overrides the type of instance only.
     *
     * @param instanceType the type
     * @return the override
     */
    public static LaunchTemplateOverride of(InstanceType instanceType) {
        return new LaunchTemplateOverride(Optional.of(instanceType), Optional.empty(), Optional.empty());
    }

    /**
     * This override with an image of its own.
     *
     * @param reference an image id, or {@code resolve:ssm:…} in fleets
     * @return the new override
     */
    public LaunchTemplateOverride launching(String reference) {
        return new LaunchTemplateOverride(instanceType, launchTemplate, Optional.of(reference));
    }

    /**
     * This override with a launch template of its own.
     *
     * @param specification the version of the template
     * @return the new override
     */
    public LaunchTemplateOverride launchingFrom(LaunchTemplateSpecification specification) {
        return new LaunchTemplateOverride(instanceType, Optional.of(specification), imageReference);
    }
}
