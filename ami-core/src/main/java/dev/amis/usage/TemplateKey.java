package dev.amis.usage;

import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import java.util.Optional;

/**
 * A launch template as somebody names it who launches from it.
 *
 * @param id by its id
 * @param name by its name, which only counts where there is no id
 */
record TemplateKey(Optional<LaunchTemplateId> id, Optional<String> name) {

    static TemplateKey of(LaunchTemplateId id) {
        return new TemplateKey(Optional.of(id), Optional.empty());
    }

    static TemplateKey of(String name) {
        return new TemplateKey(Optional.empty(), Optional.of(name));
    }

    /** A template that is named both ways is known by its id alone, however often its name is left out. */
    static TemplateKey of(LaunchTemplateSpecification specification) {
        return specification
                .launchTemplateId()
                .map(TemplateKey::of)
                .orElseGet(() -> new TemplateKey(Optional.empty(), specification.launchTemplateName()));
    }

    Optional<String> nameWithoutId() {
        return id.isPresent() ? Optional.empty() : name;
    }

    @Override
    public String toString() {
        return id.map(LaunchTemplateId::value).or(() -> name).orElse("");
    }
}
