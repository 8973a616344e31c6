package dev.amis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void printsOnOneLine() {
        assertThat(new Progress("web-1.0.0", "pending", OptionalInt.of(42), Duration.ofMillis(61_900)))
                .hasToString("web-1.0.0 pending 42% after 61 s");
    }

    @Test
    void leavesOutAPercentageThatCannotBeTold() {
        assertThat(new Progress("web-1.0.0", "pending", OptionalInt.empty(), Duration.ZERO))
                .hasToString("web-1.0.0 pending after 0 s");
    }
}
