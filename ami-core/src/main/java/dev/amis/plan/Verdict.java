package dev.amis.plan;

/** What a plan does with an image that it looked at. */
public enum Verdict {
    /** It stays as it is. */
    KEEP,
    /** It gets a deprecation date. */
    DEPRECATE,
    /** It is disabled. */
    DISABLE,
    /** It is deregistered. */
    DEREGISTER
}
