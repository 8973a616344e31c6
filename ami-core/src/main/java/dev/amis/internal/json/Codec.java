package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How values of a type are written and read.
 *
 * @param <T> the type
 */
public interface Codec<T> {

    /** Text. */
    Codec<String> TEXT = new Codec<>() {
        @Override
        public void write(String value, JsonGenerator out) throws IOException {
            out.writeString(value);
        }

        @Override
        public String read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw new JsonProblem("is " + Json.nameOf(in) + ", but must be a text");
            }
            return in.getText();
        }
    };

    /** Whole numbers. */
    Codec<Long> LONG = new Codec<>() {
        @Override
        public void write(Long value, JsonGenerator out) throws IOException {
            out.writeNumber(value);
        }

        @Override
        public Long read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new JsonProblem("is " + Json.nameOf(in) + ", but must be a whole number");
            }
            return in.getLongValue();
        }
    };

    /** Whole numbers of 32 bits. */
    Codec<Integer> INTEGER = LONG.map(Math::toIntExact, Integer::longValue);

    /** True or false. */
    Codec<Boolean> BOOLEAN = new Codec<>() {
        @Override
        public void write(Boolean value, JsonGenerator out) throws IOException {
            out.writeBoolean(value);
        }

        @Override
        public Boolean read(JsonParser in) throws IOException {
            if (!in.currentToken().isBoolean()) {
                throw new JsonProblem("is " + Json.nameOf(in) + ", but must be true or false");
            }
            return in.getBooleanValue();
        }
    };

    /**
     * Writes a value.
     *
     * @param value the value
     * @param out where to write it
     * @throws IOException if it cannot be written
     */
    void write(T value, JsonGenerator out) throws IOException;

    /**
     * Reads a value.
     *
     * @param in stands at the first token of the value, and is left at its last
     * @return the value
     * @throws IOException if it is not JSON
     */
    T read(JsonParser in) throws IOException;

    /**
     * Values that are written as others.
     *
     * @param read makes a value of what was read; what it throws for bad values is told with the name of the field
     * @param write the opposite
     * @param <U> the type
     * @return the codec
     */
    default <U> Codec<U> map(Function<? super T, ? extends U> read, Function<? super U, ? extends T> write) {
        Codec<T> inner = this;
        return new Codec<>() {
            @Override
            public void write(U value, JsonGenerator out) throws IOException {
                inner.write(write.apply(value), out);
            }

            @Override
            public U read(JsonParser in) throws IOException {
                T raw = inner.read(in);
                try {
                    return read.apply(raw);
                } catch (IllegalArgumentException | ArithmeticException | DateTimeException bad) {
                    throw new JsonProblem("cannot be read: " + bad.getMessage());
                }
            }
        };
    }

    /**
     * Values that are documents of their own, which know how to write and read themselves.
     *
     * @param read reads a document
     * @param write writes it
     * @param <T> what the documents stand for
     * @return the codec, which writes the document as an object
     */
    static <T> Codec<T> document(Function<String, ? extends T> read, Function<? super T, String> write) {
        return new Codec<>() {
            @Override
            public void write(T value, JsonGenerator out) throws IOException {
                Json.copy(write.apply(value), out);
            }

            @Override
            public T read(JsonParser in) throws IOException {
                if (in.currentToken() != JsonToken.START_OBJECT) {
                    throw new JsonProblem("is " + Json.nameOf(in) + ", but must be an object");
                }
                String text = Json.writeLine(out -> out.copyCurrentStructure(in));
                try {
                    return read.apply(text);
                } catch (IllegalArgumentException bad) {
                    throw new JsonProblem("cannot be read: " + bad.getMessage());
                }
            }
        };
    }

    /**
     * Lists of these values, in their order.
     *
     * @return the codec
     */
    default Codec<List<T>> list() {
        Codec<T> element = this;
        return new Codec<>() {
            @Override
            public void write(List<T> values, JsonGenerator out) throws IOException {
                out.writeStartArray();
                for (T value : values) {
                    element.write(value, out);
                }
                out.writeEndArray();
            }

            @Override
            public List<T> read(JsonParser in) throws IOException {
                List<T> values = new ArrayList<>();
                readElements(in, element, values);
                return values;
            }
        };
    }

    /**
     * Sets of these values, written in the order of a text, so that equal sets read alike.
     *
     * @param order the text to order by, different for different values
     * @return the codec
     */
    default Codec<Set<T>> set(Function<? super T, String> order) {
        return list().map(
                        LinkedHashSet::new,
                        values -> values.stream()
                                .sorted((one, other) -> order.apply(one).compareTo(order.apply(other)))
                                .toList());
    }

    private static <T> void readElements(JsonParser in, Codec<T> element, Collection<T> values) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new JsonProblem("is " + Json.nameOf(in) + ", but must be a list");
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                values.add(element.read(in));
            } catch (JsonProblem problem) {
                throw problem.inElement(values.size());
            }
        }
    }
}
