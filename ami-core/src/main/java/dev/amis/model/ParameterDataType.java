package dev.amis.model;

/**
 * What SSM makes sure of in the value of a parameter. An open vocabulary: a value that SSM invents later is carried as it is.
 *
 * @param value SSM's own word
 */
public record ParameterDataType(String value) {

    /** Nothing. */
    public static final ParameterDataType TEXT = new ParameterDataType("text");

    /** That it is the id of an image that is available to the account; SSM looks after the parameter was put. */
    public static final ParameterDataType IMAGE = new ParameterDataType("aws:ec2:image");

    /**
     * Wraps SSM's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ParameterDataType {
        Checks.notBlank("ParameterDataType", value);
    }

    /**
     * Wraps SSM's word.
     *
     * @param value SSM's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static ParameterDataType of(String value) {
        return new ParameterDataType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
