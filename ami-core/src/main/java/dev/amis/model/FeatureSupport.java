package dev.amis.model;

/** Whether an instance type can do something, or insists on it. */
public enum FeatureSupport {
    /** It cannot. */
    UNSUPPORTED("unsupported"),
    /** It can. */
    SUPPORTED("supported"),
    /** It does not work without. */
    REQUIRED("required"),
    /** A word that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    FeatureSupport(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the support, {@link #UNKNOWN} for a word this version does not know
     */
    public static FeatureSupport parse(String text) {
        for (FeatureSupport support : values()) {
            if (support.text.equals(text)) {
                return support;
            }
        }
        return UNKNOWN;
    }

    /**
     * EC2's word.
     *
     * @return for example {@code required}
     */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
