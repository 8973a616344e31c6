package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a {@link StubRegion}; nothing in it can be changed by calls. */
public final class StubParameters implements ParameterPort {

    private final StubRegion region;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /** Names that are gone when they are read. */
    final List<String> deletedMeanwhile = new ArrayList<>();

    StubParameters(StubRegion region) {
        this.region = region;
    }

    /** Puts a parameter there that holds the id of an image. */
    public void image(String name, String value) {
        put(name, ParameterDataType.IMAGE, value);
    }

    /** Puts a parameter there that holds whatever it holds. */
    void text(String name, String value) {
        put(name, ParameterDataType.TEXT, value);
    }

    private void put(String name, ParameterDataType dataType, String value) {
        parameters.put(
                name,
                Parameter.builder()
                        .name(ParameterName.of(name))
                        .type(ParameterType.STRING)
                        .dataType(dataType)
                        .value(value)
                        .version(3)
                        .build());
    }

    @Override
    public Page<Parameter> getParametersByPath(GetParametersByPathRequest request) {
        region.asked("GetParametersByPath", request);
        return StubRegion.page(
                parameters.values().stream()
                        .filter(one -> one.name().value().startsWith(request.path()))
                        .toList(),
                List.of(),
                request.nextToken(),
                (one, filter) -> true);
    }

    @Override
    public Parameter getParameter(ParameterSelector selector) {
        region.asked("GetParameter", selector);
        return Optional.ofNullable(parameters.get(selector.name().value()))
                .orElseThrow(() -> new NotFoundException(
                        Failure.of("ssm:GetParameter", "there is none").build()));
    }

    @Override
    public FoundParameters getParameters(GetParametersRequest request) {
        region.asked("GetParameters", request);
        List<Parameter> found = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        request.selectors().stream().map(selector -> selector.name().value()).forEach(name -> {
            if (parameters.containsKey(name) && !deletedMeanwhile.contains(name)) {
                found.add(parameters.get(name));
            } else {
                invalid.add(name);
            }
        });
        return new FoundParameters(found, invalid);
    }

    @Override
    public Page<Parameter> describeParameters(DescribeParametersRequest request) {
        region.asked("DescribeParameters", request);
        return StubRegion.page(
                parameters.values().stream()
                        .filter(one -> request.filters().stream()
                                .allMatch(filter -> filter.values()
                                        .contains(one.dataType().orElseThrow().value())))
                        .map(one -> one.withValue(Optional.empty()))
                        .toList(),
                List.of(),
                request.nextToken(),
                (one, filter) -> true);
    }

    @Override
    public long putParameter(PutParameterRequest request) {
        throw new AssertionError("nothing is changed here");
    }

    @Override
    public Page<Parameter> getParameterHistory(ParameterHistoryRequest request) {
        throw new AssertionError("nobody asks for the history here");
    }

    @Override
    public List<String> labelParameterVersion(LabelParameterVersionRequest request) {
        throw new AssertionError("nothing is changed here");
    }

    @Override
    public void deleteParameter(ParameterName name) {
        throw new AssertionError("nothing is changed here");
    }
}
