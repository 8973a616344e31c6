package dev.amis.rollout;

import dev.amis.model.GroupLaunchSource;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import java.util.Optional;

/** Reads and changes the version that a group launches from. */
final class Sources {

    private Sources() {}

    static LaunchTemplateSpecification specification(GroupLaunchSource source) {
        return find(source)
                .orElseThrow(() -> new IllegalArgumentException(source + " names no launch template, but must"));
    }

    static Optional<LaunchTemplateSpecification> find(GroupLaunchSource source) {
        if (source instanceof GroupLaunchSource.Template template) {
            return Optional.of(template.launchTemplate());
        }
        return source instanceof GroupLaunchSource.MixedInstances mixed
                ? mixed.policy().launchTemplate()
                : Optional.empty();
    }

    /** The same with another version. */
    static GroupLaunchSource at(GroupLaunchSource source, long number) {
        LaunchTemplateSpecification before = specification(source);
        LaunchTemplateSpecification after = new LaunchTemplateSpecification(
                before.launchTemplateId(), before.launchTemplateName(), Optional.of(Long.toString(number)));
        if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            return new GroupLaunchSource.MixedInstances(
                    new LaunchTemplateConfig(Optional.of(after), mixed.policy().overrides()));
        }
        return new GroupLaunchSource.Template(after);
    }

    /** Whether both say the same; of a template AWS tells id and name, also to whom one of them was told. */
    static boolean same(GroupLaunchSource one, GroupLaunchSource other, LaunchTemplateId template, String name) {
        return normal(one, template, name).equals(normal(other, template, name));
    }

    private static GroupLaunchSource normal(GroupLaunchSource source, LaunchTemplateId template, String name) {
        Optional<LaunchTemplateSpecification> found = find(source);
        if (found.isEmpty()) {
            return source;
        }
        LaunchTemplateSpecification said = found.get();
        boolean ours = said.launchTemplateId()
                .map(template::equals)
                .orElseGet(() -> said.launchTemplateName().equals(Optional.of(name)));
        LaunchTemplateSpecification plain =
                ours ? LaunchTemplateSpecification.of(template, said.effectiveVersion()) : said;
        return source instanceof GroupLaunchSource.MixedInstances mixed
                ? new GroupLaunchSource.MixedInstances(new LaunchTemplateConfig(
                        Optional.of(plain), mixed.policy().overrides()))
                : new GroupLaunchSource.Template(plain);
    }
}
