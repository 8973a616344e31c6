package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "P1D, 1 day",
        "P30D, 30 days",
        "PT1H, 1 hour",
        "PT36H, 36 hours",
        "PT1M, 1 minute",
        "PT90M, 90 minutes",
        "PT90S, PT1M30S"
    })
    void readAsPeopleSayThem(Duration value, String text) {
        assertThat(Durations.text(value)).isEqualTo(text);
    }
}
