package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that uses the library compiles without a warning of the compiler, whatever the library is built with. */
class ConsumerTest {

    private static final String MODULE = """
            module consumer {
                requires dev.amis.core;
                requires dev.amis.testing;
            }
            """;

    private static final String PROGRAM = """
            package consumer;

            import dev.amis.model.Image;
            import dev.amis.model.ImageId;
            import dev.amis.model.Region;
            import java.util.Optional;

            final class Consumer {
                private Consumer() {}

                static Optional<String> name(Image image) {
                    return image.withName("web").name();
                }

                static Image.Builder start() {
                    return Image.builder().imageId(ImageId.of("ami-0abcdef1234567890")).region(Region.EU_WEST_1);
                }
            }
            """;

    /** Every public type of core, by the listing that its own tests keep true. */
    private static final Path LISTING = Path.of("..", "ami-core", "src", "test", "api", "public-api.txt");

    @TempDir
    Path directory;

    private Path module;
    private Path program;
    private Path everything;

    @BeforeEach
    void writeSources() throws IOException {
        module = Files.writeString(directory.resolve("module-info.java"), MODULE);
        Path consumer = Files.createDirectory(directory.resolve("consumer"));
        program = Files.writeString(consumer.resolve("Consumer.java"), PROGRAM);
        everything = Files.writeString(consumer.resolve("Everything.java"), everything());
    }

    @Test
    void moduleCompilesWithoutWarnings() throws IOException {
        assertThat(warnings(List.of("--module-path", modules()), module, program, everything))
                .isEmpty();
    }

    @Test
    void programOnTheClassPathCompilesWithoutWarnings() throws IOException {
        assertThat(warnings(List.of("--class-path", System.getProperty("java.class.path")), program, everything))
                .isEmpty();
    }

    /** A call on each type, since the compiler reads a class in full only when a member of it is looked up. */
    private static String everything() throws IOException {
        return Files.readAllLines(LISTING).stream()
                .filter(line -> !line.contains(":   "))
                .map(line -> "dev.amis." + line.substring(0, line.indexOf(':')))
                .map(type -> "String show(" + type + " it) { return it.toString(); }")
                .collect(Collectors.joining(
                        "\n",
                        "package consumer;\n@SuppressWarnings({\"overloads\", \"rawtypes\"})\nfinal class Everything {\n",
                        "\n}\n"));
    }

    private List<String> warnings(List<String> paths, Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-path", "-proc:none"));
        options.addAll(List.of("-d", directory.resolve("classes").toString()));
        options.addAll(paths);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    }

    /** What is on the class path, without the examples themselves, which are no module. */
    private static String modules() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar") || Files.exists(Path.of(entry, "module-info.class")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
