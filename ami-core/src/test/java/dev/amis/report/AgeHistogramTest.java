package dev.amis.report;

import static dev.amis.report.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeHistogramTest {

    @ParameterizedTest
    @CsvSource({
        "0, WEEK, 1",
        "6, WEEK, 1",
        "7, WEEK, 2",
        "90, WEEK, 13",
        "91, MONTH, 4",
        "719, MONTH, 24",
        "720, QUARTER, 8",
        "2183, QUARTER, 24",
        "2184, YEAR, 6",
        "4379, YEAR, 12",
        "4380, YEAR, 12",
        "100000, YEAR, 12"
    })
    void stepsSuitTheOldestImage(int oldest, AgeHistogram.Unit unit, int bars) {
        AgeHistogram ages = ages(0, oldest);

        assertThat(ages.unit()).isEqualTo(unit);
        assertThat(ages.bars()).hasSize(bars);
    }

    @Test
    void whatIsOlderThanAllStepsIsInTheLast() {
        assertThat(ages(4_379).bars().get(11).label()).isEqualTo("11");
        assertThat(ages(4_380).bars().get(11).label()).isEqualTo("11+");
        assertThat(ages(4_380, 9_000).bars().get(11).tally().images()).isEqualTo(2);
    }

    @Test
    void stepsWithoutImagesAreThereToo() {
        assertThat(ages(1, 30).bars()).extracting(bar -> bar.tally().images()).containsExactly(1L, 0L, 0L, 0L, 1L);
    }

    @Test
    void imagesWithoutADateHaveABarOfTheirOwn() {
        AgeHistogram ages = AgeHistogram.of(Samples.plan()
                .addDecision(decision(1, Verdict.KEEP, 1))
                .addDecision(decision(2, "web", Verdict.KEEP, Optional.empty()))
                .build());

        assertThat(ages.bars()).extracting(AgeHistogram.Bar::label).containsExactly("0", "?");
        assertThat(ages.bars().get(1).age(ages.unit())).isEqualTo("no date");
    }

    @Test
    void aPlanWithoutDatesHasThatBarOnly() {
        AgeHistogram ages = AgeHistogram.of(Samples.plan()
                .addDecision(decision(1, "web", Verdict.KEEP, Optional.empty()))
                .build());

        assertThat(ages.bars()).extracting(AgeHistogram.Bar::label).containsExactly("?");
    }

    @Test
    void aPlanWithoutImagesHasNone() {
        assertThat(AgeHistogram.of(Samples.plan().build()).bars()).isEmpty();
    }

    @Test
    void anImageOfTheFutureIsAsGoodAsNew() {
        AgeHistogram ages = AgeHistogram.of(Samples.plan()
                .addDecision(decision(1, "web", Verdict.KEEP, Optional.of(Duration.ofDays(-40))))
                .build());

        assertThat(ages.bars()).extracting(AgeHistogram.Bar::label).containsExactly("0");
    }

    @Test
    void anAgeIsSaidInItsUnit() {
        AgeHistogram ages = ages(0, 10);

        assertThat(ages.bars()).extracting(bar -> bar.age(ages.unit())).containsExactly("age 0 weeks", "age 1 week");
        assertThat(ages.unit().axis()).isEqualTo("age in whole weeks of 7 days");
    }

    private static AgeHistogram ages(int... days) {
        return AgeHistogram.of(Samples.plan()
                .addAllDecisions(IntStream.range(0, days.length)
                        .mapToObj(i -> decision(i + 1, Verdict.KEEP, days[i]))
                        .toList())
                .build());
    }
}
