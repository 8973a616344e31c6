package dev.amis.naming;

import java.util.Optional;

/** What a part of a scheme may hold. */
sealed interface PartType permits TextType, ChoiceType, VersionType, DateType, BuildType {

    /**
     * Finds the first index at or after {@code from} at which a value that begins at {@code start} can end, or -1. Asked
     * again and again with a larger {@code from}, it gives every possible end once, in rising order.
     */
    int end(String name, int start, int from);

    /** Says what is expected, to follow the word "expected". */
    String expectation();

    /** Says why a text is no value of this type; empty if it is one. */
    Optional<String> whyNot(String value);

    /** The length of the shortest value. */
    int minLength();

    /** The length of the longest value. */
    int maxLength();

    /** Whether the value changes from one image of a family to the next. */
    boolean moving();
}
