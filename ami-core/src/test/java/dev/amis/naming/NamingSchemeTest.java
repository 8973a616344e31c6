package dev.amis.naming;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingSchemeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    WebApp-v{version}-{date:yyyyMMdd}    ! WebApp-v1.0.0-20240101 ! {version=1.0.0, date=20240101}
                    {app}-v{version}-{environment}       ! Database-MySQL-v2.1-production ! {app=Database-MySQL, version=2.1, environment=production}
                    {app}-v{version}-{environment}       ! DevEnvironment-NodeJS-v1.2-staging ! {app=DevEnvironment-NodeJS, version=1.2, environment=staging}
                    BaseOS-Hardened-{runtime?}-v{version} ! BaseOS-Hardened-Java11-v1.0 ! {runtime=Java11, version=1.0}
                    BaseOS-Hardened-{runtime?}-v{version} ! BaseOS-Hardened-v1.0 ! {version=1.0}
                    WebServerImage-v{version}            ! WebServerImage-v1 ! {version=1}
                    {app}-v{version}                     ! WebServerImage-v1 ! {app=WebServerImage, version=1}
                    {app}-v{version}-{date?}             ! WebApp-v1.0.0-20240101 ! {app=WebApp, version=1.0.0, date=20240101}
                    {app}-v{version}-{date?}             ! WebApp-v1.0.0 ! {app=WebApp, version=1.0.0}
                    web-{version}-{date:yyyyMMdd}-{arch} ! web-1.4.2-20240101-arm64 ! {version=1.4.2, date=20240101, arch=arm64}
                    amzn-ami-hvm-{version}.{date}-{arch}-{volume} ! amzn-ami-hvm-2016.09.0.20161028-x86_64-gp2 ! {version=2016.09.0, date=20161028, arch=x86_64, volume=gp2}
                    ubuntu/images/{kind}/ubuntu-{codename}-{version}-{arch}-server-{date} ! ubuntu/images/hvm-ssd/ubuntu-xenial-16.04-amd64-server-20170721 ! {kind=hvm-ssd, codename=xenial, version=16.04, arch=amd64, date=20170721}
                    {app}-{date:yyyy-MM-dd'T'HHmmss'Z'}  ! api-2024-02-29T235959Z ! {app=api, date=2024-02-29T235959Z}
                    {app}{date:yyyyMMddHHmmss}           ! web20240101010203 ! {app=web, date=20240101010203}
                    {app}-b{build}                       ! web-b0042 ! {app=web, build=0042}
                    {version}.{build}                    ! 1.2.3.4 ! {version=1.2.3, build=4}
                    {app}-v{version}                     ! my-vault-v1.2.3-rc.1 ! {app=my-vault, version=1.2.3-rc.1}
                    {app} (v{version}) [{env:dev|prod}]  ! My App (v2) [prod] ! {app=My App, version=2, env=prod}
                    """)
    void namesOfTheRealWorldAreRead(String pattern, String name, String parts) {
        assertThat(NamingScheme.parse(pattern).parseName(name).parts()).hasToString(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    values are as short as can be      ! {a}-{b}                     ! x-y-z              ! {a=x, b=y-z}
                    from left to right                 ! {a}-v{version}-{b}          ! A-v1-v2-x          ! {a=A, version=1, b=v2-x}
                    a version too                      ! {version}-{env}             ! 2.1.0-blue-prod    ! {version=2.1.0, env=blue-prod}
                    unless the rest does not fit       ! {version}-{env:dev|prod}    ! 2.1.0-blue-prod    ! {version=2.1.0-blue, env=prod}
                    an optional part goes first        ! {version}-{env?}            ! 2.1.0-rc.1         ! {version=2.1.0, env=rc.1}
                    even in front                      ! {a?}-{b?}-x-{version}       ! q-x-1              ! {a=q, version=1}
                    both optional parts                ! {a?}-{b?}-x-{version}       ! p-q-x-1            ! {a=p, b=q, version=1}
                    neither optional part              ! {a?}-{b?}-x-{version}       ! x-1                ! {version=1}
                    optional part taken as a version   ! X-{a?}-v{version}           ! X-v2-v1            ! {a=v2, version=1}
                    shorter choice that fails          ! {os:al2|al2023|al2-arm}-{build} ! al2-arm-7      ! {os=al2-arm, build=7}
                    shorter choice that fits           ! {os:al2023|al2}{date:yyyyMMdd}  ! al220230101    ! {os=al2, date=20230101}
                    longer choice listed first         ! {os:al2-arm|al2}-{x}        ! al2-arm-7          ! {os=al2, x=arm-7}
                    a date right after a version       ! {version}{date:yyyyMMdd}    ! 1.0.120240101      ! {version=1.0.1, date=20240101}
                    a number right after a date        ! {date:yyyy}{build}          ! 202412             ! {date=2024, build=12}
                    separators of several characters   ! App - {env?} - v{version}   ! App - x - v1       ! {env=x, version=1}
                    and without the part               ! App - {env?} - v{version}   ! App - v1           ! {version=1}
                    """)
    void aNameInDoubtHasOneReading(String rule, String pattern, String name, String parts) {
        assertThat(NamingScheme.parse(pattern).parseName(name).parts()).as(rule).hasToString(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    WebApp-v{version}-{date}       ! WebApp-v1.0.0
                    WebApp-v{version}-{date}       ! WebApp-v1.0.0-20240230
                    WebApp-v{version}-{date}       ! WebApp-v1.0.0-20240101-x
                    WebApp-v{version}-{date}       ! webapp-v1.0.0-20240101
                    WebApp-v{version}-{date}       ! WebApp-vx-20240101
                    WebApp-v{version}              ! WebApp-v1.2.3.4
                    {app}-v{version}               ! -v1
                    {app}-v{version}               ! WebApp
                    {app}-{env:dev|prod}           ! web-test
                    {app}-{env?:dev|prod}-v{version} ! web-v1-v
                    {build}-x                      ! 1234567890123456789-x
                    {build}-x                      ! 12a-x
                    {a?}-web-{version}             ! -web-1
                    {x}-{a}                        ! web-
                    """)
    void whatDoesNotFitIsNotMatched(String pattern, String name) {
        NamingScheme scheme = NamingScheme.parse(pattern);

        assertThat(scheme.match(name)).isEmpty();
        assertThat(scheme.matches(name)).isFalse();
        assertThat(scheme.familyOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "w*b", "wéb", "wéé"})
    void whatEc2WouldRefuseIsNotMatched(String name) {
        assertThat(NamingScheme.parse("{app}").match(name)).isEmpty();
    }

    @Test
    void aNameOf128CharactersIsMatchedAndOneMoreIsNot() {
        NamingScheme scheme = NamingScheme.parse("{app}-v{version}");
        String app = "a".repeat(125);

        assertThat(scheme.matches(app + "-v1")).isTrue();
        assertThat(scheme.matches(app + "a-v1")).isFalse();
    }

    @Test
    void aBuildNumberMayHave18Digits() {
        assertThat(NamingScheme.parse("web-{build}")
                        .parseName("web-999999999999999999")
                        .build())
                .hasValue(999_999_999_999_999_999L);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aNameMadeToBeReadInManyWaysIsStillReadSoon() {
        NamingScheme scheme =
                NamingScheme.parse("{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h?}-{i?}-{j?}-{k}-v{version}-{os:x|y}-{date}");

        assertThat(scheme.matches("-".repeat(128))).isFalse();
        assertThat(scheme.matches("1-".repeat(64))).isFalse();
        assertThat(scheme.matches("-1-v".repeat(32))).isFalse();
    }

    @Test
    void aNameReadInManyWaysIsReadLikeAnyOther() {
        NamingScheme scheme = NamingScheme.parse("{a}-{b}-{c}-{d}-{e}-v{version}");

        assertThat(scheme.parseName("-".repeat(110) + "end-v1.2.3").parts())
                .contains(entry("a", "-"), entry("d", "-"), entry("e", "-".repeat(102) + "end"));
    }

    @Test
    void theFilterKeepsTheLiteralsOnly() {
        assertThat(NamingScheme.parse("WebApp-v{version}-{date}").filterPattern())
                .isEqualTo("WebApp-v*-*");
        assertThat(NamingScheme.parse("{app}{date}-x").filterPattern()).isEqualTo("*-x");
        assertThat(NamingScheme.parse("Base-{runtime?}-v{version}").filterPattern())
                .isEqualTo("Base*-v*");
        assertThat(NamingScheme.parse("{a?}-x-{b?}").filterPattern()).isEqualTo("*x*");
    }

    @Test
    void thePartsAreTheNamesInOrder() {
        assertThat(NamingScheme.parse("{b}-{version}-{a?}-{os:x|yyy}").parts())
                .containsExactly("b", "version", "a", "os");
    }

    @Test
    void aDateWithoutPatternIsWrittenInEightDigits() {
        assertThat(NamingScheme.parse("web-{date}").matches("web-20240101")).isTrue();
    }

    @Test
    void schemesOfOnePatternAreEqual() {
        NamingScheme scheme = NamingScheme.parse("web-{version}");

        assertThat(scheme)
                .isEqualTo(NamingScheme.parse("web-{version}"))
                .hasSameHashCodeAs("web-{version}")
                .hasToString("web-{version}")
                .isNotEqualTo(NamingScheme.parse("web-{build}"))
                .isNotEqualTo("web-{version}");
        assertThat(scheme.pattern()).isEqualTo("web-{version}");
    }
}
