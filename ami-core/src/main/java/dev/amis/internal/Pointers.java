package dev.amis.internal;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.ImageId;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;

/** Reads parameters that say images. */
public final class Pointers {

    /** What a parameter says that is not there. */
    public static final String NOTHING = "";

    private Pointers() {}

    /**
     * The port of parameters.
     *
     * @param region the account in a Region
     * @return the port
     * @throws UnsupportedCapabilityException if the provider has none
     */
    public static ParameterPort port(RegionalProvider region) {
        return region.parameters()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("ssm:GetParameter", "the provider has no port for parameters")
                                .region(region.region())
                                .build()));
    }

    /**
     * What a parameter says now.
     *
     * @param region the account in a Region
     * @param name the parameter
     * @return its current version, nothing if it is not there
     */
    public static Optional<Parameter> find(RegionalProvider region, ParameterName name) {
        try {
            return Optional.of(port(region).getParameter(ParameterSelector.of(name)));
        } catch (NotFoundException missing) {
            return Optional.empty();
        }
    }

    /**
     * What kind of parameter is there, and who keeps it. By {@code ssm:DescribeParameters}.
     *
     * @param region the account in a Region
     * @param name the parameter
     * @return the parameter without its value, nothing if it is not there
     */
    public static Optional<Parameter> describe(RegionalProvider region, ParameterName name) {
        return Pages.all(
                        "ssm:DescribeParameters",
                        token -> port(region)
                                .describeParameters(
                                        DescribeParametersRequest.of(ParameterFilter.of("Name", name.value()))
                                                .withNextToken(token)))
                .stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /**
     * Whose a parameter is, as a fact that plans rely on.
     *
     * @param described what {@link #describe} answered
     * @return its description; empty text if it has none or is not there
     */
    public static String description(Optional<Parameter> described) {
        return described.flatMap(Parameter::description).orElse("");
    }

    /**
     * Whether a parameter is of the kind that says an image.
     *
     * @param described what {@link #describe} answered
     * @return whether it is a text of data type {@code aws:ec2:image}
     */
    public static boolean isPointer(Parameter described) {
        return described.type().equals(ParameterType.STRING)
                && described.dataType().equals(Optional.of(ParameterDataType.IMAGE));
    }

    /**
     * Lets a parameter say an image, and reads it back. By {@code ssm:PutParameter} and {@code ssm:GetParameter}.
     *
     * @param region the account in a Region
     * @param name the parameter, which is made if it is not there
     * @param imageId the image
     * @throws ConflictException if it says something else right after
     */
    public static void point(RegionalProvider region, ParameterName name, ImageId imageId) {
        point(region, name, imageId, ParameterMark.TEXT);
    }

    /**
     * As {@link #point(RegionalProvider, ParameterName, ImageId)}, with a description.
     *
     * @param region the account in a Region
     * @param name the parameter, which is made if it is not there
     * @param imageId the image
     * @param description whose the parameter is; empty text for none
     * @throws ConflictException if it says something else right after
     */
    public static void point(RegionalProvider region, ParameterName name, ImageId imageId, String description) {
        port(region)
                .putParameter(PutParameterRequest.builder()
                        .name(name)
                        .value(imageId.value())
                        .dataType(ParameterDataType.IMAGE)
                        .overwrite(true)
                        .description(description)
                        .build());
        String says = says(region, name);
        if (!says.equals(imageId.value())) {
            throw new ConflictException(
                    Failure.of("ssm:PutParameter", "right after it the parameter says '" + says + "'")
                            .resource(name.value())
                            .region(region.region())
                            .advice("Look who else writes it")
                            .build());
        }
    }

    /**
     * What a parameter says, as a fact that plans rely on.
     *
     * @param region the account in a Region
     * @param name the parameter
     * @return its value, {@link #NOTHING} if it is not there; of a secret only that it is one
     */
    public static String says(RegionalProvider region, ParameterName name) {
        return find(region, name)
                .map(parameter -> parameter.value().orElse("a secret"))
                .orElse(NOTHING);
    }
}
