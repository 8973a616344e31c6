package dev.amis.internal;

import dev.amis.spi.ParameterSelector;
import java.util.Optional;

/** Images that launch templates name by a parameter: {@code resolve:ssm:} and what selects it. */
public final class ImageAlias {

    /** What stands before the name of a parameter. */
    public static final String PARAMETER = "resolve:ssm:";

    private static final String ANY = "resolve:";

    private ImageAlias() {}

    /**
     * Whether a reference stands for an image that only EC2 can tell.
     *
     * @param imageReference what a version names
     * @return whether it is no image id, but names something that says one
     */
    public static boolean is(String imageReference) {
        return imageReference.startsWith(ANY);
    }

    /**
     * The parameter that a reference names.
     *
     * @param imageReference what a version names
     * @return the parameter and perhaps its version; nothing if none is named
     */
    public static Optional<ParameterSelector> parameter(String imageReference) {
        if (!imageReference.startsWith(PARAMETER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ParameterSelector.parse(imageReference.substring(PARAMETER.length())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
