package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "5, 1, 5", "6, 2, 6", "82, 20, 100", "1992, 500, 2000", "175096, 50000, 200000"})
    void linesStandAtRoundNumbers(long highest, long step, long top) {
        assertThat(Scale.upTo(highest)).isEqualTo(new Scale(step, top));
    }

    @Test
    void linesGoFromNoughtToTheTop() {
        assertThat(Scale.upTo(6).lines()).containsExactly(0L, 2L, 4L, 6L);
    }

    @Property(tries = 200)
    void everythingFitsBelowTheTop(@ForAll @LongRange(max = 1L << 50) long highest) {
        Scale scale = Scale.upTo(highest);

        assertThat(scale.share(highest)).isBetween(0.0, 1.0);
        assertThat(scale.lines()).hasSizeBetween(2, 6);
    }
}
