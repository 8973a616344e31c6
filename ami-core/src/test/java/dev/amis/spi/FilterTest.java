package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void needsAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(" ", "a"))
                .withMessage("filter name is ' ', but must not be blank");
    }

    @Test
    void has1To200Values() {
        assertThat(new Filter("name", Collections.nCopies(200, "a")).values()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of("name"))
                .withMessage("filter 'name' has 0 values, but must have from 1 to 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter("name", Collections.nCopies(201, "a")))
                .withMessage("filter 'name' has 201 values, but must have from 1 to 200");
    }

    @Test
    void valuesHaveAtMost255Characters() {
        assertThat(Filter.of("name", "a".repeat(255)).values()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of("name", "a", "b".repeat(256)))
                .withMessage("filter 'name' has a value of 256 characters, but at most 255 are allowed");
    }

    @Test
    void isACopyOfItsValues() {
        List<String> values = new ArrayList<>(List.of("a"));
        Filter filter = new Filter("name", values);
        values.add("b");
        assertThat(filter.values()).containsExactly("a");
    }

    @Test
    void takesTheMeaningOfWildcardsAway() {
        assertThat(Filter.literal("a*b?c\\d")).isEqualTo("a\\*b\\?c\\\\d");
    }

    @Property(tries = 100)
    void aLiteralMatchesItsTextAndNothingElse(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertThat(matches(Filter.literal(text), text)).isTrue();
        assertThat(matches(Filter.literal(text), other)).isEqualTo(text.equals(other));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab*?\\").ofMaxLength(4);
    }

    /** EC2's wildcards, read by a rule of their own. */
    private static boolean matches(String value, String text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                pattern.append(Pattern.quote(String.valueOf(value.charAt(i))));
            } else if (c == '*') {
                pattern.append(".*");
            } else if (c == '?') {
                pattern.append('.');
            } else {
                pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.matches(pattern.toString(), text);
    }
}
