package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One line for each field of the document and each element of its lists, so that two plans can be compared line by line. */
final class LinePerElement extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    /** How deep lines are broken: the document, and the lists in it. */
    private static final int DEEPEST = 2;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        super.writeStartObject(out);
        depth++;
        breakLine(out);
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        super.writeStartArray(out);
        depth++;
        breakLine(out);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        super.writeObjectEntrySeparator(out);
        breakLine(out);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        super.writeArrayValueSeparator(out);
        breakLine(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        depth--;
        super.writeEndObject(out, entries);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        depth--;
        super.writeEndArray(out, values);
    }

    private void breakLine(JsonGenerator out) throws IOException {
        if (depth <= DEEPEST) {
            out.writeRaw('\n');
        }
    }
}
