package dev.amis.examples;

import dev.amis.model.Region;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows whether a copy of an account tells of a call at all. A call that was not recorded is not one that found nothing: as a
 * source of references it cannot be read, so that the images of its Region count as in use.
 *
 * @param directory the copy of the account
 * @param call what the files of the call are called, for example {@code describe-instances}
 */
record RecordedCall(Path directory, String call) implements ReferenceSource {

    @Override
    public String name() {
        return "recording of " + call;
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        files(region.region());
        return List.of();
    }

    /** The files that hold the answers to the call in a Region, at least one. */
    List<Path> files(Region region) {
        Path own = directory.resolve(region.value());
        Path folder = Files.isDirectory(own) ? own : directory;
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(this::tells).sorted().toList();
            if (files.isEmpty()) {
                throw new IllegalStateException(folder.getFileName() + " has no " + call + ".json");
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    /** Whether the call was recorded in any Region. */
    boolean isAnywhere() {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.anyMatch(this::tells);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory + " cannot be read", unreadable);
        }
    }

    private boolean tells(Path file) {
        String name = file.getFileName().toString();
        return name.matches(Pattern.quote(call) + "([-_.][^/]*)?\\.json");
    }
}
