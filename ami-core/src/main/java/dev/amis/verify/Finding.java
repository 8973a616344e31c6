package dev.amis.verify;

/**
 * Something that keeps an image from being launched or booted, or may.
 *
 * @param severity how bad it is
 * @param what what was found, half a sentence
 * @param why why that matters, a sentence without its full stop
 * @param advice what to do about it, a sentence without its full stop
 */
public record Finding(Severity severity, String what, String why, String advice) {

    /** How bad a finding is. */
    public enum Severity {
        /** The launch is refused, or the instance does not come up. */
        BLOCKING,
        /** It may go wrong. */
        WARNING,
        /** It could not be looked at, or nobody tells. */
        UNKNOWN
    }

    static Finding blocking(String what, String why, String advice) {
        return new Finding(Severity.BLOCKING, what, why, advice);
    }

    static Finding warning(String what, String why, String advice) {
        return new Finding(Severity.WARNING, what, why, advice);
    }

    static Finding unknown(String what, String why, String advice) {
        return new Finding(Severity.UNKNOWN, what, why, advice);
    }

    /** The finding as a line for people. */
    @Override
    public String toString() {
        return severity + ": " + what + ": " + why + ". " + advice + ".";
    }
}
