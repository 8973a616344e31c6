package dev.amis.model;

/** Where a Spot Fleet request or an EC2 Fleet is in its life. */
public enum FleetState {
    /** Being looked at. */
    SUBMITTED("submitted"),
    /** Launching and, if it is of type {@code maintain}, replacing instances. */
    ACTIVE("active"),
    /** Being changed. */
    MODIFYING("modifying"),
    /** Could not be taken up. */
    FAILED("failed"),
    /** A Spot Fleet request that was cancelled and has no instances. */
    CANCELLED("cancelled"),
    /** A Spot Fleet request that launches no more, while its instances go on. */
    CANCELLED_RUNNING("cancelled_running"),
    /** A Spot Fleet request that was cancelled and whose instances are being terminated. */
    CANCELLED_TERMINATING("cancelled_terminating"),
    /** An EC2 Fleet that was deleted and has no instances. */
    DELETED("deleted"),
    /** An EC2 Fleet that launches no more, while its instances go on. */
    DELETED_RUNNING("deleted_running"),
    /** An EC2 Fleet that was deleted and whose instances are being terminated. */
    DELETED_TERMINATING("deleted_terminating"),
    /** A state that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    FleetState(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word, which is written with {@code _} or {@code -}.
     *
     * @param text what EC2 answered
     * @return the state, {@link #UNKNOWN} for a word this version does not know
     */
    public static FleetState parse(String text) {
        String word = text.replace('-', '_');
        for (FleetState state : values()) {
            if (state.text.equals(word)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /**
     * EC2's word.
     *
     * @return for example {@code active}
     */
    public String text() {
        return text;
    }

    /**
     * Whether it launches no more and has no instances left, or none for long.
     *
     * @return false for a state that this version does not know
     */
    public boolean isOver() {
        return switch (this) {
            case FAILED, CANCELLED, CANCELLED_TERMINATING, DELETED, DELETED_TERMINATING -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
