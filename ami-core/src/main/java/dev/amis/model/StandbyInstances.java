package dev.amis.model;

import java.util.Arrays;

/**
 * What an instance refresh does about instances in standby.
 *
 * <p>Source: Auto Scaling API Reference, RefreshPreferences.
 */
public enum StandbyInstances {
    /** They are terminated. */
    TERMINATE("Terminate"),
    /** They stay as they are, and those in service are replaced. */
    IGNORE("Ignore"),
    /** It waits up to an hour for them to return to service, and fails then. What Auto Scaling does if it is not told. */
    WAIT("Wait"),
    /** A word that this version of the library does not know; it cannot be sent. */
    UNKNOWN("unknown");

    private final String text;

    StandbyInstances(String text) {
        this.text = text;
    }

    /**
     * The choice in the words of Auto Scaling.
     *
     * @return for example {@code Ignore}
     */
    public String text() {
        return text;
    }

    /**
     * Reads a choice.
     *
     * @param text in the words of Auto Scaling
     * @return the choice, {@link #UNKNOWN} for a new one
     */
    public static StandbyInstances parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.text.equals(text))
                .findFirst()
                .orElse(UNKNOWN);
    }

    @Override
    public String toString() {
        return text;
    }
}
