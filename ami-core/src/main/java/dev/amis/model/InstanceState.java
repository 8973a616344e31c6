package dev.amis.model;

/** Where an instance is in its life. */
public enum InstanceState {
    /** Starting for the first time or again. */
    PENDING("pending"),
    /** Running. */
    RUNNING("running"),
    /** On its way to being terminated. */
    SHUTTING_DOWN("shutting-down"),
    /** Gone; still listed for about an hour. */
    TERMINATED("terminated"),
    /** On its way to being stopped. */
    STOPPING("stopping"),
    /** Stopped; its volumes remain. */
    STOPPED("stopped"),
    /** A state that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    InstanceState(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the state, {@link #UNKNOWN} for a word this version does not know
     */
    public static InstanceState parse(String text) {
        for (InstanceState state : values()) {
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
