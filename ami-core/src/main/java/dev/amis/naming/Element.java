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
     * @param follower what must come right after the value; empty if that differs from name to name
     * @param last whether the value runs to the end of the name
     */
    record Part(
            String name,
            PartType type,
            boolean optional,
            String before,
            String after,
            String source,
            String follower,
            boolean last)
            implements Element {

        /** A part of which it is not known yet what stands around it. */
        static Part of(String name, PartType type, boolean optional, String source) {
            return new Part(name, type, optional, "", "", source, "", false);
        }

        Part separatedBy(String separatorBefore, String separatorAfter) {
            return new Part(name, type, optional, separatorBefore, separatorAfter, source, follower, last);
        }

        Part followedBy(String text, boolean endsTheName) {
            return new Part(name, type, optional, before, after, source, text, endsTheName);
        }

        /** The first index at or after {@code from} at which the value may end as far as what follows it tells, or -1. */
        int leap(String text, int from) {
            if (last) {
                return from <= text.length() ? text.length() : -1;
            }
            return follower.isEmpty() ? from : text.indexOf(follower, from);
        }

        /** Says what is expected in its place, to follow the word "expected". */
        String expectation() {
            String what = type.expectation();
            return type instanceof TextType && !follower.isEmpty() ? what + " followed by '" + follower + "'" : what;
        }

        int minLength() {
            return optional ? 0 : type.minLength();
        }

        int maxLength() {
            return before.length() + type.maxLength() + after.length();
        }
    }
}
