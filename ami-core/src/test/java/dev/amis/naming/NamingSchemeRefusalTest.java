package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingSchemeRefusalTest {

    private static final String NAME_RULE =
            "in a part's name, which is a letter followed by letters, digits, '-' and '_'";

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    web-1.0                    ! 1  ! it has no part such as {version} or {date}
                    web-*-{version}            ! 5  ! '*' is not allowed in an image's name
                    web😀{version}             ! 4  ! '😀' is not allowed in an image's name
                    web-{version               ! 5  ! '{' is never closed
                    web-{a-{version}           ! 5  ! '{' is never closed
                    web-version}               ! 12 ! '}' closes no brace
                    web-{}                     ! 6  ! the part has no name
                    web-{?}                    ! 6  ! the part has no name
                    web-{:a|b}                 ! 6  ! the part has no name
                    web-{version}-{version}    ! 16 ! the part 'version' stands there twice
                    {a}-{b}-{a}                ! 10 ! the part 'a' stands there twice
                    web-{version:x}            ! 13 ! the part 'version' takes nothing after ':'
                    web-{build:x}              ! 11 ! the part 'build' takes nothing after ':'
                    web-{os:a||b}              ! 11 ! the part 'os' has an empty choice
                    web-{os:}                  ! 9  ! the part 'os' has an empty choice
                    web-{os:a|}                ! 11 ! the part 'os' has an empty choice
                    web-{os:|a}                ! 9  ! the part 'os' has an empty choice
                    web-{os:a|b|a}             ! 13 ! the part 'os' has the choice 'a' twice
                    web-{os:a|b#}              ! 12 ! '#' is not allowed in an image's name
                    {app}{os}                  ! 6  ! {os} comes right after {app}; put a separator between them
                    {version}{build}           ! 10 ! {build} comes right after {version}; put a separator between them
                    {app}{os:a|b}              ! 6  ! {os:a|b} comes right after {app}; put a separator between them
                    {a}-{b?}{c}                ! 9  ! {c} comes right after {b?}; put a separator between them
                    {a}{version}               ! 4  ! {version} comes right after {a}; put a separator between them
                    {a}{b?}                    ! 4  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    web{b?}-{version}          ! 4  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {version}v{b?}             ! 11 ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {version}-v{b?}-x          ! 12 ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {a}{b?}-x                  ! 4  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {b?}web                    ! 1  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {b?}                       ! 1  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {a?}-{b?}                  ! 6  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    {b?}{c}                    ! 1  ! the optional part {b?} has no separator of its own, out of - _ . / @ and space
                    w{os:x}                    ! 1  ! its longest name has 2 characters, but EC2 needs 3
                    """)
    void aWrongPatternIsRefusedWithPositionAndReason(String pattern, int position, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(pattern))
                .withMessage("NamingScheme '" + pattern + "' is wrong at position " + position + ": " + reason);
    }

    @Test
    void theEmptyPatternIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(""))
                .withMessage("NamingScheme '' is wrong at position 1: it has no part such as {version} or {date}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    {1a}  ! 2
                    {-a}  ! 2
                    {_a}  ! 2
                    {a b} ! 3
                    {a??} ! 3
                    {a.b} ! 3
                    {a[}  ! 3
                    {a@}  ! 3
                    {a`}  ! 3
                    """)
    void aPartsNameHasOnlyLettersDigitsHyphensAndUnderscores(String part, int position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(part + "-x"))
                .withMessage("NamingScheme '" + part + "-x' is wrong at position " + position + ": '"
                        + part.charAt(position - 1) + "' cannot stand there " + NAME_RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a}", "{zZ}", "{A-1_b}", "{a9}", "{a0}"})
    void partsNamesOfLettersDigitsHyphensAndUnderscoresAreTaken(String part) {
        assertThat(NamingScheme.parse(part + "-x").parts()).containsExactly(part.substring(1, part.length() - 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    yyyyMMEE   ! 13 ! the letter 'E' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    hh         ! 7  ! the letter 'h' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    YYYY       ! 7  ! the letter 'Y' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    zzzz       ! 7  ! the letter 'z' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    aaaa       ! 7  ! the letter 'a' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    AAAA       ! 7  ! the letter 'A' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    ZZZZ       ! 7  ! the letter 'Z' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can
                    yyy        ! 7  ! 'y' must be written yyyy or yy
                    yyyyM      ! 11 ! 'M' must be written MM
                    yyyyMMM    ! 11 ! 'M' must be written MM
                    yyyyMMd    ! 13 ! 'd' must be written dd
                    yyyyD      ! 11 ! 'D' must be written DDD
                    yyyyMMddH  ! 15 ! 'H' must be written HH
                    yyyyMMddHHm ! 17 ! 'm' must be written mm
                    yyyyMMddHHmms ! 19 ! 's' must be written ss
                    yyyyMMddHHmmssSSSSSSSSSS ! 21 ! 'S' must be written S to SSSSSSSSS
                    yyyyMMyy   ! 13 ! the date pattern has 'y' twice
                    yyyyMMuu   ! 13 ! the date pattern has 'y' twice
                    yyyyMM-MM  ! 14 ! the date pattern has 'M' twice
                    yyyy'T     ! 11 ! the quote in the date pattern is never closed
                    yyyy'T''   ! 11 ! the quote in the date pattern is never closed
                    yyyy'      ! 11 ! the quote in the date pattern is never closed
                    yyyy[MM]   ! 11 ! '[' in a date pattern must stand between quotes
                    yyyy]      ! 11 ! ']' in a date pattern must stand between quotes
                    yyyy:MM    ! 11 ! ':' is not allowed in an image's name
                    yyyy'#'    ! 12 ! '#' is not allowed in an image's name
                    MMdd       ! 7  ! a date pattern needs the year, as yyyy
                    "''"       ! 7  ! a date pattern needs the year, as yyyy
                    ""         ! 7  ! a date pattern needs the year, as yyyy
                    yyyyMMDDD  ! 7  ! a date pattern has either the day of the year or the month, not both
                    yyyydd     ! 7  ! a date pattern with 'd' needs 'M' as well
                    yyyyHH     ! 7  ! a date pattern with 'H' needs 'd' as well
                    yyyyMMHH   ! 7  ! a date pattern with 'H' needs 'd' as well
                    yyyyMMddmm ! 7  ! a date pattern with 'm' needs 'H' as well
                    yyyyMMddHHss ! 7  ! a date pattern with 's' needs 'm' as well
                    yyyyMMddHHmmSSS ! 7  ! a date pattern with 'S' needs 's' as well
                    """)
    void aWrongDatePatternIsRefusedWithPositionAndReason(String datePattern, int position, String reason) {
        String pattern = "{date:" + datePattern + "}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(pattern))
                .withMessage("NamingScheme '" + pattern + "' is wrong at position " + position + ": " + reason);
    }

    @Test
    void aSchemeWhoseShortestNameIsTooLongIsRefused() {
        String longest = "a".repeat(119);

        assertThat(NamingScheme.parse(longest + "-{date}").parts()).containsExactly("date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(longest + "-a{date}"))
                .withMessageEndingWith(
                        "is wrong at position 1: its shortest name has 129 characters, but EC2 allows 128");
    }

    @Test
    void everyMandatoryPartCountsInTheShortestName() {
        String text = "a".repeat(121);

        assertThat(NamingScheme.parse(text + "-{a}-{build}-{os:a|bb}").parts()).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingScheme.parse(text + "a--{a}-{build}-{os:aa|bbb}"))
                .withMessageContaining("its shortest name has 130 characters");
        assertThat(NamingScheme.parse(text + "aa-{version}-{a}{x?}".replace("{x?}", "-{x?}"))
                        .parts())
                .hasSize(3);
    }

    @Test
    void theLongestNameCountsOptionalPartsWithTheirSeparators() {
        assertThat(NamingScheme.parse("{os:x}-{env?:a}").parts()).containsExactly("os", "env");
        assertThat(NamingScheme.parse("ww{os:x}").parts()).containsExactly("os");
        assertThat(NamingScheme.parse("{build}").matches("123")).isTrue();
    }
}
