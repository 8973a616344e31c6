package dev.amis.spi;

import dev.amis.model.ParameterName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter, and which of its versions.
 *
 * @param name the parameter
 * @param version the number or a label of a version; nothing stands for the latest
 */
public record ParameterSelector(ParameterName name, Optional<String> version) {

    private static final Pattern TEXT = Pattern.compile("(arn:(?:[^:]*:){4}[^:]*|[^:]*)(?::(.*))?");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}|[a-zA-Z_.-][a-zA-Z0-9_.-]{0,99}");

    /**
     * Makes a selector.
     *
     * @throws IllegalArgumentException if the version is neither a number nor a label
     */
    public ParameterSelector {
        if (version.filter(text -> !VERSION.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "version of parameter " + name + " is '" + version.get() + "', but must be a number or a label");
        }
    }

    /**
     * The latest version of a parameter.
     *
     * @param name the parameter
     * @return the selector
     */
    public static ParameterSelector of(ParameterName name) {
        return new ParameterSelector(name, Optional.empty());
    }

    /**
     * A version of a parameter.
     *
     * @param name the parameter
     * @param version its number
     * @return the selector
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static ParameterSelector of(ParameterName name, long version) {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "version of parameter " + name + " is " + version + ", but must be at least 1");
        }
        return new ParameterSelector(name, Optional.of(Long.toString(version)));
    }

    /**
     * The version of a parameter that has a label.
     *
     * @param name the parameter
     * @param label the label
     * @return the selector
     * @throws IllegalArgumentException if the text can be no label
     */
    public static ParameterSelector of(ParameterName name, String label) {
        return new ParameterSelector(name, Optional.of(label));
    }

    /**
     * Reads a selector as SSM writes it.
     *
     * @param text {@code name}, {@code name:version} or {@code name:label}
     * @return the selector
     * @throws IllegalArgumentException if the text has another shape
     */
    public static ParameterSelector parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "parameter is '" + text + "', but must be a name, 'name:version' or 'name:label'");
        }
        return new ParameterSelector(ParameterName.of(parts.group(1)), Optional.ofNullable(parts.group(2)));
    }

    /** The selector as SSM writes it. */
    @Override
    public String toString() {
        return name + version.map(text -> ":" + text).orElse("");
    }
}
