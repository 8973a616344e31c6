package dev.amis.model;

import java.util.Arrays;

/**
 * What an instance refresh does about instances that are protected from scale in.
 *
 * <p>Source: Auto Scaling API Reference, RefreshPreferences.
 */
public enum ScaleInProtectedInstances {
    /** They are replaced nevertheless. */
    REFRESH("Refresh"),
    /** They stay as they are, and the others are replaced. */
    IGNORE("Ignore"),
    /** It waits up to an hour for the protection to be removed, and fails then. What Auto Scaling does if it is not told. */
    WAIT("Wait"),
    /** A word that this version of the library does not know; it cannot be sent. */
    UNKNOWN("unknown");

    private final String text;

    ScaleInProtectedInstances(String text) {
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
    public static ScaleInProtectedInstances parse(String text) {
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
