package dev.amis.examples;

/**
 * One task, shown from beginning to end.
 *
 * @param name what the launcher calls it
 * @param description what it shows, in a line
 * @param script the task itself
 * @param setting what it plays on
 */
record Example(String name, String description, Script script, Setting setting) {

    /** A task that tells what it does as it goes. */
    interface Script {
        void run(Stage stage);
    }
}
