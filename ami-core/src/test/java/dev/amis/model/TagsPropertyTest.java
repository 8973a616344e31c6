package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagsPropertyTest {

    @Property(tries = 100)
    void whatWasSetIsThere(@ForAll("tags") Tags tags, @ForAll("keys") String key, @ForAll("values") String value) {
        Tags more = tags.with(key, value);
        assertThat(more.get(key)).contains(value);
        assertThat(more.without(key)).isEqualTo(tags.without(key));
    }

    @Property(tries = 100)
    void whatWasRemovedIsGone(@ForAll("tags") Tags tags, @ForAll("keys") String key) {
        Tags fewer = tags.without(key);
        assertThat(fewer.contains(key)).isFalse();
        assertThat(fewer.without(key)).isEqualTo(fewer);
        assertThat(tags.get(key).map(value -> fewer.with(key, value)).orElse(fewer))
                .isEqualTo(tags);
    }

    @Property(tries = 100)
    void joiningIsPuttingAllOfTheOthers(@ForAll("tags") Tags tags, @ForAll("tags") Tags others) {
        Map<String, String> expected = new LinkedHashMap<>(tags.asMap());
        expected.putAll(others.asMap());
        assertThat(tags.with(others).asMap()).isEqualTo(expected);
    }

    @Property(tries = 50)
    void noTagsAreNeutral(@ForAll("tags") Tags tags) {
        assertThat(tags.with(Tags.none())).isEqualTo(tags);
        assertThat(Tags.none().with(tags)).isEqualTo(tags);
        assertThat(tags.isEmpty()).isEqualTo(tags.equals(Tags.none()));
    }

    @Property(tries = 50)
    void mapAndTagsRoundTrip(@ForAll("tags") Tags tags) {
        assertThat(Tags.of(tags.asMap())).isEqualTo(tags);
        assertThat(Tags.read(tags.asMap())).isEqualTo(tags);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(2);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().ofMaxLength(10);
    }

    @Provide
    Arbitrary<Tags> tags() {
        return Arbitraries.maps(keys(), values()).ofMaxSize(20).map(Tags::of);
    }
}
