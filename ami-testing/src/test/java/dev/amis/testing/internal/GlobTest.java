package dev.amis.testing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.spi.Filter;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlobTest {

    @Property
    void matchesWhatTheSamePatternMatchesAsARegularExpression(@ForAll("few") String value, @ForAll("few") String text) {
        assertThat(Glob.anyOf(List.of(value)).test(text))
                .isEqualTo(regex(value).matcher(text).matches());
    }

    @Property
    void literalMatchesItselfAndNothingElse(@ForAll("few") String text, @ForAll("few") String other) {
        assertThat(Glob.anyOf(List.of(Filter.literal(text))).test(text)).isTrue();
        assertThat(Glob.anyOf(List.of(Filter.literal(text))).test(other)).isEqualTo(other.equals(text));
    }

    @Property
    void oneOfSeveralValuesSuffices(
            @ForAll("few") String one, @ForAll("few") String other, @ForAll("few") String text) {
        boolean either = Glob.anyOf(List.of(one)).test(text)
                || Glob.anyOf(List.of(other)).test(text);
        assertThat(Glob.anyOf(List.of(one, other)).test(text)).isEqualTo(either);
    }

    /** Few characters, so that patterns and texts often meet. */
    @Provide
    Arbitrary<String> few() {
        return Arbitraries.strings().withChars('a', 'b', '*', '?', '\\').ofMaxLength(8);
    }

    private static Pattern regex(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                regex.append(Pattern.quote(value.substring(i, i + 1)));
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
