package dev.amis.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that users of the module whose tests run can reach: the public types of the packages that it exports to
 * everybody, and their members. It is compared with a committed listing, so that no change of it goes unseen.
 */
public final class PublicApi {

    private static final Path LISTING = Path.of("src", "test", "api", "public-api.txt");

    /** Set it to write the listing instead of comparing it. */
    private static final String WRITE = "api.write";

    /** Left out of the listing, where it would stand many times in each line. */
    private static final String ROOT = "dev.amis.";

    private PublicApi() {}

    /** Fails with the difference, line by line, unless the listing says what the code says. */
    public static void compareWithListing() throws IOException {
        List<String> actual = lines();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(LISTING.getParent());
            Files.writeString(LISTING, actual.stream().collect(Collectors.joining("\n", "", "\n")));
            return;
        }
        List<String> listed = Files.exists(LISTING) ? Files.readAllLines(LISTING) : List.of();
        if (!listed.equals(actual)) {
            throw new AssertionError(difference(listed, actual));
        }
    }

    static String difference(List<String> listed, List<String> actual) {
        String lines = Stream.concat(
                        actual.stream().filter(line -> !listed.contains(line)).map(line -> "+ " + line),
                        listed.stream().filter(line -> !actual.contains(line)).map(line -> "- " + line))
                .collect(Collectors.joining("\n"));
        return "The public API is not what " + LISTING + " says:\n"
                + (lines.isEmpty() ? "the same lines in another order" : lines)
                + "\nIf that is meant, write the listing anew with -D" + WRITE + "=true and commit it.";
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Files.newInputStream(MainClasses.DIRECTORY.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in).exports().stream()
                    .filter(exported -> !exported.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .sorted()
                    .flatMap(PublicApi::types)
                    .flatMap(type -> new ApiType(type).lines())
                    .map(line -> line.replace(ROOT, ""))
                    .toList();
        }
    }

    private static Stream<Class<?>> types(String packageName) {
        Path directory = MainClasses.DIRECTORY.resolve(packageName.replace('.', '/'));
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                    .sorted()
                    .<Class<?>>map(file -> load(packageName + "." + file.substring(0, file.length() - 6)))
                    .filter(type -> !type.isAnonymousClass() && !type.isLocalClass() && ApiType.isPublic(type))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled, but not on the class path: " + name, e);
        }
    }
}
