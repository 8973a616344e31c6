package dev.amis.examples;

import dev.amis.error.AmiException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The launcher: {@code plan} for one's own account, {@code guest} for machines that become images, {@code serve} for other tools,
 * and one name for each example.
 */
@Command(
        name = "amis-examples",
        description = "Shows Amis at work on an in-memory AWS account, or on yours.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlanCommand.class, GuestCommand.class, ServeCommand.class, HelpCommand.class})
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs the named example and exits with its code: 0 if all went well, 1 if something was refused or failed, 2 if the
     * command cannot be meant.
     *
     * @param arguments a name and its options; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine launcher = new CommandLine(new Main());
        for (Example example : Examples.all()) {
            launcher.addSubcommand(example.name(), ExampleCommand.of(example));
        }
        launcher.setCaseInsensitiveEnumValuesAllowed(true);
        return launcher.setParameterExceptionHandler(Main::misunderstood).setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }

    private static int misunderstood(ParameterException refusal, String[] arguments) {
        CommandLine command = refusal.getCommandLine();
        command.getErr().println(refusal.getMessage());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What the library says of a failure is meant for people; anything else is a fault of this program and shows itself. */
    private static int failed(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        boolean told = thrown instanceof AmiException
                || thrown instanceof IllegalArgumentException
                || thrown instanceof UncheckedIOException
                || thrown instanceof LeftBehindException;
        if (!told) {
            throw thrown;
        }
        command.getErr().println(thrown.getMessage());
        for (Throwable also : thrown.getSuppressed()) {
            command.getErr().println(also.getMessage());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
