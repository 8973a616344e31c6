package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.CleanupFamilies;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.InMemoryAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a retention policy on an account, or on what the AWS CLI printed of it, and prints the plan; nothing is changed. */
@Command(
        name = "plan",
        description = {
            "Plans a retention policy on your account, or on a copy of it without credentials. Nothing is changed.",
            "DIRECTORY holds what the AWS CLI prints, one file for each call and Region:",
            "  us-east-1/describe-images.json (--owners self), describe-snapshots.json, describe-instances.json,",
            "  describe-launch-template-versions.json (--versions '$$Default' '$$Latest'), and what else names images:",
            "  describe-auto-scaling-groups.json, describe-launch-configurations.json, describe-fleets.json,",
            "  describe-spot-fleet-requests.json, get-parameters-by-path.json (--path / --recursive),",
            "  list-image-recipes.json, list-container-recipes.json; --without CALL says that there are none"
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    /** Calls whose answers name images, beside those that the copy is loaded from. */
    private static final List<String> NAMING_IMAGES = List.of(
            "describe-auto-scaling-groups",
            "describe-launch-configurations",
            "describe-fleets",
            "describe-spot-fleet-requests",
            "get-parameters-by-path",
            "list-image-recipes",
            "list-container-recipes");

    /**
     * A plan.
     *
     * @param plan the plan
     * @param savings what it saves, in words
     */
    private record Planned(Plan plan, Optional<String> savings) {}

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--account", paramLabel = "DIRECTORY", description = "the copy of the account")
    private Optional<Path> copy = Optional.empty();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Option(names = "--keep", required = true, paramLabel = "N", description = "keep the newest N of each family")
    private int keep;

    @Option(names = "--older-than", paramLabel = "DAYS", description = "touch nothing younger")
    private Optional<Integer> olderThan = Optional.empty();

    @Option(
            names = "--family",
            paramLabel = "PATTERN",
            description = "a naming scheme such as 'WebApp-v{version}', or a name with *; by default every image's name"
                    + " without its version and date")
    private Optional<String> family = Optional.empty();

    @Option(
            names = "--ignoring-use",
            description =
                    "plan as if nothing referred to images; by default images in use are kept, and all images of a"
                            + " Region of which the copy does not tell who uses them")
    private boolean ignoringUse;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "CALL",
            description = "calls that are not in the copy because they would have answered nothing, such as"
                    + " describe-fleets; or all")
    private List<String> without = List.of();

    @Option(names = "--json", description = "print the plan as JSON")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "also write the plan as a report for the one who approves it, as FILE.html or FILE.md")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() {
        Optional<ReportFile> written = report.map(ReportFile::of);
        if (copy.isPresent() == where.isAws()) {
            throw new ParameterException(
                    command.commandLine(),
                    "plan needs either --account, for a copy of an account, or --endpoint, --profile or --region, for an"
                            + " account itself");
        }
        Planned planned = copy.map(this::planOnCopy).orElseGet(this::planOnAccount);
        System.out.println(json ? planned.plan().toJson() : planned.plan().describe());
        planned.savings().ifPresent(System.out::println);
        written.ifPresent(file -> file.write(planned.plan()));
        return 0;
    }

    private Planned planOnAccount() {
        try (AmiProvider provider = where.open()) {
            return planned(Amis.using(provider), List.of(), true);
        }
    }

    private Planned planOnCopy(Path directory) {
        for (String call : without) {
            if (!call.equals("all") && !NAMING_IMAGES.contains(call)) {
                throw new ParameterException(
                        command.commandLine(), "--without is '" + call + "', but must be all or of " + NAMING_IMAGES);
            }
        }
        Amis.Builder builder = Amis.builder(InMemoryAws.load(directory))
                .referenceSource(new RecordedCall(directory, "describe-instances"))
                .referenceSource(new RecordedCall(directory, "describe-launch-template-versions"));
        NAMING_IMAGES.stream()
                .filter(call -> !without.contains(call) && !without.contains("all"))
                .map(call -> new RecordedReferences(new RecordedCall(directory, call)))
                .forEach(builder::referenceSource);
        Amis amis = builder.build();
        boolean sized = new RecordedCall(directory, "describe-snapshots").isAnywhere();
        return planned(amis, regions(directory), sized);
    }

    /** What the plan saves is only looked for where the sizes of snapshots can be known, and told. */
    private Planned planned(Amis amis, List<Region> regions, boolean sized) {
        Plan plan = plan(amis, regions);
        return new Planned(
                plan,
                sized && !json && !plan.isEmpty()
                        ? Optional.of(amis.costs().of(plan).describe())
                        : Optional.empty());
    }

    private Plan plan(Amis amis, List<Region> regions) {
        Cleanup cleanup = families(amis.cleanup()).keepingLatest(keep);
        cleanup = ignoringUse ? cleanup.ignoringUse() : cleanup.protectingInUse();
        if (olderThan.isPresent()) {
            cleanup = cleanup.keepingNewerThan(Duration.ofDays(olderThan.get()));
        }
        if (!regions.isEmpty()) {
            cleanup = cleanup.in(
                    regions.get(0), regions.subList(1, regions.size()).toArray(Region[]::new));
        }
        return cleanup.plan();
    }

    private Cleanup families(CleanupFamilies families) {
        return family.map(pattern -> new Family(pattern).in(families))
                .orElseGet(() -> families.familyBy(image -> image.name().map(NameFamily::of)));
    }

    /** The Regions of the copy are its folders named so; without any, the copy is of the Region the account was loaded in. */
    private static List<Region> regions(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .flatMap(PlanCommand::region)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory + " cannot be read", unreadable);
        }
    }

    private static Stream<Region> region(String folder) {
        try {
            return Stream.of(Region.of(folder));
        } catch (IllegalArgumentException somethingElse) {
            return Stream.empty();
        }
    }
}
