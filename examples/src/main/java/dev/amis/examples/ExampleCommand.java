package dev.amis.examples;

import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DescribeInstancesRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A task at the prompt: in memory unless it is told to go elsewhere. */
final class ExampleCommand implements Callable<Integer> {

    private final Example example;
    private final WhereOptions where = new WhereOptions();
    private final CommandSpec spec;

    private ExampleCommand(Example example) {
        this.example = example;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    static CommandSpec of(Example example) {
        ExampleCommand command = new ExampleCommand(example);
        CommandSpec spec = command.spec.mixinStandardHelpOptions(true);
        spec.usageMessage().description(command.description());
        spec.addMixin("where", CommandSpec.forAnnotatedObject(command.where));
        command.options().forEach(option -> spec.addOption(command.option(option)));
        return spec;
    }

    @Override
    public Integer call() {
        Map<StageOption, String> told = told();
        if (where.isAws()) {
            playOnAws(told);
            return 0;
        }
        if (!told.isEmpty()) {
            throw refusal(names(told.keySet().stream()) + " is for AWS: say --endpoint, --profile or --region too");
        }
        try (Stage stage = inMemory()) {
            example.script().run(stage);
        }
        return 0;
    }

    private Stage inMemory() {
        return new MemoryStage(example.setting().memory().get(), System.out);
    }

    private static Stage onAws(AmiProvider provider, Map<StageOption, String> told) {
        return new AwsStage(provider, told, System.out);
    }

    private void playOnAws(Map<StageOption, String> told) {
        example.setting().notOnAws().ifPresent(why -> {
            throw refusal(example.name() + " plays in memory only: " + why);
        });
        told.keySet()
                .forEach(option -> missing(told, option.beside().stream().toList())
                        .ifPresent(beside -> {
                            throw refusal(option.text() + " needs " + beside);
                        }));
        try (AmiProvider provider = where.open()) {
            requireNeeded(told, provider);
            Orderly.run(() -> {
                try (Stage stage = onAws(provider, told)) {
                    example.script().run(stage);
                }
            });
        }
    }

    /** Names what is missing, and instances that might be meant; none is taken without being named. */
    private void requireNeeded(Map<StageOption, String> told, AmiProvider provider) {
        Optional<String> missing = missing(told, example.setting().needs());
        missing.ifPresent(options -> {
            throw refusal(example.name() + " on AWS needs " + options
                    + (told.containsKey(StageOption.INSTANCE) ? "" : instances(provider)));
        });
    }

    private static String instances(AmiProvider provider) {
        List<String> some = provider
                .in(provider.region())
                .instances()
                .describeInstances(DescribeInstancesRequest.builder().build())
                .items()
                .stream()
                .filter(instance -> instance.state() == InstanceState.RUNNING)
                .limit(3)
                .map(Instance::toString)
                .toList();
        return some.isEmpty() ? "" : "; it might be " + String.join(" or ", some);
    }

    private static Optional<String> missing(Map<StageOption, String> told, List<StageOption> needed) {
        return needed.stream()
                .filter(option -> !told.containsKey(option))
                .map(option -> option + " (" + option.description() + ")")
                .reduce((one, other) -> one + " and " + other);
    }

    private Map<StageOption, String> told() {
        Map<StageOption, String> told = new EnumMap<>(StageOption.class);
        for (StageOption option : options()) {
            OptionSpec parsed = spec.commandLine().getParseResult().matchedOption(option.text());
            if (parsed != null) {
                told.put(option, String.join(",", parsed.originalStringValues()));
            }
        }
        return told;
    }

    private List<StageOption> options() {
        return Stream.concat(example.setting().needs().stream(), example.setting().takes().stream())
                .toList();
    }

    private OptionSpec option(StageOption option) {
        boolean flag = option.parameter().isEmpty();
        OptionSpec.Builder builder = OptionSpec.builder(option.text())
                .type(flag ? boolean.class : String.class)
                .arity(flag ? "0" : "1")
                .description("on AWS: " + option.description());
        return (flag ? builder : builder.paramLabel(option.parameter())).build();
    }

    private String[] description() {
        String what = example.description() + ".";
        return example.setting()
                .notOnAws()
                .map(why -> new String[] {what, "Plays in memory only: " + why + "."})
                .orElseGet(() -> new String[] {what, "In memory, unless it is told where else. " + promise()});
    }

    private String promise() {
        return example.setting().takes().contains(StageOption.APPLY)
                ? "There it only prints its plan, unless --apply is said."
                : "There it changes only what it makes itself, and removes that in the end.";
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String names(Stream<StageOption> options) {
        return options.map(StageOption::text).collect(Collectors.joining(", "));
    }
}
