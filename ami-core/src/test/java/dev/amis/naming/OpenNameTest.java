package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.ImageName;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenNameTest {

    private static final NamingScheme WEB = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");
    private static final NamingScheme BASE = NamingScheme.parse("Base-{runtime?}-v{version}");
    private static final NamingScheme APPS = NamingScheme.parse("{app}-v{version}-{environment}");
    private static final Instant LATE = Instant.parse("2026-11-23T23:30:15Z");

    @Test
    void aFilledNameIsWritten() {
        SchemedName name = APPS.with("app", "Database-MySQL")
                .version("2.1")
                .with("environment", "production")
                .render();

        assertThat(name).hasToString("Database-MySQL-v2.1-production");
        assertThat(name.name()).isEqualTo(ImageName.of("Database-MySQL-v2.1-production"));
    }

    @Test
    void anOptionalPartComesWithItsSeparator() {
        assertThat(BASE.with("runtime", "Java11").version("1.0").render()).hasToString("Base-Java11-v1.0");
    }

    @Test
    void anOptionalPartThatIsLeftOutTakesItsSeparatorAlong() {
        assertThat(BASE.newName().version("1.0").render()).hasToString("Base-v1.0");
    }

    @Test
    void anOptionalPartInFrontComesWithTheSeparatorBehindIt() {
        NamingScheme scheme = NamingScheme.parse("{team?}-web-{version}");

        assertThat(scheme.with("team", "a").version("1").render()).hasToString("a-web-1");
        assertThat(scheme.newName().version("1").render()).hasToString("web-1");
    }

    @Test
    void aDateIsWrittenInItsPattern() {
        assertThat(WEB.first().on(LocalDate.of(2024, 2, 9)).render()).hasToString("WebApp-v1.0.0-20240209");
    }

    @Test
    void anInstantIsWrittenInUtc() {
        NamingScheme scheme = NamingScheme.parse("web-{date:yyyyMMddHHmmss}");

        assertThat(scheme.newName().at(LATE).render()).hasToString("web-20261123233015");
        assertThat(scheme.newName().on(LocalDate.of(2024, 2, 9)).render()).hasToString("web-20240209000000");
    }

    @Test
    void closingTakesTheDayInUtcWhateverTheClocksZone() {
        Clock tokyo = Clock.fixed(LATE, ZoneId.of("Asia/Tokyo"));

        assertThat(WEB.first().closeAt(tokyo)).hasToString("WebApp-v1.0.0-20261123");
    }

    @Test
    void closingKeepsADateThatIsSet() {
        assertThat(WEB.first().on(LocalDate.of(2024, 2, 9)).closeAt(clock())).hasToString("WebApp-v1.0.0-20240209");
    }

    @Test
    void closingANameWithoutDateJustWritesIt() {
        assertThat(BASE.first().closeAt(clock())).hasToString("Base-v1.0.0");
    }

    @Test
    void theFirstNameHasVersionAndBuildNumberOne() {
        assertThat(NamingScheme.parse("{app}-{version}-b{build}").first().values())
                .isEqualTo(Map.of("version", "1.0.0", "build", "1"));
        assertThat(NamingScheme.parse("{app}-{date}").first().values()).isEmpty();
    }

    @Test
    void aStepLeavesTheNameItStartedFromAsItWas() {
        OpenName first = WEB.first();

        first.version("2.0.0");

        assertThat(first.values()).isEqualTo(Map.of("version", "1.0.0"));
    }

    @Test
    void aLaterValueReplacesAnEarlierOne() {
        assertThat(WEB.first().version(ImageVersion.parse("2.0")).values()).isEqualTo(Map.of("version", "2.0"));
    }

    @Test
    void aValueCanBeTakenAway() {
        assertThat(BASE.with("runtime", "Java11")
                        .version("1")
                        .without("runtime")
                        .render())
                .hasToString("Base-v1");
    }

    @Test
    void valuesStandInTheSchemesOrder() {
        assertThat(APPS.with("environment", "e")
                        .version("1")
                        .with("app", "a")
                        .values()
                        .keySet())
                .containsExactly("app", "version", "environment");
    }

    @Test
    void anOpenNameShowsWhatIsOpen() {
        assertThat(WEB.first()).hasToString("WebApp-v1.0.0-{date:yyyyMMdd}");
        assertThat(BASE.newName()).hasToString("Base-v{version}");
    }

    @Test
    void writingInsistsOnEveryMandatoryPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEB.first().render())
                .withMessage(
                        "Part 'date' of the scheme 'WebApp-v{version}-{date:yyyyMMdd}' has no value yet, so the name"
                                + " 'WebApp-v1.0.0-{date:yyyyMMdd}' is still open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    app     ! a#b       ! '#' at position 2 is not allowed in a name
                    app     ! a😀       ! '😀' at position 2 is not allowed in a name
                    version ! one       ! 'one' is not a version: a number is missing at position 1
                    env     ! test      ! 'test' is not one of dev, prod
                    build   ! -1        ! '-1' is not a build number of 1 to 18 digits
                    build   ! 1x        ! '1x' is not a build number of 1 to 18 digits
                    build   ! 1234567890123456789 ! '1234567890123456789' is not a build number of 1 to 18 digits
                    date    ! 20240230  ! '20240230' is not a date as yyyyMMdd
                    date    ! 2024010   ! '2024010' is not a date as yyyyMMdd
                    date    ! 202401011 ! '202401011' is not a date as yyyyMMdd
                    """)
    void aValueThatThePartCannotHoldIsRefused(String part, String value, String reason) {
        String pattern = "{app}-{version}-{env:dev|prod}-{build}-{date}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(pattern).with(part, value))
                .withMessage("Part '" + part + "' of the scheme '" + pattern + "' is '" + value + "', but " + reason);
    }

    @Test
    void anEmptyValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.with("runtime", ""))
                .withMessage("Part 'runtime' of the scheme '" + BASE
                        + "' is empty, but needs a value; leave an optional" + " part out with without(\"runtime\")");
    }

    @Test
    void aPartThatTheSchemeLacksIsRefused() {
        String message = "NamingScheme 'Base-{runtime?}-v{version}' has no part '%s', only [runtime, version]";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.with("arch", "x"))
                .withMessage(message, "arch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.newName().without("arch"))
                .withMessage(message, "arch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.newName().on(LocalDate.of(2024, 1, 1)))
                .withMessage(message, "date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.newName().build(1))
                .withMessage(message, "build");
    }

    @Test
    void aYearThatThePatternCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEB.first().on(LocalDate.of(12024, 1, 1)))
                .withMessage("the year 12024 cannot be written as yyyyMMdd, which takes 1 to 9999");
    }

    @Test
    void aNameThatWouldBeTooLongIsRefused() {
        assertThat(BASE.with("runtime", "x".repeat(120)).version("1").render().toString())
                .hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BASE.with("runtime", "x".repeat(121)).version("1").render())
                .withMessageStartingWith("image name has 129 characters, but must have from 3 to 128");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    A-v1 ! 2          ! x   ! Part 'app' of the scheme '{app}-v{version}-{environment}' is 'A-v1', but would be read back from 'A-v1-v2-x' as 'A'
                    A    ! 1.0.0-rc.1 ! dev ! Part 'version' of the scheme '{app}-v{version}-{environment}' is '1.0.0-rc.1', but would be read back from 'A-v1.0.0-rc.1-dev' as '1.0.0'
                    """)
    void valuesThatWouldBeReadBackDifferentlyAreRefused(
            String app, String version, String environment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> APPS.with("app", app)
                        .version(version)
                        .with("environment", environment)
                        .render())
                .withMessage(message);
    }

    @Test
    void aValueThatWouldBeReadBackInAnotherPartIsRefused() {
        NamingScheme scheme = NamingScheme.parse("{a?}-{b?}-x-{version}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.with("b", "q").version("1").render())
                .withMessage("Part 'a' of the scheme '{a?}-{b?}-x-{version}' is left out, but would be read back from"
                        + " 'q-x-1' as 'q'");
    }

    @Test
    void openNamesOfEqualValuesAreEqual() {
        assertThat(WEB.first())
                .isEqualTo(WEB.newName().version("1.0.0"))
                .hasSameHashCodeAs(WEB.newName().version("1.0.0"))
                .isNotEqualTo(WEB.newName())
                .isNotEqualTo(NamingScheme.parse("web-{version}").first())
                .isNotEqualTo("WebApp");
        assertThat(WEB.first().hashCode()).isNotEqualTo(BASE.first().hashCode());
        assertThat(WEB.first().scheme()).isEqualTo(WEB);
    }

    @Test
    void fixingAPartGivesTheSchemeOfOneFamily() {
        NamingScheme mysql = APPS.fixing("app", "Database-MySQL");

        assertThat(mysql.pattern()).isEqualTo("Database-MySQL-v{version}-{environment}");
        assertThat(mysql.fixing("environment", "production").pattern())
                .isEqualTo("Database-MySQL-v{version}-production");
        assertThat(BASE.fixing("runtime", "Java11").pattern()).isEqualTo("Base-Java11-v{version}");
    }

    @Test
    void fixingAPartToWhatItCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> APPS.fixing("app", "a#"))
                .withMessageContaining("Part 'app'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> APPS.fixing("arch", "a"))
                .withMessageContaining("has no part 'arch'");
    }

    private static Clock clock() {
        return Clock.fixed(LATE, ZoneOffset.UTC);
    }
}
