package dev.amis.model;

import java.util.Optional;

/**
 * Which version of which launch template something launches from.
 *
 * <p>Source: EC2 API Reference, FleetLaunchTemplateSpecification; Auto Scaling API Reference, LaunchTemplateSpecification.
 *
 * @param launchTemplateId the template by its id
 * @param launchTemplateName the template by its name; AWS answers id and name at times, and the id then counts
 * @param version a number, {@code $Latest} or {@code $Default}; nothing stands for {@code $Default}
 */
public record LaunchTemplateSpecification(
        Optional<LaunchTemplateId> launchTemplateId, Optional<String> launchTemplateName, Optional<String> version) {

    /** The version that is taken if none is named. */
    public static final String DEFAULT_VERSION = "$Default";

    /** The version with the highest number. */
    public static final String LATEST_VERSION = "$Latest";

    /**
     * Makes a specification; empty texts stand for nothing.
     *
     * @throws IllegalArgumentException if neither id nor name is there
     */
    public LaunchTemplateSpecification {
        launchTemplateName = launchTemplateName.filter(text -> !text.isEmpty());
        version = version.filter(text -> !text.isEmpty());
        if (launchTemplateId.isEmpty() && launchTemplateName.isEmpty()) {
            throw new IllegalArgumentException(
                    "neither launchTemplateId nor launchTemplateName is set, but one must be");
        }
    }

    /**
     * Names a version of a template by the template's id.
     *
     * @param launchTemplateId the template
     * @param version a number, {@code $Latest} or {@code $Default}
     * @return the specification
     */
    public static LaunchTemplateSpecification of(LaunchTemplateId launchTemplateId, String version) {
        return new LaunchTemplateSpecification(Optional.of(launchTemplateId), Optional.empty(), Optional.of(version));
    }

    /**
     * Names a version of a template by the template's name.
     *
     * @param launchTemplateName the template
     * @param version a number, {@code $Latest} or {@code $Default}
     * @return the specification
     */
    public static LaunchTemplateSpecification named(String launchTemplateName, String version) {
        return new LaunchTemplateSpecification(Optional.empty(), Optional.of(launchTemplateName), Optional.of(version));
    }

    /**
     * The version that launches take.
     *
     * @return a number, {@code $Latest} or {@code $Default}, which it is where none is named
     */
    public String effectiveVersion() {
        return version.orElse(DEFAULT_VERSION);
    }

    /** Template and version as one line for people. */
    @Override
    public String toString() {
        String template = launchTemplateId
                .map(id ->
                        id + launchTemplateName.map(name -> " (" + name + ")").orElse(""))
                .or(() -> launchTemplateName)
                .orElse("");
        return template + " version " + effectiveVersion();
    }
}
