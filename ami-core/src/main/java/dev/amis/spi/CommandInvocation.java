package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceId;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A command on one instance: how far it is, and what it printed.
 *
 * <p>Source: Systems Manager API Reference, GetCommandInvocation.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CommandInvocation implements WithCommandInvocation {

    CommandInvocation() {}

    /**
     * The command.
     *
     * @return its id
     */
    public abstract String commandId();

    /**
     * The instance.
     *
     * @return its id
     */
    public abstract InstanceId instanceId();

    /**
     * How far it is.
     *
     * @return the status, {@link CommandStatus#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public CommandStatus status() {
        return CommandStatus.parse(statusText());
    }

    /**
     * SSM's word for the status.
     *
     * @return for example {@code InProgress}
     */
    public abstract String statusText();

    /**
     * What SSM says more of the status.
     *
     * @return for example {@code Execution Timed Out} or {@code Undeliverable}; by default the status
     */
    @Value.Default
    public String statusDetails() {
        return statusText();
    }

    /**
     * What the script ended with.
     *
     * @return the exit code; nothing as long as it has not ended
     */
    public abstract OptionalInt exitCode();

    /**
     * What it printed.
     *
     * @return the first 24,000 characters
     */
    @Value.Default
    public String standardOutput() {
        return "";
    }

    /**
     * What it printed on standard error.
     *
     * @return the first 8,000 characters
     */
    @Value.Default
    public String standardError() {
        return "";
    }

    /** How far it is as one line for people; nothing of what was printed. */
    @Override
    public String toString() {
        return commandId() + " on " + instanceId() + " (" + statusDetails()
                + (exitCode().isPresent() ? ", exit code " + exitCode().getAsInt() : "") + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CommandInvocation} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCommandInvocation.Builder {
        Builder() {}

        /**
         * Sets the status by its constant instead of SSM's word.
         *
         * @param status the status
         * @return this builder
         */
        public Builder status(CommandStatus status) {
            statusText(status.text());
            return this;
        }
    }
}
