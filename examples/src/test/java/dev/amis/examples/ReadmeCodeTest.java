package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README compiles against this very version. */
class ReadmeCodeTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private static final List<String> PACKAGES = List.of(
            "dev.amis",
            "dev.amis.aws",
            "dev.amis.cleanup",
            "dev.amis.copy",
            "dev.amis.cost",
            "dev.amis.create",
            "dev.amis.guest",
            "dev.amis.launch",
            "dev.amis.model",
            "dev.amis.naming",
            "dev.amis.plan",
            "dev.amis.report",
            "dev.amis.rollout",
            "dev.amis.testing",
            "dev.amis.verify",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent");

    /** What one block says is at hand in the next. */
    private static final Map<String, String> AT_HAND = Map.of(
            "amis", "Amis",
            "web", "NamingScheme",
            "plan", "Plan",
            "built", "Image",
            "copied", "Image",
            "instance", "InstanceId",
            "policy", "RetentionPolicy",
            "partner", "dev.amis.spi.AmiProvider",
            "executor", "Executor");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyBlockCompiles() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
        while (found.find()) {
            blocks.add(found.group(1));
        }
        assertThat(blocks).hasSizeGreaterThan(5);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().findFirst().orElseThrow(),
                        () -> assertThat(errors(block)).isEmpty()));
    }

    private List<String> errors(String block) throws IOException {
        boolean whole = block.contains("public class ");
        Matcher name = Pattern.compile("public class (\\w+)").matcher(block);
        String type = name.find() ? name.group(1) : "Block";
        Path source = Files.writeString(folder.resolve(type + ".java"), whole ? block : around(block));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release", "17", "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(told, null, null)) {
            compiler.getTask(null, files, told, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return told.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static String around(String block) {
        String imports = PACKAGES.stream().map(one -> "import " + one + ".*;\n").collect(Collectors.joining());
        String fields = AT_HAND.entrySet().stream()
                .map(one -> "    static " + one.getValue() + " " + one.getKey() + ";\n")
                .sorted()
                .collect(Collectors.joining());
        return imports + "import static org.assertj.core.api.Assertions.assertThat;\n\nclass Block {\n" + fields
                + "    static void run() throws Exception {\n" + block + "\n    }\n}\n";
    }
}
