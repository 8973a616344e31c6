package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object. What is missing, empty or as by default is left out of the document.
 *
 * @param <T> what has the field
 * @param <V> what the field holds
 */
public final class Field<T, V> {

    private final String name;
    private final Codec<V> codec;
    private final Function<? super T, ? extends V> getter;
    private final @Nullable V missing;

    private Field(String name, Codec<V> codec, Function<? super T, ? extends V> getter, @Nullable V missing) {
        this.name = name;
        this.codec = codec;
        this.getter = getter;
        this.missing = missing;
    }

    /**
     * A field that must be there.
     *
     * @param name its name
     * @param codec what it holds
     * @param getter reads it off a value
     * @param <T> what has the field
     * @param <V> what the field holds
     * @return the field
     */
    public static <T, V> Field<T, V> of(String name, Codec<V> codec, Function<? super T, ? extends V> getter) {
        return new Field<>(name, codec, getter, null);
    }

    /**
     * A field that is left out where it has its default.
     *
     * @param name its name
     * @param codec what it holds
     * @param getter reads it off a value
     * @param missing the default
     * @param <T> what has the field
     * @param <V> what the field holds
     * @return the field
     */
    public static <T, V> Field<T, V> withDefault(
            String name, Codec<V> codec, Function<? super T, ? extends V> getter, V missing) {
        return new Field<>(name, codec, getter, missing);
    }

    /**
     * A list that is left out where it is empty.
     *
     * @param name its name
     * @param element what the list holds
     * @param getter reads it off a value
     * @param <T> what has the field
     * @param <V> what the list holds
     * @return the field
     */
    public static <T, V> Field<T, List<V>> list(
            String name, Codec<V> element, Function<? super T, ? extends List<V>> getter) {
        return withDefault(name, element.list(), getter, List.of());
    }

    /**
     * A field that may be missing.
     *
     * @param name its name
     * @param codec what it holds
     * @param getter reads it off a value
     * @param <T> what has the field
     * @param <V> what the field holds
     * @return the field
     */
    public static <T, V> Field<T, Optional<V>> optional(
            String name, Codec<V> codec, Function<? super T, ? extends Optional<V>> getter) {
        return withDefault(name, codec.map(Optional::of, Optional::orElseThrow), getter, Optional.empty());
    }

    String name() {
        return name;
    }

    void write(T holder, JsonGenerator out) throws IOException {
        V value = getter.apply(holder);
        if (!value.equals(missing)) {
            out.writeFieldName(name);
            codec.write(value, out);
        }
    }

    V read(JsonParser in) throws IOException {
        try {
            return codec.read(in);
        } catch (JsonProblem problem) {
            throw problem.inField(name);
        }
    }

    @Nullable
    V missing() {
        return missing;
    }
}
