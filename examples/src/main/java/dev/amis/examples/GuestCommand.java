package dev.amis.examples;

import dev.amis.guest.GuestCleanup;
import dev.amis.guest.GuestFamily;
import dev.amis.guest.GuestHardening;
import dev.amis.guest.GuestScript;
import dev.amis.guest.GuestStep;
import dev.amis.guest.WindowsSysprep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a script that prepares a machine for its image, or lists its steps; nothing is run. */
@Command(
        name = "guest",
        description = {
            "Prints a script that prepares a machine for its image: for Linux a clean-up, after hardening if that is asked for;"
                    + " for Windows sysprep. It is for you to read and to run there; nothing is run here.",
            "  java -jar examples/target/amis-examples.jar guest --preset paranoid --user packer > clean.sh",
            "  sudo bash clean.sh --dry-run"
        },
        mixinStandardHelpOptions = true)
final class GuestCommand implements Callable<Integer> {

    /** A clean-up to begin with. */
    enum Preset {
        NONE,
        MINIMAL,
        STANDARD,
        PARANOID
    }

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "standard",
            description = "none, minimal, standard (the default) or paranoid; for Windows all but minimal are the same")
    private Preset preset = Preset.STANDARD;

    @Option(
            names = "--hardening",
            paramLabel = "STEP",
            split = ",",
            description = "harden before: security-updates, automatic-updates, fail2ban, clamav")
    private List<String> hardening = new ArrayList<>();

    @Option(names = "--without", paramLabel = "STEP", split = ",", description = "leave steps out")
    private List<String> without = new ArrayList<>();

    @Option(names = "--user", paramLabel = "NAME", split = ",", description = "remove accounts")
    private List<String> users = new ArrayList<>();

    @Option(names = "--file", paramLabel = "PATH", description = "remove a file or directory; can be repeated")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "refuse other systems: amazon-linux-2, amazon-linux-2023, debian, red-hat")
    private @Nullable String family;

    @Option(names = "--windows", description = "for Windows, by EC2Launch v2")
    private boolean windows;

    @Option(names = "--dry-run", description = "a script that only tells what it would do")
    private boolean dryRun;

    @Option(names = "--steps", description = "list the steps, and why, in the place of the script")
    private boolean steps;

    @Override
    public Integer call() {
        if (windows) {
            sysprep();
        } else {
            linux();
        }
        return 0;
    }

    private void linux() {
        GuestCleanup cleanup = cleanup().removingUsers(array(users)).removingFiles(array(files));
        for (String step : without) {
            cleanup = cleanup.without(step);
        }
        Optional<GuestFamily> told = Optional.ofNullable(family).map(this::family);
        if (told.isPresent()) {
            cleanup = cleanup.forFamily(told.get());
        }
        GuestHardening tools = GuestHardening.none();
        for (String step : hardening) {
            tools = tools.with(step);
        }
        List<GuestStep> all =
                Stream.concat(tools.steps().stream(), cleanup.steps().stream()).toList();
        if (all.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--preset none without --hardening, --user or --file does nothing");
        }
        print(all, dryRun ? tools.dryRunScriptBefore(cleanup) : tools.scriptBefore(cleanup));
    }

    private void sysprep() {
        if (!hardening.isEmpty() || family != null) {
            throw new ParameterException(
                    command.commandLine(), "--hardening and --family are for Linux, not for --windows");
        }
        WindowsSysprep sysprep = (preset.compareTo(Preset.MINIMAL) > 0
                        ? WindowsSysprep.standard()
                        : WindowsSysprep.minimal())
                .removingUsers(array(users))
                .removingFiles(array(files));
        for (String step : without) {
            sysprep = sysprep.without(step);
        }
        print(sysprep.steps(), dryRun ? sysprep.dryRunScript() : sysprep.script());
    }

    private GuestCleanup cleanup() {
        return switch (preset) {
            case NONE -> GuestCleanup.none();
            case MINIMAL -> GuestCleanup.minimal();
            case STANDARD -> GuestCleanup.standard();
            case PARANOID -> GuestCleanup.paranoid();
        };
    }

    private GuestFamily family(String name) {
        return Arrays.stream(GuestFamily.values())
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--family is '" + name + "', but must be one of " + List.of(GuestFamily.values())));
    }

    private void print(List<GuestStep> all, GuestScript script) {
        System.out.print(steps ? all.stream().map(GuestCommand::line).collect(Collectors.joining()) : script.text());
    }

    private static String line(GuestStep step) {
        return String.format("%-18s %s. %s%n", step.id(), step.title(), step.why());
    }

    private static String[] array(List<String> words) {
        return words.toArray(String[]::new);
    }
}
