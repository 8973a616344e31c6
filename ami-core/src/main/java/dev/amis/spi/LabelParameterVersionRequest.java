package dev.amis.spi;

import dev.amis.model.ParameterName;
import java.util.List;
import java.util.OptionalLong;

/**
 * Labels for a version of a parameter.
 *
 * @param name the parameter
 * @param version the number of the version; nothing stands for the latest
 * @param labels 1 to 10 labels
 */
public record LabelParameterVersionRequest(ParameterName name, OptionalLong version, List<String> labels) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if there are no labels or more than 10
     */
    public LabelParameterVersionRequest {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || labels.size() > 10) {
            throw new IllegalArgumentException("labels has " + labels.size() + " entries, but must have from 1 to 10");
        }
    }
}
