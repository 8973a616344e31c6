package dev.amis.model;

/**
 * The type of an SSM parameter. An open vocabulary: a value that SSM invents later is carried as it is.
 *
 * @param value SSM's own word
 */
public record ParameterType(String value) {

    /** One text. */
    public static final ParameterType STRING = new ParameterType("String");

    /** Texts with commas between them. */
    public static final ParameterType STRING_LIST = new ParameterType("StringList");

    /** A secret, which is never read here. */
    public static final ParameterType SECURE_STRING = new ParameterType("SecureString");

    /**
     * Wraps SSM's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ParameterType {
        Checks.notBlank("ParameterType", value);
    }

    /**
     * Wraps SSM's word.
     *
     * @param value SSM's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static ParameterType of(String value) {
        return new ParameterType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
