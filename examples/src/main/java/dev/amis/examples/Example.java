package dev.amis.examples;

import java.io.PrintStream;

/**
 * One task, shown from beginning to end on an account of its own.
 *
 * @param name what the launcher calls it
 * @param description what it shows, in a line
 * @param script the task itself
 */
record Example(String name, String description, Script script) {

    /** A task that tells what it does as it goes. */
    interface Script {
        void run(PrintStream out);
    }
}
