package dev.amis.internal;

import dev.amis.model.Parameter;
import java.util.Optional;

/** How a parameter that was made here is told from one that is somebody else's: by its description. */
public final class ParameterMark {

    /** The description of all parameters that are made here. */
    public static final String TEXT = "Says which image is the current one; kept by Amis";

    private ParameterMark() {}

    /**
     * Whether a parameter was made here.
     *
     * @param described a parameter with its description
     * @return whether it has the description of those that are
     */
    public static boolean isOn(Parameter described) {
        return described.description().equals(Optional.of(TEXT));
    }
}
