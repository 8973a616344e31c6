package dev.amis.model;

/** Where a snapshot is in its life. */
public enum SnapshotState {
    /** Its blocks are being stored. */
    PENDING("pending"),
    /** Whole and usable. */
    COMPLETED("completed"),
    /** Could not be made. */
    ERROR("error"),
    /** In the Recycle Bin. */
    RECOVERABLE("recoverable"),
    /** On its way out of the Recycle Bin. */
    RECOVERING("recovering"),
    /** A state that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    SnapshotState(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the state, {@link #UNKNOWN} for a word this version does not know
     */
    public static SnapshotState parse(String text) {
        for (SnapshotState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /**
     * EC2's word.
     *
     * @return for example {@code pending}
     */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
