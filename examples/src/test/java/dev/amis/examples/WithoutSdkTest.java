package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plays in memory does not even need the AWS SDK to be there, so that it does not wait for it to be loaded. */
@Timeout(60)
class WithoutSdkTest {

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "faults"})
    void tasksInMemoryLoadNoSdk(String task) throws Exception {
        Process process = Child.start(entry -> !entry.contains("awssdk"), task);
        try (BufferedReader out = process.inputReader()) {
            String shown = out.lines().collect(Collectors.joining("\n"));

            assertThat(process.waitFor()).isZero();
            assertThat(shown).isNotEmpty();
        }
    }
}
