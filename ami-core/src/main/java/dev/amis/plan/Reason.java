package dev.amis.plan;

/**
 * Why a plan decided as it did about an image or snapshot.
 *
 * @param kind the kind of reason, for programs
 * @param text the reason in words, for people
 */
public record Reason(Kind kind, String text) {

    /** The kinds of reason. All but {@link #NOTHING_KEEPS_IT} keep it. */
    public enum Kind {
        /** It is among the newest of its family. */
        AMONG_LATEST,
        /** It is too young. */
        NEWER_THAN,
        /** A tag keeps it. */
        TAGGED,
        /** It was launched lately. */
        LAUNCHED_WITHIN,
        /** It is the one of its family to roll back to. */
        PREVIOUS,
        /** It was named by its id. */
        LISTED,
        /** Several rules keep it together, each of which would not. */
        SEVERAL_RULES,
        /** The date in its tag, from which on it may be retired, has not passed or cannot be read, or there is none. */
        NOT_EXPIRED,
        /** It has begun to be retired, and the time before the next step has not passed. */
        WAITING,
        /** It was launched after it had begun to be retired. */
        LAUNCHED_SINCE,
        /** Another copy of it is kept. */
        COPY_KEPT,
        /** Something refers to it. */
        IN_USE,
        /** It cannot be told whether something refers to it. */
        USE_UNKNOWN,
        /** Others may launch it, and what they do cannot be seen. */
        SHARED,
        /** It is protected from being deregistered. */
        PROTECTED,
        /** It is the last available image of its family. */
        LAST_AVAILABLE,
        /** It belongs to no family that the policy is about. */
        NO_FAMILY,
        /** Its state or missing facts leave nothing to decide. */
        NOT_ELIGIBLE,
        /** What the policy would do is done already. */
        DONE_ALREADY,
        /** No rule keeps it. */
        NOTHING_KEEPS_IT
    }

    @Override
    public String toString() {
        return text;
    }
}
