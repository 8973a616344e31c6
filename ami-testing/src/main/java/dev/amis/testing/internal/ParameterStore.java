package dev.amis.testing.internal;

import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The parameter store of Systems Manager: parameters, their versions and labels, with SSM's own refusals. Permission comes
 * before existence: IAM judges by the parameter's name.
 */
final class ParameterStore {

    /** How long the value of a parameter of the standard tier may be. */
    private static final int LONGEST_VALUE = 4_096;

    /** How long a name may be, with what its ARN says before it; the code for longer ones is UNVERIFIED. */
    private static final int LONGEST_NAME = 1_011;

    private static final int MOST_LABELS = 10;

    private final World world;
    private final Images images;
    private final Paging paging;

    ParameterStore(World world) {
        this.world = world;
        this.images = new Images(world);
        this.paging = new Paging(world);
    }

    Page<Parameter> byPath(Call call, GetParametersByPathRequest request) {
        Paging.Ask ask = ask(request.maxResults(), request.nextToken(), GetParametersByPathRequest.MOST, 10);
        Predicate<StoredParameter> filter = ParameterFilters.compile(request.filters(), Set.of("Type", "Label"), false);
        world.permit(call);
        Predicate<String> below = ParameterFilters.below(request.path(), request.recursive());
        return paging.page(
                all(call)
                        .filter(one -> below.test(one.name().value()))
                        .filter(filter)
                        .map(one -> answer(version(one, request.filters())))
                        .toList(),
                ask);
    }

    /** The newest version, or where labels are asked for the newest that has one of them. */
    private static Parameter version(StoredParameter parameter, List<ParameterFilter> filters) {
        List<String> labels = filters.stream()
                .filter(filter -> filter.key().equals("Label"))
                .flatMap(filter -> filter.values().stream())
                .toList();
        return parameter.versions().stream()
                .filter(version -> version.labels().stream().anyMatch(labels::contains))
                .reduce((older, newer) -> newer)
                .orElseGet(parameter::latest);
    }

    Parameter get(Call call, ParameterSelector selector) {
        world.permit(call);
        StoredParameter parameter = require(call, selector.name());
        return version(parameter, selector)
                .map(ParameterStore::answer)
                .orElseThrow(() -> noVersion(selector.version().orElse(""), selector.name()));
    }

    FoundParameters getAll(Call call, GetParametersRequest request) {
        world.permit(call);
        List<Parameter> found = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        for (ParameterSelector selector : request.selectors()) {
            find(call, selector).ifPresentOrElse(found::add, () -> invalid.add(selector.toString()));
        }
        found.sort(Comparator.comparing(Parameter::name));
        return new FoundParameters(found, invalid);
    }

    Page<Parameter> describe(Call call, DescribeParametersRequest request) {
        Paging.Ask ask = ask(request.maxResults(), request.nextToken(), DescribeParametersRequest.MOST, 10);
        Predicate<StoredParameter> filter = ParameterFilters.compile(
                request.filters(), Set.of("Name", "Type", "DataType", "Path", "Label", "Tier"), true);
        world.permit(call);
        return paging.page(
                all(call)
                        .filter(filter)
                        .map(one -> one.latest().withLabels().withValue(Optional.empty()))
                        .toList(),
                ask);
    }

    long put(Call call, PutParameterRequest request) {
        world.permit(call);
        String name = request.name().value();
        String first = name.startsWith("/") ? name.substring(1) : name;
        if (first.toLowerCase(Locale.ROOT).startsWith("aws")
                || first.toLowerCase(Locale.ROOT).startsWith("ssm")) {
            throw new Ec2Error(
                    "ValidationException",
                    "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }
        if (arn(call, name).length() > LONGEST_NAME) {
            throw new Ec2Error(
                    "ValidationException",
                    "Parameter name: can't be longer than " + LONGEST_NAME + " characters, its ARN counted in.");
        }
        if (request.value().length() > LONGEST_VALUE) {
            throw new Ec2Error(
                    "ValidationException",
                    "Standard tier parameters support a maximum parameter value of " + LONGEST_VALUE + " characters.");
        }
        if (request.value().contains("{{")) {
            // The rule is documented; the words, and that the closing braces are not looked for, are UNVERIFIED.
            throw new Ec2Error("ValidationException", "Parameter value: can't contain nested parameters '{{ }}'.");
        }
        StoredParameter before = parameters(call).get(name);
        if (before != null) {
            checkReplaced(before, request);
        }
        long version = before == null ? 1 : before.latest().version() + 1;
        if (!request.dataType().equals(ParameterDataType.IMAGE) || isImage(call, request.value())) {
            store(call, request, version);
        }
        // SSM answers success for an image that is not there, and then does not put it. It does so a moment later, here
        // at
        // once: how long it takes is UNVERIFIED.
        return version;
    }

    private static void checkReplaced(StoredParameter before, PutParameterRequest request) {
        if (!request.overwrite()) {
            throw new Ec2Error(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                            + " true.");
        }
        if (!before.type().equals(request.type())) {
            throw new Ec2Error(
                    "HierarchyTypeMismatchException",
                    "The parameter is a " + before.type() + " and cannot become a " + request.type() + ".");
        }
        if (before.isFull()) {
            throw new Ec2Error(
                    "ParameterMaxVersionLimitExceeded",
                    "The oldest of its " + StoredParameter.MOST_VERSIONS
                            + " versions has a label and cannot be deleted; move the label first.");
        }
    }

    /** Puts a value there from outside, whatever it is. */
    void place(Caller caller, PutParameterRequest request) {
        Call call = caller.call("ssm", "PutParameter");
        StoredParameter before = parameters(call).get(request.name().value());
        store(call, request, before == null ? 1 : before.latest().version() + 1);
    }

    private void store(Call call, PutParameterRequest request, long number) {
        String name = request.name().value();
        Parameter version = Parameter.builder()
                .name(request.name())
                .type(request.type())
                .dataType(request.dataType())
                .value(request.value())
                .description(request.description())
                .version(number)
                .lastModifiedDate(world.now())
                .arn(arn(call, name))
                .build();
        StoredParameter before = parameters(call).get(name);
        if (before == null) {
            parameters(call).put(name, new StoredParameter(version));
        } else {
            before.add(version);
        }
    }

    private static String arn(Call call, String name) {
        return "arn:" + call.region().partition().id() + ":ssm:" + call.region() + ":" + call.account() + ":parameter"
                + (name.startsWith("/") ? "" : "/") + name;
    }

    Page<Parameter> history(Call call, ParameterHistoryRequest request) {
        Paging.Ask ask = ask(request.maxResults(), request.nextToken(), ParameterHistoryRequest.MOST, 50);
        world.permit(call);
        StoredParameter parameter = require(call, request.name());
        return paging.page(
                parameter.versions().stream()
                        .map(version -> version.withArn(Optional.empty()))
                        .toList(),
                ask);
    }

    List<String> label(Call call, LabelParameterVersionRequest request) {
        world.permit(call);
        StoredParameter parameter = require(call, request.name());
        long version = request.version().orElse(parameter.latest().version());
        Parameter labelled = parameter
                .find(Long.toString(version))
                .orElseThrow(() -> noVersion(Long.toString(version), request.name()));
        List<String> invalid = new ArrayList<>(request.labels());
        List<String> valid = request.labels().stream()
                .filter(ParameterFilters::isLabel)
                .distinct()
                .toList();
        invalid.removeAll(valid);
        long added = valid.stream()
                .filter(label -> !labelled.labels().contains(label))
                .count();
        if (labelled.labels().size() + added > MOST_LABELS) {
            throw new Ec2Error(
                    "ParameterVersionLabelLimitExceeded",
                    "A parameter version can have a maximum of " + MOST_LABELS + " labels.");
        }
        valid.forEach(label -> parameter.label(version, label));
        return invalid;
    }

    void delete(Call call, ParameterName name) {
        world.permit(call);
        require(call, name);
        parameters(call).remove(name.value());
    }

    /** The version that a selector stands for, where there is one. */
    Optional<Parameter> find(Call call, ParameterSelector selector) {
        return Optional.ofNullable(parameters(call).get(ownName(call, selector.name())))
                .flatMap(parameter -> version(parameter, selector))
                .map(ParameterStore::answer);
    }

    private static Optional<Parameter> version(StoredParameter parameter, ParameterSelector selector) {
        return selector.version().map(parameter::find).orElseGet(() -> Optional.of(parameter.latest()));
    }

    /** Only the history tells labels and descriptions. */
    private static Parameter answer(Parameter version) {
        return version.withLabels().withDescription(Optional.empty());
    }

    private StoredParameter require(Call call, ParameterName name) {
        StoredParameter parameter = parameters(call).get(ownName(call, name));
        if (parameter == null) {
            throw new Ec2Error("ParameterNotFound", "Parameter " + name + " not found.");
        }
        return parameter;
    }

    /** Parameters that other accounts share are not imitated: to this account they are not there. */
    private static String ownName(Call call, ParameterName name) {
        String mine =
                "arn:" + call.region().partition().id() + ":ssm:" + call.region() + ":" + call.account() + ":parameter";
        if (!name.value().startsWith(mine)) {
            return name.value();
        }
        String path = name.value().substring(mine.length());
        return path.lastIndexOf('/') == 0 ? path.substring(1) : path;
    }

    private Stream<StoredParameter> all(Call call) {
        Collection<StoredParameter> stored = parameters(call).values();
        return List.copyOf(stored).stream();
    }

    private Map<String, StoredParameter> parameters(Call call) {
        return world.holding(call).parameters();
    }

    private boolean isImage(Call call, String value) {
        try {
            return images.seen(call, ImageId.of(value))
                    .filter(record -> record.is(ImageState.AVAILABLE))
                    .isPresent();
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private static Ec2Error noVersion(String version, ParameterName name) {
        return new Ec2Error(
                "ParameterVersionNotFound",
                "Systems Manager could not find version " + version + " of " + name
                        + ". Verify the version and try again.");
    }

    /** Pages are small unless larger ones are asked for; of DescribeParameters the size is UNVERIFIED. */
    private static Paging.Ask ask(OptionalInt maxResults, Optional<String> nextToken, int most, int usual) {
        int size = maxResults.orElse(usual);
        if (size < 1 || size > most) {
            throw new Ec2Error(
                    "ValidationException",
                    "1 validation error detected: Value '" + size + "' at 'maxResults' failed to satisfy constraint:"
                            + " Member must have value between 1 and " + most);
        }
        return new Paging.Ask(OptionalInt.of(size), nextToken);
    }
}
