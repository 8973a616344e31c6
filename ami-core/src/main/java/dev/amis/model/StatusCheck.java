package dev.amis.model;

/** How a status check of an instance came out. */
public enum StatusCheck {
    /** It passed. */
    OK("ok"),
    /** It failed. */
    IMPAIRED("impaired"),
    /** There is nothing to judge by yet. */
    INSUFFICIENT_DATA("insufficient-data"),
    /** The instance does not run. */
    NOT_APPLICABLE("not-applicable"),
    /** It is still going on. */
    INITIALIZING("initializing"),
    /** A word that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    StatusCheck(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the outcome, {@link #UNKNOWN} for a word this version does not know
     */
    public static StatusCheck parse(String text) {
        for (StatusCheck check : values()) {
            if (check.text.equals(text)) {
                return check;
            }
        }
        return UNKNOWN;
    }

    /**
     * EC2's word.
     *
     * @return for example {@code initializing}
     */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
