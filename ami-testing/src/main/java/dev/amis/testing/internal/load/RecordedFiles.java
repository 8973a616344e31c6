package dev.amis.testing.internal.load;

import dev.amis.model.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a recording: one directory for each Region, or the files of one Region without a directory of their own.
 * Whatever is not named after a call is passed over.
 */
final class RecordedFiles {

    /** A call whose answers are read, and how its files are called: {@code describe-images.json, describe-images-2.json}. */
    enum Call {
        DESCRIBE_IMAGES("describe-images"),
        DESCRIBE_SNAPSHOTS("describe-snapshots"),
        DESCRIBE_INSTANCES("describe-instances"),
        DESCRIBE_LAUNCH_TEMPLATE_VERSIONS("describe-launch-template-versions"),
        DESCRIBE_IMAGE_ATTRIBUTE("describe-image-attribute"),
        DESCRIBE_SNAPSHOT_ATTRIBUTE("describe-snapshot-attribute");

        private final String stem;

        Call(String stem) {
            this.stem = stem;
        }

        private boolean names(Path file) {
            return file.getFileName().toString().matches(stem + "([-_.][^/]*)?\\.json");
        }

        private static Optional<Call> of(Path file) {
            return Stream.of(values()).filter(call -> call.names(file)).findFirst();
        }
    }

    /** A file with the answers to one call in one Region. */
    record RecordedFile(Call call, Region region, JsonFile json) {}

    private RecordedFiles() {}

    static List<RecordedFile> in(Path directory, Optional<Region> defaultRegion) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    directory + " is not a directory, but must be one with a directory for each"
                            + " Region, such as 'eu-west-1'");
        }
        List<RecordedFile> files = new ArrayList<>();
        for (Path entry : entries(directory)) {
            if (Files.isDirectory(entry)) {
                regionOf(entry).ifPresent(region -> addAll(files, directory, entry, region));
            }
        }
        addUnsorted(files, directory, defaultRegion);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(directory + " holds no recording, but must hold files such as"
                    + " 'eu-west-1/describe-images.json'");
        }
        return files;
    }

    /** The files beside the directories belong to the default Region. */
    private static void addUnsorted(List<RecordedFile> files, Path directory, Optional<Region> defaultRegion) {
        for (Path file : entries(directory)) {
            Optional<Call> call = Files.isDirectory(file) ? Optional.empty() : Call.of(file);
            if (call.isPresent()) {
                Region region = defaultRegion.orElseThrow(() -> new IllegalArgumentException(
                        file + " is in no Region's directory, so the Region must be named"));
                files.add(new RecordedFile(call.get(), region, json(directory, file)));
            }
        }
    }

    private static void addAll(List<RecordedFile> files, Path root, Path directory, Region region) {
        for (Path file : entries(directory)) {
            Call.of(file).ifPresent(call -> files.add(new RecordedFile(call, region, json(root, file))));
        }
    }

    private static JsonFile json(Path root, Path file) {
        return new JsonFile(file, root.relativize(file).toString());
    }

    private static Optional<Region> regionOf(Path directory) {
        try {
            return Optional.of(Region.of(directory.getFileName().toString()));
        } catch (IllegalArgumentException notARegion) {
            return Optional.empty();
        }
    }

    /** In the order of their names, so that the same directory always loads the same way. */
    private static List<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory + " cannot be listed", unreadable);
        }
    }
}
