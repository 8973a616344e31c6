package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void helpNamesTheProgram() {
        StringWriter out = new StringWriter();
        int exit = Main.commandLine().setOut(new PrintWriter(out)).execute("--help");
        assertThat(out.toString()).startsWith("Usage: amis-examples");
        assertThat(exit).isZero();
    }
}
