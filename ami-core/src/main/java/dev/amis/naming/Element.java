package dev.amis.naming;

/** A piece of a scheme. */
sealed interface Element {

    /**
     * Text that every name has.
     *
     * @param text one character or more
     */
    record Literal(String text) implements Element {}

    /**
     * A value that differs from name to name.
     *
     * @param name the part's name
     * @param type what it may hold
     * @param optional whether a name may lack it
     * @param before the separator in front of an optional part, which comes and goes with it; else empty
     * @param after the separator behind an optional part, which comes and goes with it; else empty
     * @param source the part as the pattern writes it, braces included
     */
    record Part(String name, PartType type, boolean optional, String before, String after, String source)
            implements Element {

        int minLength() {
            return optional ? 0 : type.minLength();
        }

        int maxLength() {
            return before.length() + type.maxLength() + after.length();
        }
    }
}
