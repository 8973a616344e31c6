package dev.amis.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is given that is not refused means itself in the script, and nothing else. */
class GuestPropertyTest {

    @Provide
    Arbitrary<String> users() {
        Arbitrary<String> first = Arbitraries.strings().withChars("abzABZ_").ofLength(1);
        Arbitrary<String> rest = Arbitraries.strings().withChars("abzAZ019_.-").ofMaxLength(31);
        return Combinators.combine(first, rest).as(String::concat).filter(name -> !name.equals("root"));
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> part = Arbitraries.strings()
                .withChars("ab .-~*?[]{}()<>|&;$`#!%^=+,:@")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.equals(".") && !name.equals(".."));
        return part.list().ofMinSize(1).ofMaxSize(3).map(parts -> "/opt/" + String.join("/", parts));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("ab-_./\\'\" \n\t\r$(){}<>|&;`*\u0000ü漢")
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> commands() {
        return Arbitraries.of(
                        "'", "\"", ")", "}", "\n", "echo", " ", "$(", "`", "<<E", "\\", "fi", "done", "#", "exit 0",
                        ";;")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    @Property(tries = 15)
    void chosenFilesAndUsersGoAndNothingElse(@ForAll("users") String user, @ForAll("paths") String path)
            throws IOException {
        Path directory = Files.createTempDirectory("guest");
        Machine machine = new Machine(Files.createDirectory(directory.resolve("root")));
        machine.file("/usr/lib/os-release", "ID=debian\n")
                .file(
                        "/etc/passwd",
                        "other:x:1:1::/home/other:/bin/sh\n" + user + ":x:2:2::/home/" + user + ":/bin/sh\n")
                .file("/home/other/x", "x");
        Map<String, String> before = Machine.tree(directory);
        machine.file("/home/" + user + "/x", "x").file(path, "x");

        ScriptRun.with(
                        "sh",
                        machine.root(),
                        GuestCleanup.none()
                                .removingUsers(user)
                                .removingFiles(path)
                                .script(),
                        Map.of())
                .succeeded();

        assertThat(machine.has(path)).isFalse();
        assertThat(machine.has("/home/" + user)).isFalse();
        assertThat(machine.text("/etc/passwd")).isEqualTo("other:x:1:1::/home/other:/bin/sh\n");
        assertThat(Machine.tree(directory).keySet()).containsAll(before.keySet());
        delete(directory);
    }

    @Property(tries = 25)
    void whateverIsNotRefusedParses(
            @ForAll("anything") String user, @ForAll("anything") String path, @ForAll("commands") String commands) {
        GuestCleanup cleanup = GuestCleanup.minimal().with(GuestStep.running("own", "Own", "Mine.", commands));
        try {
            cleanup = cleanup.removingUsers(user).removingFiles("/opt/" + path);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).hasLineCount(1).contains(" is '").contains(", but must ");
        }
        for (String shell : List.of("bash", "sh")) {
            assertThat(ScriptRun.run(List.of(shell, "-n"), cleanup.script().text(), Map.of())
                            .err())
                    .isEmpty();
        }
    }

    @Property(tries = 100)
    void theSameSettingsMakeTheSameText(
            @ForAll List<@From("users") String> users, @ForAll List<@From("paths") String> paths) {
        GuestCleanup once = GuestCleanup.standard();
        for (String user : users) {
            once = once.removingUsers(user);
        }
        GuestCleanup again = GuestCleanup.standard().removingFiles(paths.toArray(String[]::new));
        once = once.removingFiles(paths.toArray(String[]::new));
        again = again.removingUsers(users.toArray(String[]::new));

        assertThat(once.script()).isEqualTo(again.script());
    }

    private static void delete(Path directory) throws IOException {
        for (String path : Machine.tree(directory).keySet().stream()
                .sorted((a, b) -> b.compareTo(a))
                .toList()) {
            Files.delete(directory.resolve(path));
        }
    }
}
