package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    /** The text of an instant has a fraction only where it has milliseconds, so both of EC2's forms are tried. */
    @Property(tries = 100)
    void datesAreReadWithAndWithoutAFraction(@ForAll @LongRange(max = 4_000_000_000_000L) long milliseconds) {
        Instant whole = Instant.ofEpochSecond(milliseconds / 1_000);
        Instant exact = Instant.ofEpochMilli(milliseconds);

        assertThat(Texts.instant(whole.toString())).contains(whole);
        assertThat(Texts.instant(exact.toString())).contains(exact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T08:00:00Z", "2026-01-05T08:00:00.000Z", "2026-01-05T09:00:00+01:00"})
    void oneInstantHasManyForms(String text) {
        assertThat(Texts.instant(text)).contains(Instant.parse("2026-01-05T08:00:00Z"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-45T00:00:00Z",
                "2026-02-30T00:00:00.000Z",
                "2026-01-05T25:00:00Z",
                "2026-01-05 08:00:00Z"
            })
    void whatIsNoDateReadsAsNone(String text) {
        assertThat(Texts.instant(text)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void emptyMeansAbsent(String text) {
        assertThat(Texts.text(text)).isEmpty();
    }
}
