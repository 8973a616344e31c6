package dev.amis.testing.endpoint;

import dev.amis.error.NotFoundException;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionRequest;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionResponse;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;

/** SSM parameters. Secrets are refused, and so is all that costs: only the standard tier is imitated. */
final class ParameterActions {

    private static final String STANDARD = "Standard";
    private static final String NAME = "Name";
    private static final String MAX_RESULTS = "MaxResults";
    private static final String NEXT_TOKEN = "NextToken";
    private static final String FILTERS = "ParameterFilters";
    /** It would decrypt secrets, of which there are none here. */
    private static final String WITH_DECRYPTION = "WithDecryption";

    private ParameterActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "GetParameter" ->
                Action.of(
                        GetParameterRequest::builder,
                        GetParameterRequest.class,
                        ParameterActions::get,
                        NAME,
                        WITH_DECRYPTION);
            case "GetParameters" ->
                Action.of(
                        GetParametersRequest::builder,
                        GetParametersRequest.class,
                        ParameterActions::getAll,
                        "Names",
                        WITH_DECRYPTION);
            case "GetParametersByPath" ->
                Action.of(
                        GetParametersByPathRequest::builder,
                        GetParametersByPathRequest.class,
                        ParameterActions::byPath,
                        "Path",
                        "Recursive",
                        FILTERS,
                        WITH_DECRYPTION,
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "DescribeParameters" ->
                Action.of(
                        DescribeParametersRequest::builder,
                        DescribeParametersRequest.class,
                        ParameterActions::describe,
                        FILTERS,
                        MAX_RESULTS,
                        NEXT_TOKEN);
            default -> findChanging(name);
        };
    }

    private static @Nullable Action findChanging(String name) {
        return switch (name) {
            case "PutParameter" ->
                Action.of(
                        PutParameterRequest::builder,
                        PutParameterRequest.class,
                        ParameterActions::put,
                        NAME,
                        "Value",
                        "Description",
                        "Type",
                        "DataType",
                        "Overwrite",
                        "Tier");
            case "GetParameterHistory" ->
                Action.of(
                        GetParameterHistoryRequest::builder,
                        GetParameterHistoryRequest.class,
                        ParameterActions::history,
                        NAME,
                        WITH_DECRYPTION,
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "LabelParameterVersion" ->
                Action.of(
                        LabelParameterVersionRequest::builder,
                        LabelParameterVersionRequest.class,
                        ParameterActions::label,
                        NAME,
                        "ParameterVersion",
                        "Labels");
            case "DeleteParameter" ->
                Action.of(
                        DeleteParameterRequest::builder, DeleteParameterRequest.class, ParameterActions::delete, NAME);
            default -> null;
        };
    }

    private static SdkPojo get(GetParameterRequest request, RegionalProvider account) {
        ParameterSelector selector = ParameterSelector.parse(Read.required(NAME, request.name()));
        return GetParameterResponse.builder()
                .parameter(write(port(account).getParameter(selector), selector))
                .build();
    }

    private static SdkPojo getAll(GetParametersRequest request, RegionalProvider account) {
        FoundParameters found = port(account)
                .getParameters(new dev.amis.spi.GetParametersRequest(
                        request.names().stream().map(ParameterSelector::parse).toList()));
        return GetParametersResponse.builder()
                .parameters(
                        found.parameters().stream().map(ParameterActions::write).toList())
                .invalidParameters(found.invalid())
                .build();
    }

    private static SdkPojo byPath(GetParametersByPathRequest request, RegionalProvider account) {
        Page<Parameter> page = port(account)
                .getParametersByPath(dev.amis.spi.GetParametersByPathRequest.builder()
                        .path(Read.required("Path", request.path()))
                        .recursive(Boolean.TRUE.equals(request.recursive()))
                        .addAllFilters(filters(request.parameterFilters()))
                        .maxResults(number(request.maxResults()))
                        .nextToken(Optional.ofNullable(request.nextToken()))
                        .build());
        return GetParametersByPathResponse.builder()
                .parameters(page.items().stream().map(ParameterActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo describe(DescribeParametersRequest request, RegionalProvider account) {
        Page<Parameter> page = port(account)
                .describeParameters(new dev.amis.spi.DescribeParametersRequest(
                        filters(request.parameterFilters()),
                        number(request.maxResults()),
                        Optional.ofNullable(request.nextToken())));
        return DescribeParametersResponse.builder()
                .parameters(page.items().stream()
                        .map(parameter -> ParameterMetadata.builder()
                                .name(parameter.name().value())
                                .arn(parameter.arn().orElse(null))
                                .type(parameter.type().value())
                                .dataType(dataType(parameter))
                                .description(parameter.description().orElse(null))
                                .version(parameter.version())
                                .tier(STANDARD)
                                .lastModifiedDate(parameter.lastModifiedDate().orElse(null))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo put(PutParameterRequest request, RegionalProvider account) {
        if (request.tierAsString() != null && !request.tierAsString().equals(STANDARD)) {
            throw new WireError("ValidationException", "The tier " + request.tierAsString() + " is not imitated");
        }
        dev.amis.spi.PutParameterRequest.Builder asked = dev.amis.spi.PutParameterRequest.builder();
        asked.name(ParameterName.of(Read.required(NAME, request.name())));
        asked.value(Read.required("Value", request.value()));
        asked.description(Optional.ofNullable(request.description()));
        asked.overwrite(Boolean.TRUE.equals(request.overwrite()));
        // A new version may leave the type out, and then has that of the parameter; a new parameter needs one.
        asked.type(Optional.ofNullable(request.typeAsString())
                .map(ParameterType::of)
                .orElseGet(() -> typeOf(ParameterName.of(request.name()), account)));
        Optional.ofNullable(request.dataType()).map(ParameterDataType::of).ifPresent(asked::dataType);
        return PutParameterResponse.builder()
                .version(port(account).putParameter(asked.build()))
                .tier(STANDARD)
                .build();
    }

    private static ParameterType typeOf(ParameterName name, RegionalProvider account) {
        try {
            return port(account).getParameter(ParameterSelector.of(name)).type();
        } catch (NotFoundException none) {
            throw new WireError("ValidationException", "A parameter type is required when you create a parameter.");
        }
    }

    private static SdkPojo history(GetParameterHistoryRequest request, RegionalProvider account) {
        Page<Parameter> page = port(account)
                .getParameterHistory(new ParameterHistoryRequest(
                        ParameterName.of(Read.required(NAME, request.name())),
                        number(request.maxResults()),
                        Optional.ofNullable(request.nextToken())));
        return GetParameterHistoryResponse.builder()
                .parameters(page.items().stream()
                        .map(version -> ParameterHistory.builder()
                                .name(version.name().value())
                                .type(version.type().value())
                                .dataType(dataType(version))
                                .description(version.description().orElse(null))
                                .value(version.value().orElse(null))
                                .version(version.version())
                                .labels(version.labels())
                                .tier(STANDARD)
                                .lastModifiedDate(version.lastModifiedDate().orElse(null))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo label(LabelParameterVersionRequest request, RegionalProvider account) {
        ParameterName name = ParameterName.of(Read.required(NAME, request.name()));
        // The answer tells which version has the labels now, also where the request left it to be the latest.
        long version = request.parameterVersion() == null
                ? port(account).getParameter(ParameterSelector.of(name)).version()
                : request.parameterVersion();
        List<String> invalid = port(account)
                .labelParameterVersion(new dev.amis.spi.LabelParameterVersionRequest(
                        name, OptionalLong.of(version), request.labels()));
        return LabelParameterVersionResponse.builder()
                .invalidLabels(invalid)
                .parameterVersion(version)
                .build();
    }

    private static SdkPojo delete(DeleteParameterRequest request, RegionalProvider account) {
        port(account).deleteParameter(ParameterName.of(Read.required(NAME, request.name())));
        return DeleteParameterResponse.builder().build();
    }

    private static software.amazon.awssdk.services.ssm.model.Parameter write(Parameter parameter) {
        return software.amazon.awssdk.services.ssm.model.Parameter.builder()
                .name(parameter.name().value())
                .arn(parameter.arn().orElse(null))
                .type(parameter.type().value())
                .dataType(dataType(parameter))
                .value(parameter.value().orElse(null))
                .version(parameter.version())
                .lastModifiedDate(parameter.lastModifiedDate().orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.ssm.model.Parameter write(
            Parameter parameter, ParameterSelector selector) {
        return write(parameter).toBuilder()
                .selector(selector.version().map(version -> ":" + version).orElse(null))
                .build();
    }

    private static @Nullable String dataType(Parameter parameter) {
        return parameter.dataType().map(ParameterDataType::value).orElse(null);
    }

    private static List<ParameterFilter> filters(List<ParameterStringFilter> filters) {
        return filters.stream()
                .map(filter -> new ParameterFilter(
                        Read.required("Key", filter.key()), Optional.ofNullable(filter.option()), filter.values()))
                .toList();
    }

    private static OptionalInt number(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static ParameterPort port(RegionalProvider account) {
        return Read.required("port", account.parameters().orElse(null));
    }
}
