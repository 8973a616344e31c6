package dev.amis.examples;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The launcher: {@code plan} for one's own account, and one name for each example. */
@Command(
        name = "amis-examples",
        description = "Shows Amis at work on an in-memory AWS account.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlanCommand.class, HelpCommand.class})
public final class Main implements Runnable {

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
        CommandLine launcher = new CommandLine(new Main());
        for (Example example : Examples.all()) {
            CommandSpec spec = CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> {
                example.script().run(System.out);
                return 0;
            });
            spec.mixinStandardHelpOptions(true).usageMessage().description(example.description() + ".");
            launcher.addSubcommand(example.name(), spec);
        }
        return launcher;
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
