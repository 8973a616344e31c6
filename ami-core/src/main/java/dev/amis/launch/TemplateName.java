package dev.amis.launch;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.TemplateLook;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;

/**
 * A launch template as it was named, by its id or by its name.
 *
 * @param id by its id
 * @param name by its name; exactly one of the two is there
 */
record TemplateName(Optional<LaunchTemplateId> id, Optional<String> name) {

    static TemplateName of(LaunchTemplateId id) {
        return new TemplateName(Optional.of(id), Optional.empty());
    }

    static TemplateName of(String name) {
        if (!name.matches("[a-zA-Z0-9().\\-/_]{3,128}")) {
            throw new IllegalArgumentException(
                    "launchTemplateName is '" + name + "', but must be 3 to 128 letters, digits and ( ) . / _ -");
        }
        return new TemplateName(Optional.empty(), Optional.of(name));
    }

    /** All versions by their numbers; none if there is no such template. */
    List<LaunchTemplateVersion> find(RegionalProvider region) {
        return id.map(one -> TemplateLook.versions(region, one))
                .orElseGet(() -> TemplateLook.versions(region, name.orElseThrow()));
    }

    /** All versions by their numbers. */
    List<LaunchTemplateVersion> read(RegionalProvider region) {
        List<LaunchTemplateVersion> versions = find(region);
        if (versions.isEmpty()) {
            throw missing(region, "there is no such launch template");
        }
        return versions;
    }

    LaunchTemplateVersion version(RegionalProvider region, List<LaunchTemplateVersion> versions, String word) {
        return versions.stream()
                .filter(version -> switch (word) {
                    case LaunchTemplateSpecification.DEFAULT_VERSION -> version.isDefaultVersion();
                    case LaunchTemplateSpecification.LATEST_VERSION ->
                        version.equals(versions.get(versions.size() - 1));
                    default -> Long.toString(version.versionNumber()).equals(word);
                })
                .findFirst()
                .orElseThrow(() -> missing(region, "it has no version " + word));
    }

    private NotFoundException missing(RegionalProvider region, String why) {
        return new NotFoundException(Failure.of("DescribeLaunchTemplateVersions", why)
                .resource(toString())
                .region(region.region())
                .build());
    }

    @Override
    public String toString() {
        return id.map(LaunchTemplateId::value).or(() -> name).orElse("");
    }
}
