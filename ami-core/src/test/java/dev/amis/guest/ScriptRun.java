package dev.amis.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a script ended that was run for real, always in another root than this machine's. */
record ScriptRun(int exit, String out, String err) {

    /** Runs a script in bash, on what is in a directory. */
    static ScriptRun in(Path root, GuestScript script, String... options) {
        return with("bash", root, script, Map.of(), options);
    }

    /** Runs a script in a certain shell, on what is in a directory. */
    static ScriptRun with(
            String shell, Path root, GuestScript script, Map<String, String> environment, String... options) {
        List<String> command = new ArrayList<>(List.of(shell, "-s", "--", "--root", root.toString()));
        command.addAll(List.of(options));
        return run(command, script.text(), environment);
    }

    /** Runs a command with a text on its standard input. */
    static ScriptRun run(List<String> command, String input, Map<String, String> environment) {
        try {
            Path in = Files.writeString(Files.createTempFile("script", ".in"), input);
            Path err = Files.createTempFile("script", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectInput(in.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within a minute");
            }
            String complaints = Files.readString(err, StandardCharsets.UTF_8);
            Files.delete(in);
            Files.delete(err);
            return new ScriptRun(process.exitValue(), out, complaints);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", stopped);
        }
    }

    ScriptRun succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + "\n" + out + "\n" + err);
        }
        return this;
    }
}
