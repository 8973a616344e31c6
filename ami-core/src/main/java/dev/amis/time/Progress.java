package dev.amis.time;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How far something that is awaited has come.
 *
 * @param what what is awaited, as people name it
 * @param state the last state that was seen
 * @param percent how much is done, 0 to 100; nothing if it cannot be told
 * @param elapsed since waiting began
 */
public record Progress(String what, String state, OptionalInt percent, Duration elapsed) {

    @Override
    public String toString() {
        return what + " " + state + (percent.isPresent() ? " " + percent.getAsInt() + "%" : "") + " after "
                + elapsed.toSeconds() + " s";
    }
}
