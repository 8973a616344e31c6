package dev.amis.publish;

import dev.amis.model.ImageId;
import dev.amis.model.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a parameter said once.
 *
 * @param version the number that SSM gave it
 * @param imageId the image
 * @param since when it began to say so
 * @param labels the labels of the version
 */
public record PointerVersion(long version, ImageId imageId, Optional<Instant> since, List<String> labels) {

    /** Makes a version of copies. */
    public PointerVersion {
        labels = List.copyOf(labels);
    }

    static PointerVersion of(Parameter parameter, ImageId imageId) {
        return new PointerVersion(parameter.version(), imageId, parameter.lastModifiedDate(), parameter.labels());
    }

    @Override
    public String toString() {
        return "version " + version + " " + imageId
                + since.map(at -> " since " + at).orElse("");
    }
}
