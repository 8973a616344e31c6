package dev.amis.spi;

/** What became of a snapshot when its image was deregistered. Source: EC2 API Reference, DeregisterImage. */
public enum SnapshotDeletionCode {
    /** It is deleted, or in the Recycle Bin. */
    SUCCESS("success"),
    /** It was left alone because another image needs it. */
    SKIPPED("skipped"),
    /** The caller may not delete snapshots. */
    MISSING_PERMISSIONS("missing-permissions"),
    /** EC2 failed. */
    INTERNAL_ERROR("internal-error"),
    /** EC2 refused, for example because the snapshot is locked. */
    CLIENT_ERROR("client-error"),
    /** An answer that this version does not know. */
    UNKNOWN("unknown");

    private final String text;

    SnapshotDeletionCode(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the code, {@link #UNKNOWN} for a word this version does not know
     */
    public static SnapshotDeletionCode parse(String text) {
        for (SnapshotDeletionCode code : values()) {
            if (code.text.equals(text)) {
                return code;
            }
        }
        return UNKNOWN;
    }

    @Override
    public String toString() {
        return text;
    }
}
