package dev.amis.internal;

/** How a parameter that was made here is told from one that is somebody else's: by its description. */
public final class ParameterMark {

    /** The description of all parameters that are made here. */
    public static final String TEXT = "Says which image is the current one; kept by Amis";

    private ParameterMark() {}
}
