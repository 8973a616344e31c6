package dev.amis.verify;

import java.util.OptionalInt;

/**
 * How a check came out on one instance.
 *
 * @param name what the check is called
 * @param exitCode what the command ended with; nothing if it did not end by itself
 * @param output what it printed, standard error after standard output
 * @param outcome SSM's words for how it ended, or why it was not run
 */
public record CheckResult(String name, OptionalInt exitCode, String output, String outcome) {

    /**
     * Tells whether the check passed.
     *
     * @return whether the command ended with 0
     */
    public boolean passed() {
        return exitCode.isPresent() && exitCode.getAsInt() == 0;
    }

    /** How it came out; not what it printed. */
    @Override
    public String toString() {
        return name + ": " + outcome + (exitCode.isPresent() ? " (exit code " + exitCode.getAsInt() + ")" : "");
    }
}
