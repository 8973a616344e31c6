package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
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
