package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.CleanupFamilies;
import dev.amis.error.AmiException;
import dev.amis.model.Region;
import dev.amis.naming.NamingScheme;
import dev.amis.plan.Plan;
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
import picocli.CommandLine.Option;

/** Runs a retention policy on what the AWS CLI printed of an account, and prints the plan; nothing can be changed. */
@Command(
        name = "plan",
        description = {
            "Plans a retention policy on a copy of your account, without credentials.",
            "DIRECTORY holds what the AWS CLI prints, one file for each call and Region:",
            "  us-east-1/describe-images.json (--owners self), describe-snapshots.json, describe-instances.json,",
            "  describe-launch-template-versions.json (--versions '$$Default' '$$Latest')"
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Option(names = "--account", required = true, paramLabel = "DIRECTORY", description = "the copy of the account")
    private Path directory = Path.of(".");

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
                            + " Region whose instances or launch templates are not in the copy")
    private boolean ignoringUse;

    @Option(names = "--json", description = "print the plan as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try {
            Amis amis = Amis.builder(InMemoryAws.load(directory))
                    .referenceSource(new RecordedCall(directory, "describe-instances"))
                    .referenceSource(new RecordedCall(directory, "describe-launch-template-versions"))
                    .build();
            Plan plan = plan(amis);
            System.out.println(json ? plan.toJson() : plan.describe());
            return 0;
        } catch (AmiException | IllegalArgumentException | UncheckedIOException refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }

    private Plan plan(Amis amis) {
        Cleanup cleanup = families(amis.cleanup()).keepingLatest(keep);
        cleanup = ignoringUse ? cleanup.ignoringUse() : cleanup.protectingInUse();
        if (olderThan.isPresent()) {
            cleanup = cleanup.keepingNewerThan(Duration.ofDays(olderThan.get()));
        }
        List<Region> regions = regions();
        if (!regions.isEmpty()) {
            cleanup = cleanup.in(
                    regions.get(0), regions.subList(1, regions.size()).toArray(Region[]::new));
        }
        return cleanup.plan();
    }

    private Cleanup families(CleanupFamilies families) {
        if (family.isEmpty()) {
            return families.familyBy(image -> image.name().map(NameFamily::of));
        }
        return family.get().contains("{")
                ? families.named(NamingScheme.parse(family.get()))
                : families.named(family.get());
    }

    /** The Regions of the copy are its folders named so; without any, the copy is of the Region the account was loaded in. */
    private List<Region> regions() {
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
