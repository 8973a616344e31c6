package dev.amis.examples;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher of the examples: one name for each task. */
@Command(
        name = "amis-examples",
        description = "Shows Amis at work on an in-memory AWS account.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class Main {

    private Main() {}

    /**
     * Runs the named example and exits with its code.
     *
     * @param arguments a name and its options; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
