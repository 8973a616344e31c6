package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "WebApp-v1.0.0-20240101, WebApp-*",
        "Database-MySQL-v2.1-production, Database-MySQL-*-production",
        "BaseOS-Hardened-Java11-v1.0, BaseOS-Hardened-Java11-*",
        "WebServerImage-v1, WebServerImage-*",
        "app 2024-05-01, app *",
        "golden, golden"
    })
    void onlyVersionsAndDatesAreTakenOut(String name, String family) {
        assertThat(NameFamily.of(name)).isEqualTo(family);
    }
}
