package dev.amis.examples;

import java.util.List;

/** A task could not remove all that it made, and says what has to be removed by hand. */
final class LeftBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeftBehindException(List<String> left) {
        super("Not removed, and to be removed by hand:\n  " + String.join("\n  ", left));
    }
}
