package dev.amis.testing.internal;

import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Parameter;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Launch templates and their versions as EC2 describes them, and putting versions there from outside. */
public final class Templates {

    private static final Vocabulary<LaunchTemplateVersion> FILTERS = new Vocabulary<LaunchTemplateVersion>(
                    version -> Tags.none())
            .maybe("create-time", version -> version.createTime().map(ImageFilters.TIME::format))
            .maybe("image-id", LaunchTemplateVersion::imageReference)
            .one("is-default-version", LaunchTemplateVersion::isDefaultVersion);

    private static final Vocabulary<LaunchTemplate> SUMMARIES = new Vocabulary<>(LaunchTemplate::tags)
            .maybe("create-time", template -> template.createTime().map(ImageFilters.TIME::format))
            .one("launch-template-name", LaunchTemplate::launchTemplateName);

    private static final String ALIAS = "resolve:ssm:";

    private final World world;
    private final Paging paging;
    private final ParameterStore parameters;

    Templates(World world) {
        this.world = world;
        this.paging = new Paging(world);
        this.parameters = new ParameterStore(world);
    }

    Page<LaunchTemplateVersion> describe(Call call, DescribeLaunchTemplateVersionsRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 200);
        Map<LaunchTemplateId, Template> templates = world.holding(call).templates();
        Optional<Template> named = request.launchTemplateId()
                .map(id -> require(templates, id))
                .or(() -> request.launchTemplateName().map(name -> named(templates, name)));
        world.permit(call);
        List<LaunchTemplateVersion> found = new ArrayList<>();
        Collection<Template> asked = named.map(List::of).orElseGet(() -> List.copyOf(templates.values()));
        for (Template template : asked) {
            found.addAll(request.versions().isEmpty() ? template.versions() : versions(template, request.versions()));
        }
        List<LaunchTemplateVersion> filtered = found.stream()
                .distinct()
                .filter(FILTERS.compile(request.filters()))
                .map(version -> request.resolveAlias() ? resolved(call, version) : version)
                .toList();
        return paging.page(filtered, ask);
    }

    /** What happens where there is no such parameter is UNVERIFIED: here the reference is answered as it stands. */
    private LaunchTemplateVersion resolved(Call call, LaunchTemplateVersion version) {
        return version.imageReference()
                .filter(reference -> reference.startsWith(ALIAS))
                .flatMap(reference -> selector(reference.substring(ALIAS.length())))
                .flatMap(selector -> parameters.find(call, selector))
                .flatMap(Parameter::value)
                .map(version::withImageReference)
                .orElse(version);
    }

    /** EC2 checks nothing that a template says, so the text may be anything. */
    private static Optional<ParameterSelector> selector(String text) {
        try {
            return Optional.of(ParameterSelector.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The version that a launch from a template takes, with the image that it names by a parameter. */
    LaunchTemplateVersion launched(Call call, LaunchTemplateSpecification specification) {
        return resolved(call, version(call, specification));
    }

    /** Whether a specification always means the same: a version by its number that names an image by its id. */
    boolean isFixed(Call call, LaunchTemplateSpecification specification) {
        return !specification.effectiveVersion().startsWith("$")
                && version(call, specification)
                        .imageReference()
                        .filter(reference -> reference.startsWith(ALIAS))
                        .isEmpty();
    }

    private LaunchTemplateVersion version(Call call, LaunchTemplateSpecification specification) {
        Holding holding = world.holding(call);
        Template template = named(
                holding.templates(),
                specification
                        .launchTemplateId()
                        .map(LaunchTemplateId::value)
                        .or(specification::launchTemplateName)
                        .orElse(""));
        return versions(template, List.of(specification.effectiveVersion())).get(0);
    }

    /** Templates by their ids or names. */
    Page<LaunchTemplate> summaries(Call call, DescribeLaunchTemplatesRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 200);
        var filter = SUMMARIES.compile(request.filters());
        Map<LaunchTemplateId, Template> templates = world.holding(call).templates();
        List<String> words = Stream.concat(
                        request.launchTemplateIds().stream().map(LaunchTemplateId::value),
                        request.launchTemplateNames().stream())
                .toList();
        Collection<Template> asked = words.isEmpty()
                ? templates.values()
                : words.stream().map(word -> named(templates, word)).toList();
        world.permit(call);
        return paging.page(
                asked.stream().map(Template::described).filter(filter).toList(), ask);
    }

    private static Template named(Map<LaunchTemplateId, Template> templates, String word) {
        return templates.values().stream()
                .filter(template ->
                        template.id().equals(word) || template.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Ec2Error(
                        word.startsWith("lt-")
                                ? "InvalidLaunchTemplateId.NotFound"
                                : "InvalidLaunchTemplateName.NotFoundException",
                        "The specified launch template, " + word + ", does not exist."));
    }

    /** Adds a version to the template of a name, which is made if it is not there. */
    LaunchTemplateVersion put(Caller caller, String name, String imageReference) {
        Holding holding = world.in(caller.region()).of(caller.account());
        Template template = holding.templates().values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Template(
                        caller.account(), LaunchTemplateId.of(world.ids().next("lt")), name, caller.region()));
        holding.templates().put(template.templateId(), template);
        LaunchTemplateVersion version = LaunchTemplateVersion.builder()
                .launchTemplateId(template.templateId())
                .launchTemplateName(name)
                .region(caller.region())
                .versionNumber(template.next())
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
                .computeIfAbsent(
                        version.launchTemplateId(),
                        id -> new Template(caller.account(), id, version.launchTemplateName(), version.region()))
                .put(version);
    }

    void defaultVersion(Caller caller, LaunchTemplateId id, long number) {
        Template template =
                require(world.in(caller.region()).of(caller.account()).templates(), id);
        versions(template, List.of(Long.toString(number)));
        template.defaultVersion(number);
    }

    static Template require(Map<LaunchTemplateId, Template> templates, LaunchTemplateId id) {
        Template template = templates.get(id);
        if (template == null) {
            throw new Ec2Error(
                    "InvalidLaunchTemplateId.NotFound",
                    "The specified launch template, with template ID " + id + ", does not exist.");
        }
        return template;
    }

    static List<LaunchTemplateVersion> versions(Template template, List<String> words) {
        return words.stream()
                .map(word -> template.find(word)
                        .orElseThrow(() -> new Ec2Error(
                                "InvalidLaunchTemplateId.VersionNotFound",
                                "Could not find the specified version " + word + " for the launch template with ID "
                                        + template.id() + ".")))
                .toList();
    }
}
