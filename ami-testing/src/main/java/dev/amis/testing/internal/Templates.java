package dev.amis.testing.internal;

import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Launch templates: {@code DescribeLaunchTemplateVersions}, and putting versions there from outside. */
final class Templates {

    private static final Vocabulary<LaunchTemplateVersion> FILTERS = new Vocabulary<LaunchTemplateVersion>(
                    version -> Tags.none())
            .maybe("create-time", version -> version.createTime().map(ImageFilters.TIME::format))
            .maybe("image-id", LaunchTemplateVersion::imageReference)
            .one("is-default-version", LaunchTemplateVersion::isDefaultVersion);

    private final World world;
    private final Paging paging;

    Templates(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<LaunchTemplateVersion> describe(Call call, DescribeLaunchTemplateVersionsRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 200);
        Map<LaunchTemplateId, Template> templates = world.holding(call).templates();
        Optional<Template> named = request.launchTemplateId().map(id -> require(templates, id));
        world.permit(call);
        List<LaunchTemplateVersion> found = new ArrayList<>();
        Collection<Template> asked = named.map(List::of).orElseGet(() -> List.copyOf(templates.values()));
        for (Template template : asked) {
            found.addAll(request.versions().isEmpty() ? template.versions() : versions(template, request.versions()));
        }
        List<LaunchTemplateVersion> filtered = found.stream()
                .distinct()
                .filter(FILTERS.compile(request.filters()))
                .toList();
        return paging.page(filtered, ask);
    }

    /** Adds a version to the template of a name, which is made if it is not there. */
    LaunchTemplateVersion put(Caller caller, String name, String imageReference) {
        Holding holding = world.in(caller.region()).of(caller.account());
        Template template = holding.templates().values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Template(LaunchTemplateId.of(world.ids().next("lt")), name));
        holding.templates().put(template.id(), template);
        LaunchTemplateVersion version = LaunchTemplateVersion.builder()
                .launchTemplateId(template.id())
                .launchTemplateName(name)
                .region(caller.region())
                .versionNumber(template.latest() + 1)
                .createTime(world.now())
                .imageReference(imageReference)
                .build();
        template.put(version);
        return template.find(Long.toString(version.versionNumber())).orElse(version);
    }

    /** Puts a version there just as it is. */
    void put(Caller caller, LaunchTemplateVersion version) {
        Holding holding = world.in(version.region()).of(caller.account());
        holding.templates()
                .computeIfAbsent(version.launchTemplateId(), id -> new Template(id, version.launchTemplateName()))
                .put(version);
    }

    void defaultVersion(Caller caller, LaunchTemplateId id, long number) {
        Template template =
                require(world.in(caller.region()).of(caller.account()).templates(), id);
        versions(template, List.of(Long.toString(number)));
        template.defaultVersion(number);
    }

    private static Template require(Map<LaunchTemplateId, Template> templates, LaunchTemplateId id) {
        Template template = templates.get(id);
        if (template == null) {
            throw new Ec2Error(
                    "InvalidLaunchTemplateId.NotFound",
                    "The specified launch template, with template ID " + id + ", does not exist.");
        }
        return template;
    }

    private static List<LaunchTemplateVersion> versions(Template template, List<String> words) {
        return words.stream()
                .map(word -> template.find(word)
                        .orElseThrow(() -> new Ec2Error(
                                "InvalidLaunchTemplateId.VersionNotFound",
                                "Could not find the specified version " + word + " for the launch template with ID "
                                        + template.id() + ".")))
                .toList();
    }
}
