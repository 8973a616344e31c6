package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Objects of several shapes, told apart by a field with the shape's name.
 *
 * @param <T> what all of them are
 */
public final class Variants<T> implements Codec<T> {

    private final String tag;
    private final Map<String, Shape<? extends T>> shapes = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    /**
     * Starts without any shape.
     *
     * @param tag the name of the field that tells them apart
     */
    public Variants(String tag) {
        this.tag = tag;
    }

    /**
     * Adds a shape.
     *
     * @param name its name in documents
     * @param type the class of what has this shape
     * @param shape the shape
     * @param <V> what has this shape
     * @return these variants
     */
    public <V extends T> Variants<T> add(String name, Class<V> type, Shape<V> shape) {
        shapes.put(name, shape);
        names.put(type, name);
        return this;
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        String name = names.get(value.getClass());
        if (name == null) {
            throw new IllegalStateException("no shape is known of " + value.getClass());
        }
        out.writeStartObject();
        out.writeStringField(tag, name);
        shape(name).writeFields(value, out);
        out.writeEndObject();
    }

    /** Reads the whole object before its shape, since tools that tidy documents move fields about. */
    @Override
    public T read(JsonParser in) throws IOException {
        JsonNode tree = in.readValueAsTree();
        JsonNode name = tree.path(tag);
        if (!(tree instanceof ObjectNode object) || !name.isTextual() || !shapes.containsKey(name.textValue())) {
            throw new JsonProblem("is " + (name.isTextual() ? "'" + name.textValue() + "'" : "missing")
                            + ", but must be one of " + shapes.keySet())
                    .inField(tag);
        }
        object.remove(tag);
        try (JsonParser again = object.traverse(in.getCodec())) {
            again.nextToken();
            return shape(name.textValue()).read(again);
        }
    }

    /** The shape that belongs to a name; each was added together with its class. */
    @SuppressWarnings("unchecked")
    private Shape<T> shape(String name) {
        return (Shape<T>) Objects.requireNonNull(shapes.get(name));
    }
}
