package dev.amis.model;

/** Where a KMS key is in its life. */
public enum KeyState {
    /** A replica of a Multi-Region key that is being made. */
    CREATING("Creating"),
    /** It encrypts and decrypts. */
    ENABLED("Enabled"),
    /** Switched off until it is enabled again. */
    DISABLED("Disabled"),
    /** Waits for its deletion, which can be cancelled until then. */
    PENDING_DELETION("PendingDeletion"),
    /** Has no key material yet, or no longer. */
    PENDING_IMPORT("PendingImport"),
    /** The primary of a Multi-Region key that waits for its deletion, and before that for the deletion of its replicas. */
    PENDING_REPLICA_DELETION("PendingReplicaDeletion"),
    /** Its custom key store is not connected. */
    UNAVAILABLE("Unavailable"),
    /** A Multi-Region key whose primary is being moved; it encrypts and decrypts meanwhile. */
    UPDATING("Updating"),
    /** A state that this version does not know. */
    UNKNOWN("Unknown");

    private final String text;

    KeyState(String text) {
        this.text = text;
    }

    /**
     * Reads KMS's word.
     *
     * @param text what KMS answered
     * @return the state, {@link #UNKNOWN} for a word this version does not know
     */
    public static KeyState parse(String text) {
        for (KeyState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /**
     * KMS's word.
     *
     * @return for example {@code PendingDeletion}
     */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
