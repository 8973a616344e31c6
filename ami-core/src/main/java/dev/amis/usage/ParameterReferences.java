package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.Chunks;
import dev.amis.internal.Pages;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.stream.Stream;

/** Parameters that SSM knows to hold the id of an image. */
record ParameterReferences() implements ReferenceSource {

    private static final ParameterFilter IMAGES = ParameterFilter.of("DataType", ParameterDataType.IMAGE.value());

    @Override
    public String name() {
        return "parameters";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        String operation = "ssm:DescribeParameters";
        ParameterPort port = SourcePorts.required(region.parameters(), region, operation, "parameters", name());
        List<ParameterSelector> images = Pages.all(
                        operation,
                        token -> port.describeParameters(
                                DescribeParametersRequest.of(IMAGES).withNextToken(token)))
                .stream()
                .map(Parameter::name)
                .distinct()
                .map(ParameterSelector::of)
                .toList();
        // What was deleted in between refers to nothing any more.
        return Chunks.of(images, GetParametersRequest.MOST).stream()
                .flatMap(some -> port.getParameters(new GetParametersRequest(some)).parameters().stream())
                .flatMap(parameter -> references(region, parameter))
                .toList();
    }

    private Stream<Reference> references(RegionalProvider region, Parameter parameter) {
        if (parameter.imageIds().isEmpty()) {
            throw new ConflictException(
                    Failure.of("ssm:GetParameters", "its value is no image id, as its data type says")
                            .resource(parameter.name().value())
                            .region(region.region())
                            .advice("Put an image id into it, or leave the source '" + name() + "' out")
                            .build());
        }
        return all(region, parameter, name());
    }

    /** A reference to each image that a parameter names. */
    static Stream<Reference> all(RegionalProvider region, Parameter parameter, String source) {
        return parameter.imageIds().stream()
                .map(image -> new Reference(region.region(), image, source, parameter.toString()));
    }
}
