package dev.amis.plan;

/** What a plan does with an image or snapshot that it looked at. */
public enum Verdict {
    /** It stays as it is. */
    KEEP,
    /** It gets a deprecation date. */
    DEPRECATE,
    /** It is disabled. */
    DISABLE,
    /** It is an image, and deregistered. */
    DEREGISTER,
    /** It is a snapshot, and deleted. */
    DELETE;

    /**
     * Tells whether it is removed.
     *
     * @return whether it is gone afterwards
     */
    public boolean removes() {
        return this == DEREGISTER || this == DELETE;
    }
}
