package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Image;
import dev.amis.model.Tags;
import dev.amis.naming.NamingScheme;
import dev.amis.usage.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyNamesTest {

    private static String family(FamilyRule rule, Image image) {
        return FamilyNames.by(rule).familyOf(image);
    }

    @Test
    void aSchemeNamesFamiliesByWhatStays() {
        FamilyRule rule = new FamilyRule.ByScheme(NamingScheme.parse("{app}-v{version}"));

        assertThat(family(rule, Samples.image(1, "web-v1.2.3"))).isEqualTo("web-v*");
        assertThat(family(rule, Samples.image(1, "web"))).isEmpty();
    }

    @Test
    void aNamePatternMakesOneFamily() {
        FamilyRule rule = new FamilyRule.ByName("web-*");

        assertThat(family(rule, Samples.image(1, "web-2024"))).isEqualTo("web-*");
        assertThat(family(rule, Samples.image(1, "api-2024"))).isEmpty();
    }

    @Test
    void aTagNamesFamiliesByItsValueEvenAnEmptyOne() {
        FamilyRule rule = new FamilyRule.ByTag("Application");

        assertThat(family(rule, Samples.image(1, "a").withTags(Tags.of("Application", "shop"))))
                .isEqualTo("Application=shop");
        assertThat(family(rule, Samples.image(1, "a").withTags(Tags.of("Application", ""))))
                .isEqualTo("Application=");
        assertThat(family(rule, Samples.image(1, "a"))).isEmpty();
    }

    @Test
    void aFunctionNamesFamilies() {
        FamilyRule rule = new FamilyRule.ByFunction(image -> image.description());

        assertThat(family(rule, Samples.image(1, "a").withDescription("shop"))).isEqualTo("shop");
        assertThat(family(rule, Samples.image(1, "a").withDescription(Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "web, web, true",
        "web, webs, false",
        "webs, web, false",
        "web-*, web-, true",
        "web-*, web, false",
        "*, anything, true",
        "*-v?, web-v1, true",
        "*-v?, web-v12, false",
        "*-v?, web-v, false",
        "?eb, web, true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "a**c, ac, true",
        "*ab, aab, true",
        "Web*, web1, false",
        "a*bc, abcbd, false"
    })
    void wildcardsMatchAsInFiltersOfEc2(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }
}
