package dev.amis.testing.internal;

import java.time.Duration;

/**
 * How commands end.
 *
 * @param text what a line of them must hold
 * @param exitCode what they end with
 * @param output what they print
 * @param error what they print on standard error
 * @param takes how long they run
 */
public record CommandOutcome(String text, int exitCode, String output, String error, Duration takes) {

    static final CommandOutcome WELL = new CommandOutcome("", 0, "", "", Duration.ofSeconds(1));
}
