package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    WebApp-v{version}-{date}  ! web                      ! at position 1 expected 'WebApp-v', but found 'web'
                    WebApp-v{version}-{date}  ! WebApp-v                 ! at position 9 expected a version such as 1.2.0 for {version}, but the name ends there
                    WebApp-v{version}-{date}  ! WebApp-vx                ! at position 9 expected a version such as 1.2.0 for {version}, but found 'x'
                    WebApp-v{version}-{date}  ! WebApp-v1.0              ! at position 12 expected '-', but the name ends there
                    WebApp-v{version}-{date}  ! WebApp-v1.0-20241301     ! at position 13 expected a date as yyyyMMdd for {date}, but found '20241301'
                    WebApp-v{version}-{date}  ! WebApp-v1.0-20240101-x   ! at position 21 expected the end of the name, but found '-x'
                    {app}-v{version}          ! WebApp-1.0               ! at position 1 expected text followed by '-v' for {app}, but found 'WebApp-1.0'
                    {app}-v{version}          ! WebApp-v1.x              ! at position 10 expected the end of the name, but found '.x'
                    {app}-v{version}          ! my-vault                 ! at position 5 expected a version such as 1.2.0 for {version}, but found 'ault'
                    web-{env:dev|prod}        ! web-test                 ! at position 5 expected one of dev, prod for {env:dev|prod}, but found 'test'
                    web-{build}               ! web-x                    ! at position 5 expected a build number of 1 to 18 digits for {build}, but found 'x'
                    web-{a}                   ! web-                     ! at position 5 expected text for {a}, but the name ends there
                    web-{env?:dev|prod}-{build} ! web-pre-1              ! at position 5 expected one of dev, prod for {env?:dev|prod} or a build number of 1 to 18 digits for {build}, but found 'pre-1'
                    web-{version}-{date?}     ! web-1.0_2                ! at position 8 expected '-' or the end of the name, but found '_2'
                    {env?:dev|prod}-web-{build} ! devweb-1               ! at position 4 expected '-', but found 'web-1'
                    web-{build}               ! web-1234567890123456789012345678 ! at position 23 expected the end of the name, but found '9012345678'
                    web-{version}             ! web-x-23456789012345678901234 ! at position 5 expected a version such as 1.2.0 for {version}, but found 'x-2345678901234567890123...'
                    web-{version}             ! web-x-23456789 ! at position 5 expected a version such as 1.2.0 for {version}, but found 'x-23456789'
                    web-{version}             ! web-x-2345678901234567890123 ! at position 5 expected a version such as 1.2.0 for {version}, but found 'x-2345678901234567890123'
                    web-{version}             ! w#b-1                    ! it has '#' at position 2, but only letters, digits and ( ) [ ] space . / - ' @ _ are allowed: 'w#b-1'
                    web-{version}             ! we                       ! it has 2 characters, but must have from 3 to 128: 'we'
                    """)
    void aNameThatDoesNotFitIsTold(String pattern, String name, String reason) {
        NamingScheme scheme = NamingScheme.parse(pattern);

        assertThat(scheme.explain(name)).hasValue(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.parseName(name))
                .withMessage("Name '" + name + "' does not fit the scheme '" + pattern + "': " + reason);
    }

    @Test
    void thereIsNothingToTellOfANameThatFits() {
        assertThat(NamingScheme.parse("web-{version}").explain("web-1")).isEmpty();
    }
}
