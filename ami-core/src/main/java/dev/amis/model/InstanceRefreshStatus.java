package dev.amis.model;

import java.util.Arrays;

/** How an instance refresh stands. Source: Auto Scaling API Reference, InstanceRefresh. */
public enum InstanceRefreshStatus {
    /** It has not begun yet. */
    PENDING("Pending"),
    /** Instances are being replaced. */
    IN_PROGRESS("InProgress"),
    /** All are replaced, and are watched for a while. */
    BAKING("Baking"),
    /** All are replaced. */
    SUCCESSFUL("Successful"),
    /** It was given up; some instances may have been replaced. */
    FAILED("Failed"),
    /** It is being cancelled. */
    CANCELLING("Cancelling"),
    /** It was cancelled; some instances may have been replaced. */
    CANCELLED("Cancelled"),
    /** What was replaced is being taken back. */
    ROLLBACK_IN_PROGRESS("RollbackInProgress"),
    /** Taking back what was replaced was given up. */
    ROLLBACK_FAILED("RollbackFailed"),
    /** What was replaced was taken back. */
    ROLLBACK_SUCCESSFUL("RollbackSuccessful"),
    /** A status that this version of the library does not know; it counts as under way. */
    UNKNOWN("unknown");

    private final String text;

    InstanceRefreshStatus(String text) {
        this.text = text;
    }

    /**
     * The status in the words of Auto Scaling.
     *
     * @return for example {@code InProgress}
     */
    public String text() {
        return text;
    }

    /**
     * Tells whether nothing will change any more.
     *
     * @return whether the refresh is over, whatever its outcome
     */
    public boolean isOver() {
        return switch (this) {
            case SUCCESSFUL, FAILED, CANCELLED, ROLLBACK_FAILED, ROLLBACK_SUCCESSFUL -> true;
            default -> false;
        };
    }

    /**
     * Reads a status.
     *
     * @param text in the words of Auto Scaling
     * @return the status, {@link #UNKNOWN} for a new one
     */
    public static InstanceRefreshStatus parse(String text) {
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
