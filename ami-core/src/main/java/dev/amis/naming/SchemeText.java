package dev.amis.naming;

/**
 * The text of a scheme while it is read.
 *
 * @param pattern the whole text
 */
record SchemeText(String pattern) {

    /** The refusal of a pattern: where it is wrong and why. Positions count from 1. */
    IllegalArgumentException wrong(int index, String why) {
        return new IllegalArgumentException(
                "NamingScheme '" + pattern + "' is wrong at position " + (index + 1) + ": " + why);
    }
}
