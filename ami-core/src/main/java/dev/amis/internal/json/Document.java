package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A whole document: what it is and in which version, its fingerprint, and its content. One that was edited is refused,
 * since its content has another fingerprint.
 *
 * @param <T> what the content stands for
 */
public final class Document<T> implements Codec<T> {

    private static final String KIND = "amis";
    private static final String FINGERPRINT = "fingerprint";

    private final String name;
    private final String kind;
    private final Shape<T> content;

    /**
     * Documents of one kind.
     *
     * @param name what people call it, for example {@code plan}
     * @param version the version of its form
     * @param content how the content is written
     */
    public Document(String name, int version, Shape<T> content) {
        this.name = name;
        this.kind = name + "/" + version;
        this.content = content;
    }

    /**
     * The fingerprint of what the document says: the same for equal values, however their sets are ordered.
     *
     * @param value the value
     * @return 64 hexadecimal digits
     */
    public String fingerprint(T value) {
        return Json.sha256(out -> {
            out.writeStartObject();
            out.writeStringField(KIND, kind);
            content.writeFields(value, out);
            out.writeEndObject();
        });
    }

    /**
     * Writes a document, one line for each element of its lists.
     *
     * @param value the value
     * @return the text
     */
    public String toText(T value) {
        return Json.write(out -> write(value, out));
    }

    /**
     * Writes a document without line breaks.
     *
     * @param value the value
     * @return the text
     */
    public String toLine(T value) {
        return Json.writeLine(out -> write(value, out));
    }

    /**
     * Tells whether a text that {@link #toLine} wrote is a document of this kind.
     *
     * @param line the text
     * @return whether it begins as one
     */
    public boolean isKindOf(String line) {
        return line.startsWith("{\"" + KIND + "\":\"" + kind + "\"");
    }

    /**
     * Reads a document.
     *
     * @param text the text
     * @return the value
     * @throws IllegalArgumentException if it is not JSON, another document or version, was edited, or a field is missing,
     *     unknown or wrong; the message names it
     */
    public T ofText(String text) {
        return Json.read("the " + name, text, this);
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField(KIND, kind);
        out.writeStringField(FINGERPRINT, fingerprint(value));
        content.writeFields(value, out);
        out.writeEndObject();
    }

    @Override
    public T read(JsonParser in) throws IOException {
        Header header = new Header();
        T value = content.read(in, header);
        if (!header.kind.equals(kind)) {
            throw new JsonProblem("is missing").inField(KIND);
        }
        if (!header.fingerprint.equals(fingerprint(value))) {
            throw new JsonProblem("is not that of the content, so the " + name
                            + " was changed after it was written; make it anew instead")
                    .inField(FINGERPRINT);
        }
        return value;
    }

    /** What stands in a document beside its content. */
    private final class Header implements Shape.Extra {

        private String kind = "";
        private String fingerprint = "";

        @Override
        public boolean take(String field, JsonParser in) throws IOException {
            if (field.equals(KIND)) {
                kind = Codec.TEXT.read(in);
                check();
                return true;
            }
            if (field.equals(FINGERPRINT)) {
                fingerprint = Codec.TEXT.read(in);
                return true;
            }
            return false;
        }

        /** Checked as soon as it is read: fields of another version would only confuse. */
        private void check() {
            if (!kind.equals(Document.this.kind)) {
                throw new JsonProblem("is '" + kind + "', but must be '" + Document.this.kind + "'");
            }
        }
    }
}
