package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A script that the agent of Systems Manager is to run on instances. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class SendCommandRequest implements WithSendCommandRequest {

    /** The document that runs lines in a shell. */
    public static final String SHELL = "AWS-RunShellScript";

    /** The document that runs lines in PowerShell. */
    public static final String POWERSHELL = "AWS-RunPowerShellScript";

    private static final int MOST_INSTANCES = 50;
    private static final long SHORTEST_DELIVERY = 30;
    private static final long LONGEST_DELIVERY = 2_592_000;
    private static final long LONGEST_EXECUTION = 172_800;
    private static final int LONGEST_COMMENT = 100;

    SendCommandRequest() {}

    /**
     * What runs the lines.
     *
     * @return by default {@link #SHELL}
     */
    @Value.Default
    public String documentName() {
        return SHELL;
    }

    /**
     * Where.
     *
     * @return from 1 to 50 instances
     */
    public abstract List<InstanceId> instanceIds();

    /**
     * The script.
     *
     * @return its lines, at least one
     */
    public abstract List<String> commands();

    /**
     * How long the script may run before the agent ends it.
     *
     * @return by default an hour, as the documents have it; at most 48 hours, in whole seconds
     */
    @Value.Default
    public Duration executionTimeout() {
        return Duration.ofHours(1);
    }

    /**
     * How long the command may wait for an agent to take it.
     *
     * @return by default 10 minutes; from 30 seconds to 30 days
     */
    @Value.Default
    public Duration deliveryTimeout() {
        return Duration.ofMinutes(10);
    }

    /**
     * What it is for, shown in the account's list of commands.
     *
     * @return at most 100 characters
     */
    public abstract Optional<String> comment();

    @Value.Check
    void check() {
        if (instanceIds().isEmpty() || instanceIds().size() > MOST_INSTANCES) {
            throw new IllegalArgumentException(
                    "instanceIds has " + instanceIds().size() + " entries, but must have from 1 to " + MOST_INSTANCES);
        }
        if (commands().stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException("commands is blank, but must have a line to run");
        }
        if (documentName().isBlank()) {
            throw new IllegalArgumentException("documentName is blank, but must name a document");
        }
        seconds("executionTimeout", executionTimeout(), 1, LONGEST_EXECUTION);
        seconds("deliveryTimeout", deliveryTimeout(), SHORTEST_DELIVERY, LONGEST_DELIVERY);
        comment().filter(text -> text.length() > LONGEST_COMMENT).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "comment has " + text.length() + " characters, but at most " + LONGEST_COMMENT + " are allowed");
        });
    }

    private static void seconds(String field, Duration value, long least, long most) {
        if (value.toSeconds() < least || value.toSeconds() > most) {
            throw new IllegalArgumentException(
                    field + " is " + value + ", but must be from " + least + " to " + most + " seconds");
        }
    }

    /** What runs where; the lines may hold what is not for every eye. */
    @Override
    public String toString() {
        return documentName() + " with " + commands().size() + " lines on " + instanceIds();
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link SendCommandRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableSendCommandRequest.Builder {
        Builder() {}
    }
}
