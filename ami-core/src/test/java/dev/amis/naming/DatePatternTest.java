package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {

    private static final long SECONDS_OF_YEAR_2000 = 946_684_800L;
    private static final long SECONDS_OF_YEAR_2099 = 4_070_908_800L;

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "yyyyMMdd",
                "uuuuMMdd",
                "yyMMdd",
                "yyyy-MM-dd",
                "yyyyDDD",
                "yyyyMMddHHmmss",
                "yyyy-MM-dd'T'HHmmss'Z'",
                "yyyyMMddHHmmssSSS",
                "yyyyMMddHHmmss.SSSSSSSSS",
                "yyyyMMddHHmmssS",
                "dd.MM.yyyy",
                "yyyyMM",
                "yyyy",
                "yyyy'o''clock'MM",
                "yyyy''MM",
                "'['yyyy']'",
                "HHmmddMMuu",
                "yyyy DDD HH",
                "'yyyy'yyyy");
    }

    @Property(tries = 200)
    void writingAgreesWithJavaTime(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = SECONDS_OF_YEAR_2000, max = SECONDS_OF_YEAR_2099) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        LocalDateTime date = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);

        assertThat(parsed(pattern).write(date))
                .isEqualTo(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBackAndWrittenAgain(
            @ForAll("patterns") String pattern,
            @ForAll @LongRange(min = SECONDS_OF_YEAR_2000, max = SECONDS_OF_YEAR_2099) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        DatePattern dates = parsed(pattern);
        String written = dates.write(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));

        assertThat(dates.fits("x" + written, 1)).isTrue();
        assertThat(dates.write(dates.read("x" + written, 1))).isEqualTo(written);
    }

    @Property(tries = 200)
    void aDateIsTakenJustWhenTheCalendarHasIt(
            @ForAll @IntRange(max = 2500) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        String text = String.format("%04d%02d%02d", year, month, day);

        assertThat(parsed("yyyyMMdd").fits(text, 0)).isEqualTo(year > 0 && existsInCalendar(year, month, day));
    }

    private static boolean existsInCalendar(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    yyyyMMdd,       20240229, true
                    yyyyMMdd,       20230229, false
                    yyyyMMdd,       20240430, true
                    yyyyMMdd,       20240431, false
                    yyyyMMdd,       20241231, true
                    yyyyMMdd,       20241232, false
                    yyyyMMdd,       20241301, false
                    yyyyMMdd,       20240001, false
                    yyyyMMdd,       20240100, false
                    yyyyMMdd,       00000101, false
                    yyyyMMdd,       00010101, true
                    yyyyMMdd,       99991231, true
                    yyyyMMdd,       2024010x, false
                    yyyyMMdd,       2024010,  false
                    yyyyMMdd,       202401/1, false
                    yyyyMMdd,       202401:1, false
                    yyyy-MM-dd,     2024-01-01, true
                    yyyy-MM-dd,     2024.01-01, false
                    yyyyDDD,        2024366, true
                    yyyyDDD,        2023366, false
                    yyyyDDD,        2023365, true
                    yyyyDDD,        2024000, false
                    yyyyDDD,        2024367, false
                    yyyyMMddHH,     2024010123, true
                    yyyyMMddHH,     2024010124, false
                    yyyyMMddHHmm,   202401010059, true
                    yyyyMMddHHmm,   202401010060, false
                    yyyyMMddHHmmss, 20240101000059, true
                    yyyyMMddHHmmss, 20240101000060, false
                    yyMMdd,         000101, true
                    """)
    void datesAreChecked(String pattern, String text, boolean fits) {
        assertThat(parsed(pattern).fits(text, 0)).isEqualTo(fits);
    }

    @Test
    void whatThePatternLeavesOutIsTheEarliest() {
        assertThat(parsed("yyyy").read("2024", 0)).isEqualTo("2024-01-01T00:00:00");
        assertThat(parsed("yyyyDDD").read("2024060", 0)).isEqualTo("2024-02-29T00:00:00");
        assertThat(parsed("yyyyMMddHH").read("2024020317", 0)).isEqualTo("2024-02-03T17:00:00");
    }

    @Test
    void fractionsAreReadAtTheirScale() {
        assertThat(parsed("yyyyMMddHHmmssSSS").read("20240101000000007", 0)).isEqualTo("2024-01-01T00:00:00.007");
        assertThat(parsed("yyyyMMddHHmmssS").read("202401010000009", 0)).isEqualTo("2024-01-01T00:00:00.900");
    }

    @Test
    void readingWhatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("yyyy").read("x24", 0))
                .withMessage("no date as yyyy in 'x24' at index 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2100})
    void twoDigitsHoldOnlyThisCentury(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("yyMMdd").write(Year.of(year).atDay(1).atStartOfDay()))
                .withMessage("the year " + year + " cannot be written as yyMMdd, which takes 2000 to 2099");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10000})
    void fourDigitsHoldTheYears1To9999(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> parsed("yyyyMMdd").write(Year.of(year).atDay(1).atStartOfDay()))
                .withMessage("the year " + year + " cannot be written as yyyyMMdd, which takes 1 to 9999");
    }

    @Test
    void theFirstAndTheLastYearThatFitAreWritten() {
        assertThat(parsed("yyyy").write(Year.of(1).atDay(1).atStartOfDay())).isEqualTo("0001");
        assertThat(parsed("yyyy").write(Year.of(9999).atDay(1).atStartOfDay())).isEqualTo("9999");
        assertThat(parsed("yy").write(Year.of(2000).atDay(1).atStartOfDay())).isEqualTo("00");
        assertThat(parsed("yy").write(Year.of(2099).atDay(1).atStartOfDay())).isEqualTo("99");
    }

    @Test
    void aPatternPrintsAsItself() {
        assertThat(parsed("yyyy-'W'MM")).hasToString("yyyy-'W'MM");
    }

    private static DatePattern parsed(String pattern) {
        return new DatePatternParser(new SchemeText(pattern), 0, pattern).parse();
    }
}
