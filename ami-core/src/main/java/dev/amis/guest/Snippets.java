package dev.amis.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The parts of scripts, kept as files so that they can be read and checked as what they are. */
final class Snippets {

    private Snippets() {}

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Snippets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the library's own " + name + " cannot be read", broken);
        }
    }
}
