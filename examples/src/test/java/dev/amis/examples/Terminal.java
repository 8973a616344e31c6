package dev.amis.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * What a command printed, and how it ended.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Terminal(int exit, String out, String err) {

    /** Runs a command of the launcher in this process. */
    static Terminal run(String... arguments) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CommandLine launcher = Main.commandLine().setErr(new PrintWriter(err, true));
            int exit = launcher.execute(arguments);
            return new Terminal(exit, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(terminal);
        }
    }
}
