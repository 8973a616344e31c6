package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreReleaseTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    alpha,      alpha.1,    -1
                    alpha.1,    alpha,      1
                    alpha.1,    alpha.1,    0
                    a.b.c,      a.b.c.d,    -1
                    1,          a,          -1
                    a,          1,          1
                    2,          11,         -1
                    11,         2,          1
                    2,          3,          -1
                    rc9,        rc10,       1
                    '',         '',         0
                    '',         rc,         1
                    rc,         '',         -1
                    """)
    void identifiersAreComparedOneByOne(String left, String right, int order) {
        assertThat(Integer.signum(PreRelease.compare(left, right))).isEqualTo(order);
    }
}
