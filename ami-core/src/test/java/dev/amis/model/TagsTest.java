package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    private static Map<String, String> numbered(int count) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            pairs.put("key" + i, "value" + i);
        }
        return pairs;
    }

    @Test
    void keepsTheOrderOfTheMap() {
        assertThat(Tags.of(numbered(50)).asMap().keySet())
                .containsExactlyElementsOf(numbered(50).keySet());
    }

    @Test
    void isACopyOfTheMap() {
        Map<String, String> pairs = numbered(1);
        Tags set = Tags.of(pairs);
        Tags read = Tags.read(pairs);
        pairs.put("later", "");
        assertThat(set.contains("later")).isFalse();
        assertThat(read.contains("later")).isFalse();
    }

    @Test
    void cannotBeChangedThroughItsMap() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Tags.of("a", "b").asMap().put("c", "d"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Tags.read(numbered(1)).asMap().clear());
    }

    @Test
    void refusesThe51st() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of(numbered(51)))
                .withMessage("tags has 51 entries, but at most 50 are allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of(numbered(50)).with("one", "more"))
                .withMessage("tags has 51 entries, but at most 50 are allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of(numbered(50)).with(Tags.of("one", "more")))
                .withMessage("tags has 51 entries, but at most 50 are allowed");
    }

    @Test
    void doesNotCountTheTagsOfAws() {
        Map<String, String> read = numbered(49);
        read.put("aws:cloudformation:stack-name", "web");
        assertThat(Tags.read(read).with("one", "more").userTags().asMap()).hasSize(50);
    }

    @Test
    void replacingAFiftiethTagIsNoFiftyFirst() {
        assertThat(Tags.of(numbered(50)).with("key0", "new").get("key0")).contains("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:x", "aws:", "AWS:x"})
    void refusesKeysKeptForAws(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of(key, "y"))
                .withMessage("tag key is '" + key + "', but keys beginning with 'aws:' are reserved for AWS");
        assertThatIllegalArgumentException().isThrownBy(() -> Tags.of(Map.of(key, "y")));
    }

    @Test
    void takesKeysThatOnlyLookLikeThoseOfAws() {
        assertThat(Tags.of("aws", "y").with("awsome:x", "z").asMap()).hasSize(2);
    }

    @Test
    void countsUnicodeCharactersOfAKey() {
        String mouse = "🐭";
        assertThat(Tags.of(mouse.repeat(128), "").asMap()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of(mouse.repeat(129), ""))
                .withMessage("tag key has 129 characters, but must have from 1 to 128");
    }

    @Test
    void refusesAnEmptyKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of("", "value"))
                .withMessage("tag key has 0 characters, but must have from 1 to 128");
    }

    @Test
    void refusesALongValueWithoutPrintingIt() {
        assertThat(Tags.of("key", "🐭".repeat(256)).get("key")).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.of("key", "s".repeat(257)))
                .withMessage("value of tag 'key' has 257 characters, but at most 256 are allowed");
    }

    @Test
    void readsWhateverEc2Answers() {
        Map<String, String> odd = numbered(60);
        odd.put("aws:x", "y");
        odd.put("k".repeat(200), "v".repeat(300));
        assertThat(Tags.read(odd).asMap()).isEqualTo(odd);
    }

    @Test
    void userTagsAreThoseWithoutAws() {
        Tags read = Tags.read(Map.of("aws:x", "y", "Name", "web"));
        assertThat(read.userTags()).isEqualTo(Tags.of("Name", "web"));
    }

    @Test
    void userTagsOfPlainTagsAreTheSame() {
        Tags plain = Tags.of("Name", "web");
        assertThat(plain.userTags()).isSameAs(plain);
    }

    @Test
    void emptyValuesAreValues() {
        assertThat(Tags.of("Name", "").get("Name")).contains("");
        assertThat(Tags.of("Name", "").get("name")).isEmpty();
    }

    @Test
    void printsKeysOnly() {
        assertThat(Tags.of("Owner", "secret")).hasToString("[Owner]");
    }

    @Test
    void orderDoesNotCountForEquality() {
        Tags one = Tags.of("a", "1").with("b", "2");
        Tags other = Tags.of("b", "2").with("a", "1");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Tags.of("a", "1"));
        assertThat((Object) one).isNotEqualTo(one.asMap());
    }
}
