package dev.amis.spi;

/** How far a command is on an instance. */
public enum CommandStatus {
    /** It has not reached the agent. */
    PENDING("Pending", false),
    /** It runs. */
    IN_PROGRESS("InProgress", false),
    /** It did not reach the agent yet, and is sent again. */
    DELAYED("Delayed", false),
    /** It ended with exit code 0. */
    SUCCESS("Success", true),
    /** Somebody ended it. */
    CANCELLED("Cancelled", true),
    /** It did not reach the agent in time, or ran too long. */
    TIMED_OUT("TimedOut", true),
    /** It ended with another exit code, or could not be run. */
    FAILED("Failed", true),
    /** Somebody is ending it. */
    CANCELLING("Cancelling", false),
    /** A word that this version does not know. */
    UNKNOWN("Unknown", false);

    private final String text;
    private final boolean end;

    CommandStatus(String text, boolean end) {
        this.text = text;
        this.end = end;
    }

    /**
     * Reads SSM's word.
     *
     * @param text what SSM answered
     * @return the status, {@link #UNKNOWN} for a word this version does not know
     */
    public static CommandStatus parse(String text) {
        for (CommandStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /**
     * SSM's word.
     *
     * @return for example {@code InProgress}
     */
    public String text() {
        return text;
    }

    /**
     * Tells whether nothing more will happen.
     *
     * @return whether the command has ended
     */
    public boolean isEnd() {
        return end;
    }

    @Override
    public String toString() {
        return text;
    }
}
