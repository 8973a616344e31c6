package dev.amis.usage;

/** Whether something refers to an image. */
public enum UseStatus {
    /** Something does. */
    USED,
    /** Every source was read, and nothing does. */
    UNUSED,
    /** Nothing is known to, but a source could not be read: the image counts as in use. */
    UNKNOWN
}
