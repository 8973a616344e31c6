package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardTagsTest {

    private static final SchemedName MYSQL =
            NamingScheme.parse("{app}-v{version}-{environment}").parseName("Database-MySQL-v2.1-production");

    @Test
    void whatTheNameTellsIsDerived() {
        assertThat(StandardTags.of(MYSQL).tags().asMap())
                .hasToString("{Application=Database-MySQL, Version=2.1, Environment=production}");
    }

    @Test
    void theRestIsGivenAndOrdered() {
        StandardTags tags = StandardTags.of(MYSQL)
                .commit("1cfb469")
                .source(ImageId.of("ami-0123456789abcdef0"))
                .backupSchedule("daily")
                .createdBy("platform-team");

        assertThat(tags.tags().asMap())
                .hasToString("{Application=Database-MySQL, Version=2.1, Environment=production,"
                        + " Created-By=platform-team, Backup-Schedule=daily, Source=ami-0123456789abcdef0,"
                        + " Commit=1cfb469}");
    }

    @Test
    void whatIsGivenReplacesWhatWasDerived() {
        assertThat(StandardTags.of(MYSQL)
                        .application("mysql")
                        .environment("prod")
                        .tags()
                        .asMap())
                .hasToString("{Application=mysql, Version=2.1, Environment=prod}");
    }

    @Test
    void theShortPartNamesServeToo() {
        SchemedName name = NamingScheme.parse("{application}-{env}").parseName("web-dev");

        assertThat(StandardTags.of(name).tags().asMap()).hasToString("{Application=web, Environment=dev}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    WebApp-v{x}                 ! WebApp-v1            ! [WebApp]
                    BaseOS-Hardened-{x?}-v{y}   ! BaseOS-Hardened-a-v1 ! [BaseOS-Hardened]
                    web{x}                      ! web1                 ! [web]
                    Web App - v{x}              ! Web App - v1         ! [Web App]
                    ubuntu/images/{x}           ! ubuntu/images/a      ! [ubuntu/images]
                    -v{x}                       ! -v1                  ! []
                    {x}-web                     ! a-web                ! []
                    web-{app}                   ! web-api              ! [api]
                    """)
    void theApplicationIsTheWordsInFrontUnlessAPartTellsIt(String pattern, String name, String application) {
        SchemedName schemed = NamingScheme.parse(pattern).parseName(name);

        assertThat(StandardTags.of(schemed).tags().asMap().values()).hasToString(application);
    }

    @Test
    void aBlankValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardTags.of(MYSQL).createdBy(" "))
                .withMessage("tag 'Created-By' is ' ', but must not be blank");
    }

    @Test
    void aStepLeavesTheTagsItStartedFromAsTheyWere() {
        StandardTags tags = StandardTags.of(MYSQL);

        tags.commit("1cfb469");

        assertThat(tags.tags().contains(StandardTags.COMMIT)).isFalse();
    }

    @Test
    void onlyTheKeysArePrinted() {
        assertThat(StandardTags.of(MYSQL)).hasToString("[Application, Version, Environment]");
    }

    @Test
    void equalTagsAreEqual() {
        assertThat(StandardTags.of(MYSQL))
                .isEqualTo(StandardTags.of(MYSQL))
                .hasSameHashCodeAs(StandardTags.of(MYSQL))
                .isNotEqualTo(StandardTags.of(MYSQL).commit("1cfb469"))
                .isNotEqualTo("tags");
        assertThat(StandardTags.of(MYSQL).hashCode())
                .isNotEqualTo(StandardTags.of(MYSQL).commit("1cfb469").hashCode());
    }
}
