package dev.amis.plan;

/** What became of an action. */
public enum Outcome {
    /** It was done, or had been done before. */
    DONE,
    /** It was left out, because a fact it relied on has changed. */
    SKIPPED_STALE,
    /** It was refused or failed, and had no effect. */
    FAILED,
    /** It cannot be told whether it had an effect. */
    UNKNOWN
}
