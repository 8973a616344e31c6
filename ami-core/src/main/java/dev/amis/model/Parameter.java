package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * An SSM parameter as it is, or as one of its versions was.
 *
 * <p>Source: Systems Manager API Reference, Parameter, ParameterMetadata, ParameterHistory.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Parameter implements WithParameter {

    /** Not in the middle of a longer word, so that no part of another id is taken for one. */
    private static final Pattern IMAGE_IDS = Pattern.compile("(?<![\\w-])ami-(?:[0-9a-z]{17}|[0-9a-z]{8})(?![\\w-])");

    Parameter() {}

    /**
     * The name.
     *
     * @return the name, unique for the account in the Region
     */
    public abstract ParameterName name();

    /**
     * The type.
     *
     * @return the type
     */
    public abstract ParameterType type();

    /**
     * What SSM makes sure of in the value.
     *
     * @return the data type; nothing if SSM did not tell
     */
    public abstract Optional<ParameterDataType> dataType();

    /**
     * The value.
     *
     * @return the text; nothing for a {@code SecureString}, which is never read, and in descriptions, which tell no values
     */
    public abstract Optional<String> value();

    /**
     * The number of the version, counted by SSM from 1.
     *
     * @return the number
     */
    public abstract long version();

    /**
     * When the version was made.
     *
     * @return the instant
     */
    public abstract Optional<Instant> lastModifiedDate();

    /**
     * The ARN.
     *
     * @return the ARN; nothing in the history, which does not tell it
     */
    public abstract Optional<String> arn();

    /**
     * What the version is for, which only descriptions and the history tell.
     *
     * @return the description
     */
    public abstract Optional<String> description();

    /**
     * The labels of the version, which only the history tells.
     *
     * @return the labels
     */
    public abstract List<String> labels();

    /**
     * The images whose ids stand in the value, alone, in a list, or in a longer text such as JSON.
     *
     * @return the ids in their order, each once
     */
    public Set<ImageId> imageIds() {
        Set<ImageId> ids = new TreeSet<>();
        Matcher found = IMAGE_IDS.matcher(value().orElse(""));
        while (found.find()) {
            ids.add(ImageId.of(found.group()));
        }
        return ids;
    }

    /** Values may be anything, so they are not printed. */
    @Override
    public String toString() {
        return name() + " version " + version();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Parameter} values; each attribute can be set once. */
    public static final class Builder extends ImmutableParameter.Builder {
        Builder() {}
    }
}
