package dev.amis.testing.internal;

import dev.amis.model.Tags;
import dev.amis.spi.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The filters that a describe call knows. What it does not know is refused by name, never passed over. */
final class Vocabulary<T> {

    private final Map<String, Function<T, Stream<String>>> words = new LinkedHashMap<>();
    private final Function<T, Tags> tags;

    Vocabulary(Function<T, Tags> tags) {
        this.tags = tags;
        words.put("tag-key", thing -> tags.apply(thing).asMap().keySet().stream());
    }

    Vocabulary<T> one(String name, Function<T, ?> value) {
        words.put(name, thing -> Stream.of(value.apply(thing).toString()));
        return this;
    }

    Vocabulary<T> maybe(String name, Function<T, ? extends Optional<?>> value) {
        words.put(name, thing -> value.apply(thing).stream().map(Object::toString));
        return this;
    }

    Vocabulary<T> many(String name, Function<T, Stream<?>> values) {
        words.put(name, thing -> values.apply(thing).map(Object::toString));
        return this;
    }

    /** One test out of filters that must all pass. */
    Predicate<T> compile(List<Filter> filters) {
        if (filters.size() > 50) {
            throw new Ec2Error("FilterLimitExceeded", "The maximum number of filters for this request is 50");
        }
        Predicate<T> all = thing -> true;
        for (Filter filter : filters) {
            Function<T, Stream<String>> values = values(filter.name());
            Predicate<String> test = Glob.anyOf(filter.values());
            all = all.and(thing -> values.apply(thing).anyMatch(test));
        }
        return all;
    }

    private Function<T, Stream<String>> values(String name) {
        if (name.startsWith("tag:") && name.length() > 4) {
            String key = name.substring(4);
            return thing -> tags.apply(thing).get(key).stream();
        }
        Function<T, Stream<String>> known = words.get(name);
        if (known == null) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The filter '" + name + "' is invalid (the in-memory account imitates " + words.keySet() + ")");
        }
        return known;
    }
}
