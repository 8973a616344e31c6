package dev.amis.model;

import java.util.regex.Pattern;

/**
 * The name of an SSM parameter, such as {@code /golden/web}, or the ARN of one that another account shares.
 *
 * <p>Source: Systems Manager API Reference, PutParameter.
 *
 * @param value letters, digits, {@code _}, {@code .}, {@code -} and {@code /}; a name of several levels, of which there may
 *     be 15, begins with {@code /}; or a parameter's ARN
 */
public record ParameterName(String value) implements Comparable<ParameterName> {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+|(/[a-zA-Z0-9_.-]+)+");
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z0-9-]+:ssm:[a-z0-9-]+:\\d{12}:parameter(/[a-zA-Z0-9_.-]+)+");
    private static final int LONGEST = 1_011;
    private static final int LONGEST_ARN = 2_048;
    private static final int LEVELS = 15;

    /**
     * Wraps a name.
     *
     * @throws IllegalArgumentException if the text does not have the shape of a parameter's name
     */
    public ParameterName {
        boolean isArn = ARN.matcher(value).matches();
        if (!isArn && !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("ParameterName is '" + value
                    + "', but must be letters, digits, '_', '.' and '-', with levels that each begin with '/'");
        }
        Checks.lengthAtMost("ParameterName", value, isArn ? LONGEST_ARN : LONGEST);
        long levels = value.chars().filter(c -> c == '/').count();
        if (!isArn && levels > LEVELS) {
            throw new IllegalArgumentException(
                    "ParameterName has " + levels + " levels, but at most " + LEVELS + " are allowed");
        }
    }

    /**
     * Wraps a name.
     *
     * @param value the name
     * @return the name
     * @throws IllegalArgumentException if the text does not have the shape of a parameter's name
     */
    public static ParameterName of(String value) {
        return new ParameterName(value);
    }

    /**
     * Tells whether this is the ARN of a parameter, by which the parameters of other accounts are read.
     *
     * @return false for the name of a parameter of one's own
     */
    public boolean isArn() {
        return value.startsWith("arn:");
    }

    @Override
    public int compareTo(ParameterName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
