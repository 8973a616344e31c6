package dev.amis.error;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Region;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of a failed call: the parts that an {@link AmiException} is made of. Serializable, as exceptions are. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Failure implements Serializable, WithFailure {

    private static final long serialVersionUID = 1L;

    Failure() {}

    /**
     * The EC2 action, or the task of this library, that failed.
     *
     * @return for example {@code DeregisterImage}; the action of another service than EC2 carries its IAM prefix, such as
     *     {@code rbin:ListRules}
     */
    public abstract String operation();

    /**
     * The resource it was about.
     *
     * @return an id or name; nothing if it was about none or many
     */
    public abstract Optional<String> resource();

    /**
     * The Region it was made in.
     *
     * @return the Region; nothing if it belongs to none
     */
    public abstract Optional<Region> region();

    /**
     * AWS's error code.
     *
     * @return for example {@code InvalidAMIID.NotFound}; nothing if AWS did not answer
     */
    public abstract Optional<String> code();

    /**
     * Why it failed.
     *
     * @return a sentence, AWS's own where it answered
     */
    public abstract String reason();

    /**
     * What to do about it.
     *
     * @return a sentence; {@link ErrorCodes} knows one for the common codes
     */
    public abstract Optional<String> advice();

    /**
     * The id under which AWS support finds the call.
     *
     * @return the request id
     */
    public abstract Optional<String> requestId();

    /**
     * The sentence that exceptions carry: what failed, on which resource and where, why, and what to do.
     *
     * @return the message
     */
    public String message() {
        StringBuilder text = new StringBuilder(operation()).append(" failed");
        resource().ifPresent(resource -> text.append(" for ").append(resource));
        region().ifPresent(region -> text.append(" in ").append(region));
        text.append(": ").append(reason().isBlank() ? "no reason was given" : bare(reason()));
        code().ifPresent(code -> text.append(" (").append(code).append(')'));
        text.append('.');
        advice().ifPresent(advice -> text.append(' ').append(bare(advice)).append('.'));
        requestId().ifPresent(id -> text.append(" Request id ").append(id).append('.'));
        return text.toString();
    }

    /** AWS ends some of its sentences with a full stop and others not. */
    private static String bare(String sentence) {
        String text = sentence.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Starts a failure.
     *
     * @param operation the EC2 action or task that failed
     * @param reason why, a sentence
     * @return a builder for the rest
     */
    public static Builder of(String operation, String reason) {
        Builder builder = new Builder();
        builder.operation(operation);
        builder.reason(reason);
        return builder;
    }

    /** Builds {@link Failure} values; each attribute can be set once. */
    public static final class Builder extends ImmutableFailure.Builder {
        Builder() {}
    }
}
