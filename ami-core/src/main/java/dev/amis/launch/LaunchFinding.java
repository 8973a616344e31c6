package dev.amis.launch;

import dev.amis.error.AmiException;

/**
 * Something about what a launch template says that stands in the way of a launch, or may.
 *
 * @param severity how bad it is
 * @param parameter the parameter that it is about, in EC2's words, for example {@code ImageId}
 * @param message what is wrong, in a sentence without a full stop
 */
public record LaunchFinding(Severity severity, String parameter, String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** A launch would fail. */
        ERROR,
        /** A launch may fail, or it could not be found out. */
        WARNING
    }

    /**
     * Tells whether a launch would fail.
     *
     * @return whether it would
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    static LaunchFinding error(String parameter, String message) {
        return new LaunchFinding(Severity.ERROR, parameter, message);
    }

    static LaunchFinding warning(String parameter, String message) {
        return new LaunchFinding(Severity.WARNING, parameter, message);
    }

    /** What no port of the provider tells. */
    static LaunchFinding unread(String parameter, String what) {
        return warning(parameter, what + " could not be read: the provider has no port for it");
    }

    static LaunchFinding unread(String parameter, String what, AmiException why) {
        return warning(parameter, what + " could not be read: " + why.getMessage());
    }

    @Override
    public String toString() {
        return severity + " " + parameter + ": " + message;
    }
}
