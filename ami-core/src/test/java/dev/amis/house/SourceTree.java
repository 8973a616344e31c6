package dev.amis.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files below one source directory of the module whose tests run. */
public final class SourceTree {

    private final Path root;

    private SourceTree(Path root) {
        this.root = root;
    }

    /** The files of the product. */
    public static SourceTree main() {
        return new SourceTree(Path.of("src", "main", "java"));
    }

    /** The files of its tests. */
    public static SourceTree test() {
        return new SourceTree(Path.of("src", "test", "java"));
    }

    /** The files with more lines than that, each with its number of lines. */
    public List<String> longerThan(int lines) {
        return files().filter(file -> lines(file).size() > lines)
                .map(file -> file + " has " + lines(file).size() + " lines")
                .toList();
    }

    /** The packages that do not declare themselves null-marked. */
    public List<String> notNullMarked() {
        return files().map(Path::getParent)
                .distinct()
                .filter(directory -> !directory.equals(root))
                .filter(directory -> !declaresNullMarked(directory.resolve("package-info.java")))
                .map(Path::toString)
                .toList();
    }

    private static boolean declaresNullMarked(Path packageInfo) {
        return Files.exists(packageInfo)
                && lines(packageInfo).stream().anyMatch(line -> line.matches("@([a-z.]+\\.)?NullMarked"));
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
