package dev.amis.guest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts steps together to a shell script. */
final class ShellText {

    private static final String HEAD = """
            #!/bin/bash
            # @PURPOSE@
            # It is written for a POSIX shell, stops at the first failure and names the step, can be run again, and with
            # --dry-run only tells what it would do. Read it before you run it.
            #
            # Functions are called by their names, and single quotes hold programs for awk:
            # shellcheck disable=SC2016,SC2317
            #
            # Steps:
            """;

    private ShellText() {}

    /** Quotes a text so that the shell takes it as it is. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String quoted(Collection<String> texts) {
        return texts.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    static GuestScript script(
            String purpose, Optional<GuestFamily> family, List<String> preludes, List<GuestStep> steps) {
        if (steps.isEmpty()) {
            throw new IllegalStateException("there are no steps, but a script needs at least one");
        }
        StringBuilder out = new StringBuilder(HEAD.replace("@PURPOSE@", purpose));
        steps.forEach(step -> out.append("#   ").append(step).append('\n'));
        out.append("\nEXPECTED_FAMILY=")
                .append(quoted(family.map(GuestFamily::toString).orElse("")));
        preludes.forEach(prelude -> out.append('\n').append(Snippets.read(prelude)));
        steps.forEach(step -> append(out, step));
        out.append("\nmain() {\n    trap finish EXIT\n    trap 'exit 143' HUP INT TERM\n    options \"$@\"\n");
        steps.forEach(step -> out.append("    run ")
                .append(step.id())
                .append(' ')
                .append(function(step))
                .append('\n'));
        // One line, so that the shell has read all there is to read, should a step take the script itself away.
        out.append("}\n\nmain \"$@\"; exit 0\n");
        return new GuestScript(GuestScript.Language.SHELL, out.toString());
    }

    static GuestScript dryRun(GuestScript script) {
        return new GuestScript(script.language(), script.text().replace("DRY_RUN=${AMIS_DRY_RUN:-no}", "DRY_RUN=yes"));
    }

    private static void append(StringBuilder out, GuestStep step) {
        out.append("\n# ").append(step).append('\n');
        out.append("# Why: ").append(step.why()).append('\n');
        step.touches()
                .forEach(touched -> out.append("# Touches: ").append(touched).append('\n'));
        out.append(function(step)).append("() (\n").append(step.commands()).append(")\n");
    }

    private static String function(GuestStep step) {
        return "step_" + step.id().replace('-', '_');
    }
}
