package dev.amis.testing.internal;

import dev.amis.model.ImageId;
import dev.amis.model.InstanceState;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.ParameterDataType;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who refers to images, as EC2 answers it itself: resources of the caller's account in the Region. Images that are named in
 * another way than by their ids, as by a parameter's name, are not found (UNVERIFIED).
 */
final class References {

    private static final int USUAL_DEPTH = 10;

    /** The permissions that EC2 makes use of; that it refuses the question without them is UNVERIFIED. */
    private static final Map<String, List<String>> NEEDS = Map.of(
            ReferringResources.INSTANCE, List.of("ec2:DescribeInstances"),
            ReferringResources.LAUNCH_TEMPLATE,
                    List.of("ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions"),
            ReferringResources.PARAMETER, List.of("ssm:DescribeParameters", "ssm:GetParameters"),
            ReferringResources.IMAGE_RECIPE, List.of("imagebuilder:ListImageRecipes"),
            ReferringResources.CONTAINER_RECIPE,
                    List.of("imagebuilder:ListContainerRecipes", "imagebuilder:GetContainerRecipe"));

    private static final List<String> TYPES = List.of(
            ReferringResources.INSTANCE,
            ReferringResources.LAUNCH_TEMPLATE,
            ReferringResources.PARAMETER,
            ReferringResources.IMAGE_RECIPE,
            ReferringResources.CONTAINER_RECIPE);

    private final World world;
    private final Paging paging;

    References(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<ImageReference> describe(Call call, DescribeImageReferencesRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(5, 1_000);
        Map<String, ReferringResources> asked = new LinkedHashMap<>();
        if (request.includeAllResourceTypes()) {
            TYPES.forEach(type -> asked.put(type, ReferringResources.of(type)));
        }
        request.resourceTypes().forEach(type -> asked.put(type.resourceType(), type));
        world.permit(call);
        List<ImageReference> found = new ArrayList<>();
        for (ReferringResources kind : asked.values()) {
            require(call, kind);
            referrers(call, kind).forEach(one -> {
                if (request.imageIds().contains(one.imageId())) {
                    found.add(one);
                }
            });
        }
        return paging.page(found.stream().distinct().toList(), ask);
    }

    private void require(Call call, ReferringResources kind) {
        List<String> needs = NEEDS.get(kind.resourceType());
        if (needs == null) {
            throw new Ec2Error(
                    "InvalidParameterValue", "The resource type '" + kind.resourceType() + "' is invalid. " + TYPES);
        }
        for (String action : needs) {
            if (world.permissions().isDenied(call.account(), action.substring(action.indexOf(':') + 1))) {
                throw Permissions.refusal(call, action);
            }
        }
    }

    private Stream<ImageReference> referrers(Call call, ReferringResources kind) {
        Holding holding = world.holding(call);
        return switch (kind.resourceType()) {
            case ReferringResources.INSTANCE -> instances(call, kind);
            case ReferringResources.LAUNCH_TEMPLATE -> templates(call, kind);
            case ReferringResources.PARAMETER ->
                holding.parameters().values().stream()
                        .map(StoredParameter::latest)
                        .filter(parameter -> parameter
                                .dataType()
                                .filter(ParameterDataType.IMAGE::equals)
                                .isPresent())
                        .flatMap(parameter -> reference(
                                kind,
                                parameter.value().orElse(""),
                                parameter.arn().orElse("")));
            case ReferringResources.IMAGE_RECIPE ->
                holding.recipes().imageRecipes().values().stream()
                        .flatMap(recipe -> reference(kind, recipe.parentImage(), recipe.arn()));
            default ->
                holding.recipes().containerRecipes().values().stream()
                        .flatMap(
                                recipe -> reference(kind, recipe.instanceImage().orElse(""), recipe.arn()));
        };
    }

    private Stream<ImageReference> instances(Call call, ReferringResources kind) {
        Set<String> states = Set.copyOf(kind.options().getOrDefault(ReferringResources.STATE_NAME, List.of()));
        return world.in(call.region())
                .instances()
                .of(call.account())
                .map(InstanceRecord::instance)
                .filter(instance -> states.isEmpty() || states.contains(instance.stateText()))
                .map(instance -> new ImageReference(
                        instance.imageId(),
                        kind.resourceType(),
                        arn(call, "instance", instance.instanceId().value())));
    }

    private Stream<ImageReference> templates(Call call, ReferringResources kind) {
        int depth = depth(kind, USUAL_DEPTH);
        return world.holding(call).templates().values().stream()
                .flatMap(template -> named(template, depth).stream()
                        .map(image -> new ImageReference(
                                image,
                                kind.resourceType(),
                                arn(
                                        call,
                                        "launch-template",
                                        template.templateId().value()))));
    }

    /** How many of the newest versions of templates count. */
    static int depth(ReferringResources kind, int usual) {
        String text = kind.options()
                .getOrDefault(ReferringResources.VERSION_DEPTH, List.of(Integer.toString(usual)))
                .get(0);
        if (!text.matches("[1-9]\\d{0,3}|10000")) {
            throw new Ec2Error("InvalidParameterValue", "Value (" + text + ") for parameter version-depth is invalid.");
        }
        return Integer.parseInt(text);
    }

    /** The images that the newest versions of a template name by their ids. */
    static Set<ImageId> named(Template template, int depth) {
        List<LaunchTemplateVersion> versions = template.versions();
        return versions.subList(Math.max(0, versions.size() - depth), versions.size()).stream()
                .flatMap(version -> version.imageId().stream())
                .collect(Collectors.toSet());
    }

    static boolean runs(InstanceRecord record) {
        return !record.is(InstanceState.TERMINATED);
    }

    private static Stream<ImageReference> reference(ReferringResources kind, String text, String arn) {
        return Optional.of(text).filter(id -> id.startsWith("ami-")).stream()
                .map(id -> new ImageReference(ImageId.of(id), kind.resourceType(), arn));
    }

    private static String arn(Call call, String kind, String id) {
        return "arn:" + call.region().partition().id() + ":ec2:" + call.region() + ":" + call.account() + ":" + kind
                + "/" + id;
    }
}
