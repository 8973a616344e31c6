package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects with certain fields: none may be missing, none may be unknown.
 *
 * @param <T> what the objects stand for
 */
public final class Shape<T> implements Codec<T> {

    private final List<Field<? super T, ?>> fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final Function<Values, ? extends T> maker;

    private Shape(Function<Values, ? extends T> maker, List<Field<? super T, ?>> fields) {
        this.maker = maker;
        this.fields = fields;
        for (int place = 0; place < fields.size(); place++) {
            places.put(fields.get(place).name(), place);
        }
    }

    /**
     * Objects with certain fields.
     *
     * @param maker makes a value of what was read
     * @param fields the fields, in the order in which they are written
     * @param <T> what the objects stand for
     * @return the codec
     */
    @SafeVarargs
    public static <T> Shape<T> of(Function<Values, ? extends T> maker, Field<? super T, ?>... fields) {
        List<Field<? super T, ?>> inOrder = new ArrayList<>();
        for (Field<? super T, ?> field : fields) {
            inOrder.add(field);
        }
        return new Shape<>(maker, inOrder);
    }

    /**
     * Writes a value as a document of its own, without a header.
     *
     * @param value the value
     * @return the text
     */
    public String toText(T value) {
        return Json.write(out -> write(value, out));
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeFields(value, out);
        out.writeEndObject();
    }

    void writeFields(T value, JsonGenerator out) throws IOException {
        for (Field<? super T, ?> field : fields) {
            field.write(value, out);
        }
    }

    @Override
    public T read(JsonParser in) throws IOException {
        return read(in, (field, at) -> false);
    }

    /** Reads an object in which there are other fields as well. */
    T read(JsonParser in, Extra extra) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonProblem("is " + Json.nameOf(in) + ", but must be an object");
        }
        @Nullable Object[] read = new @Nullable Object[fields.size()];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            Integer place = places.get(name);
            if (place != null) {
                read[place] = fields.get(place).read(in);
            } else {
                takeOrRefuse(name, in, extra);
            }
        }
        return make(read);
    }

    private static void takeOrRefuse(String name, JsonParser in, Extra extra) throws IOException {
        try {
            if (!extra.take(name, in)) {
                throw new JsonProblem("is not a field that belongs here");
            }
        } catch (JsonProblem problem) {
            throw problem.inField(name);
        }
    }

    private T make(@Nullable Object[] read) {
        for (int place = 0; place < read.length; place++) {
            if (read[place] == null) {
                read[place] = fields.get(place).missing();
            }
            if (read[place] == null) {
                throw new JsonProblem("is missing").inField(fields.get(place).name());
            }
        }
        try {
            return maker.apply(new Values(places, read));
        } catch (IllegalArgumentException | IllegalStateException bad) {
            throw new JsonProblem("cannot be read: " + bad.getMessage());
        }
    }

    /** Takes fields that are not the shape's own. */
    @FunctionalInterface
    interface Extra {

        /**
         * Takes a field.
         *
         * @param field its name
         * @param in stands at the first token of its value
         * @return whether it was taken; if not, it does not belong there
         */
        boolean take(String field, JsonParser in) throws IOException;
    }

    /** What was read of an object. */
    public static final class Values {

        private final Map<String, Integer> places;
        private final @Nullable Object[] values;

        private Values(Map<String, Integer> places, @Nullable Object[] values) {
            this.places = places;
            this.values = values;
        }

        /**
         * The value of a field.
         *
         * @param field a field of the shape
         * @param <V> what it holds
         * @return its value, or its default
         */
        @SuppressWarnings("unchecked") // the field itself read the value at its place
        public <V> V get(Field<?, V> field) {
            Object value = values[places.getOrDefault(field.name(), -1)];
            return (V) Objects.requireNonNull(value);
        }
    }
}
