package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that somebody has looked at and found good, stored beside the tests.
 *
 * @param file where it is
 */
record Golden(Path file) {

    /** Set it to store what comes out instead of comparing it; look at it before it is committed. */
    private static final String WRITE = "golden.write";

    static Golden of(String name) {
        return new Golden(Path.of("src", "test", "resources", "dev", "amis", "report", name));
    }

    void compareWith(String actual) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; -D%s=true writes it anew", file, WRITE)
                    .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
