package dev.amis.guest;

import dev.amis.internal.style.AmisStyle;
import java.util.Arrays;
import java.util.List;
import org.immutables.value.Value;

/**
 * One step of a script: what it is for, what it touches, and the commands themselves.
 *
 * <p>Of your own there are two kinds. {@link #removing} takes away files, and is listed by a dry run like any other.
 * {@link #running} runs commands, which a dry run leaves alone.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class GuestStep {

    GuestStep() {}

    /**
     * The name by which the step is left out, and which a failure names.
     *
     * @return for example {@code ssh-host-keys}
     */
    public abstract String id();

    /**
     * What it is, in a few words.
     *
     * @return for example {@code SSH host keys}
     */
    public abstract String title();

    /**
     * Why it is done.
     *
     * @return a sentence
     */
    public abstract String why();

    /**
     * What it removes, empties or changes, for people to read.
     *
     * @return paths as the machine sees them, {@code ~} for every home directory; empty if only the commands can tell
     */
    public abstract List<String> touches();

    /**
     * The commands as they stand in the script. They use functions that the script defines at its beginning.
     *
     * @return lines of shell, or of PowerShell for {@link WindowsSysprep}
     */
    public abstract String commands();

    /**
     * A step that takes files and directories away. What is missing is no failure.
     *
     * @param id its name: lower-case letters, digits and single hyphens
     * @param title what it is, a line
     * @param why why it is done, a line
     * @param paths absolute paths, taken literally, at least one
     * @return the step
     * @throws IllegalArgumentException if the id is of another form, a text is blank or more than a line, there is no path, or
     *     a path is relative, has {@code ..} in it, a quote, a backslash or a control character, or is one that a system
     *     cannot be without
     */
    public static GuestStep removing(String id, String title, String why, String... paths) {
        List<String> all = Arrays.stream(paths).map(Arguments::removable).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("paths of step " + id + " are none, but must be at least one");
        }
        return of(id, title, why, all, removal(all));
    }

    /**
     * A step that runs commands of your own, in a shell of their own that ends at the first command that fails. A dry run
     * does not run them. They have to put {@code "$BASE"} before every path, which is empty on the machine itself and
     * a directory if the script works on a system that is mounted there.
     *
     * @param id its name: lower-case letters, digits and single hyphens
     * @param title what it is, a line
     * @param why why it is done, a line
     * @param commands the commands, for a POSIX shell
     * @return the step
     * @throws IllegalArgumentException if the id is of another form, a text is blank or more than a line, or the commands
     *     hold control characters other than tabs and line feeds
     */
    public static GuestStep running(String id, String title, String why, String commands) {
        Arguments.code("commands of step " + id, commands);
        String body = "if dry; then\n    echo 'would run the commands of this step'\nelse\n    eval "
                + ShellText.quoted(commands.strip()) + "\nfi\n";
        return of(id, title, why, List.of(), body);
    }

    @Override
    public String toString() {
        return id() + ": " + title();
    }

    static GuestStep of(String id, String title, String why, List<String> touches, String commands) {
        return new Builder()
                .id(Arguments.id(id))
                .title(Arguments.text("title of step " + id, title))
                .why(Arguments.text("reason of step " + id, why))
                .addAllTouches(touches)
                .commands(commands)
                .build();
    }

    static String removal(List<String> paths) {
        return "set -- " + ShellText.quoted(paths) + "\nfor file; do\n    remove \"$BASE$file\"\ndone\n";
    }

    static final class Builder extends ImmutableGuestStep.Builder {}
}
