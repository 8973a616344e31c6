package dev.amis.cleanup;

/** Whether images that something refers to stay. */
public enum UseProtection {
    /** They stay if the policy disables or deregisters; who refers to images that are only deprecated is not asked. */
    WHERE_REMOVED,
    /** They stay, whatever the policy does. */
    ALWAYS,
    /** Who refers to images is not asked. */
    NEVER
}
