package dev.amis.spi;

import dev.amis.model.Parameter;
import java.util.List;

/**
 * The answer to a question for several parameters.
 *
 * @param parameters those that are there, in any order
 * @param invalid what was asked for and is not there, as it was written
 */
public record FoundParameters(List<Parameter> parameters, List<String> invalid) {

    /** Makes a value of copies. */
    public FoundParameters {
        parameters = List.copyOf(parameters);
        invalid = List.copyOf(invalid);
    }
}
