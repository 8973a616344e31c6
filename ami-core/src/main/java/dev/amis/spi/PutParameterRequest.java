package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import java.util.Optional;
import org.immutables.value.Value;

/** A parameter that is made, or a new version of one. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class PutParameterRequest implements WithPutParameterRequest {

    PutParameterRequest() {}

    /**
     * The parameter.
     *
     * @return the name
     */
    public abstract ParameterName name();

    /**
     * What it says from now on.
     *
     * @return the value
     */
    public abstract String value();

    /**
     * The type. SSM keeps the one that a parameter was made with.
     *
     * @return by default {@code String}
     */
    @Value.Default
    public ParameterType type() {
        return ParameterType.STRING;
    }

    /**
     * What SSM shall make sure of in the value.
     *
     * @return by default {@code text}
     */
    @Value.Default
    public ParameterDataType dataType() {
        return ParameterDataType.TEXT;
    }

    /**
     * Whether a new version is made if the parameter exists.
     *
     * @return by default false
     */
    @Value.Default
    public boolean overwrite() {
        return false;
    }

    /**
     * What it is for.
     *
     * @return at most 1024 characters
     */
    public abstract Optional<String> description();

    @Value.Check
    void check() {
        if (name().isArn()) {
            throw new IllegalArgumentException("name is '" + name() + "', but only parameters of one's own can be put");
        }
        if (value().isEmpty()) {
            throw new IllegalArgumentException("value is '', but must not be empty");
        }
        if (type().equals(ParameterType.SECURE_STRING)) {
            throw new IllegalArgumentException(
                    "type is '" + type() + "', but secrets are neither read nor written here");
        }
        if (dataType().equals(ParameterDataType.IMAGE) && !type().equals(ParameterType.STRING)) {
            throw new IllegalArgumentException(
                    "dataType is '" + dataType() + "', but needs the type 'String' and not '" + type() + "'");
        }
        if (description().filter(text -> text.length() > 1_024).isPresent()) {
            throw new IllegalArgumentException(
                    "description has " + description().get().length() + " characters, but at most 1024 are allowed");
        }
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Values may be anything, so they are not printed. */
    @Override
    public String toString() {
        return "PutParameterRequest{name=" + name() + ", type=" + type() + ", dataType=" + dataType() + ", overwrite="
                + overwrite() + "}";
    }

    /** Builds {@link PutParameterRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutablePutParameterRequest.Builder {
        Builder() {}
    }
}
