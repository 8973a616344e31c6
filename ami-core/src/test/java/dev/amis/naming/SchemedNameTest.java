package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemedNameTest {

    @Test
    void thePartsCanBeRead() {
        SchemedName name = NamingScheme.parse("{app}-v{version}-{date:yyyyMMddHHmm}-b{build}")
                .parseName("web-v1.2-202402091730-b42");

        assertThat(name.version()).hasValue(ImageVersion.parse("1.2"));
        assertThat(name.date()).hasValue(LocalDate.of(2024, 2, 9));
        assertThat(name.dateTime()).hasValue(LocalDateTime.of(2024, 2, 9, 17, 30));
        assertThat(name.build()).hasValue(42);
        assertThat(name.part("app")).hasValue("web");
        assertThat(name.parts().keySet()).containsExactly("app", "version", "date", "build");
    }

    @Test
    void whatTheNameLacksIsEmpty() {
        SchemedName name = NamingScheme.parse("web-{x}").parseName("web-y");

        assertThat(name.version()).isEmpty();
        assertThat(name.date()).isEmpty();
        assertThat(name.dateTime()).isEmpty();
        assertThat(name.build()).isEmpty();
    }

    @Test
    void anOptionalPartThatTheNameLacksIsEmpty() {
        SchemedName name = NamingScheme.parse("web-{version}-{arch?}").parseName("web-1");

        assertThat(name.part("arch")).isEmpty();
        assertThat(name.parts()).containsOnlyKeys("version");
    }

    @Test
    void aBuildNumberOfZeroIsThere() {
        assertThat(NamingScheme.parse("web-{build}").parseName("web-0").build()).hasValue(0);
    }

    @Test
    void askingForAPartThatTheSchemeLacksIsRefused() {
        SchemedName name = NamingScheme.parse("web-{version}").parseName("web-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> name.part("arch"))
                .withMessage("NamingScheme 'web-{version}' has no part 'arch', only [version]");
    }

    @Test
    void thePartsCannotBeChanged() {
        SchemedName name = NamingScheme.parse("web-{version}").parseName("web-1");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> name.parts().put("version", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    WebApp-v{version}-{date}       ! WebApp-v1.0.0-20240101          ! WebApp-v*-*
                    {app}-v{version}-{environment} ! Database-MySQL-v2.1-production  ! Database-MySQL-v*-production
                    Base-{runtime?}-v{version}     ! Base-Java11-v1.0                ! Base-Java11-v*
                    Base-{runtime?}-v{version}     ! Base-v1.0                       ! Base-v*
                    {team?}-web-{version}          ! a-web-1                         ! a-web-*
                    {team?}-web-{version}          ! web-1                           ! web-*
                    {app}-{build}                  ! web-17                          ! web-*
                    {app}-{os:a|b}                 ! web-a                           ! web-a
                    {app}-v{version}-{date?}       ! web-v1                          ! web-v*-*
                    {app}-v{version}-{date?}       ! web-v1-20240101                 ! web-v*-*
                    web-{version}-{build?}         ! web-1                           ! web-*-*
                    {version?}-{app}               ! 1-web                           ! *-web
                    {version?}-{app}               ! web                             ! *-web
                    """)
    void theFamilyIsTheNameWithoutVersionDateAndBuild(String pattern, String name, String family) {
        NamingScheme scheme = NamingScheme.parse(pattern);

        assertThat(scheme.parseName(name).family()).isEqualTo(family);
        assertThat(scheme.familyOf(name)).hasValue(family);
    }

    @Test
    void namesAreOrderedByVersionThenDateThenBuildThenText() {
        NamingScheme scheme = NamingScheme.parse("{app}-v{version}-{date:yyyyMMdd}-b{build}");
        List<SchemedName> ordered = Stream.of(
                        "z-v1.2.0-20250101-b9",
                        "z-v1.10.0-20230101-b8",
                        "z-v1.10.0-20240101-b2",
                        "a-v1.10.0-20240101-b10",
                        "b-v1.10.0-20240101-b10",
                        "b-v1.10.0-20240101-b11",
                        "a-v2.0.0-20220101-b1")
                .map(scheme::parseName)
                .toList();

        assertThat(ordered.stream().sorted(Comparator.reverseOrder()).sorted()).isEqualTo(ordered);
    }

    @Test
    void aNameThatLacksAVersionOrADateOrABuildComesFirst() {
        NamingScheme scheme = NamingScheme.parse("{app:web}-{version?}-{date?:yyyyMMdd'x'}-{build?}");

        assertThat(Stream.of("web", "web-7", "web-20240101x", "web-20240101x-7", "web-1.0", "web-1.0-20240101x")
                        .map(scheme::parseName)
                        .map(SchemedName::parts)
                        .map(Object::toString))
                .containsExactly(
                        "{app=web}",
                        "{app=web, version=7}",
                        "{app=web, date=20240101x}",
                        "{app=web, date=20240101x, build=7}",
                        "{app=web, version=1.0}",
                        "{app=web, version=1.0, date=20240101x}");
        assertThat(scheme.parseName("web")).isLessThan(scheme.parseName("web-20240101x"));
        assertThat(scheme.parseName("web-20240101x")).isLessThan(scheme.parseName("web-20240101x-7"));
        assertThat(scheme.parseName("web-20250101x-9")).isLessThan(scheme.parseName("web-1.0"));
        assertThat(scheme.parseName("web-1.0")).isGreaterThan(scheme.parseName("web-20250101x-9"));
        assertThat(scheme.parseName("web-1.0")).isLessThan(scheme.parseName("web-1.0-20240101x"));
        assertThat(scheme.parseName("web-1.0-20240101x")).isGreaterThan(scheme.parseName("web-1.0"));
    }

    @Test
    void namesOfDifferentSchemesAreDifferent() {
        SchemedName version = NamingScheme.parse("web-{x}").parseName("web-1");
        SchemedName build = NamingScheme.parse("web-{y}").parseName("web-1");

        assertThat(version).isNotEqualTo(build).isLessThan(build);
    }

    @Test
    void namesOfOneSchemeAndTextAreEqual() {
        NamingScheme scheme = NamingScheme.parse("web-{version}");

        assertThat(scheme.parseName("web-1"))
                .isEqualTo(scheme.parseName("web-1"))
                .hasSameHashCodeAs("web-1")
                .isEqualByComparingTo(scheme.parseName("web-1"))
                .isNotEqualTo(scheme.parseName("web-2"))
                .isNotEqualTo("web-1");
        assertThat(scheme.parseName("web-1").scheme()).isEqualTo(scheme);
    }
}
