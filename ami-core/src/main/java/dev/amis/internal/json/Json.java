package dev.amis.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Writes and reads JSON. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Writes something. */
    @FunctionalInterface
    interface Writing {

        void to(JsonGenerator out) throws IOException;
    }

    static String write(Writing writing) {
        return write(writing, out -> out.setPrettyPrinter(new LinePerElement()));
    }

    static String writeLine(Writing writing) {
        return write(writing, out -> {});
    }

    private static String write(Writing writing, Consumer<JsonGenerator> form) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            form.accept(out);
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes what a document says, in the form of the one that it becomes part of. */
    static void copy(String text, JsonGenerator out) throws IOException {
        try (JsonParser in = MAPPER.createParser(text)) {
            in.nextToken();
            out.copyCurrentStructure(in);
        }
    }

    static <T> T read(String what, String text, Codec<T> codec) {
        try (JsonParser in = MAPPER.createParser(text)) {
            if (in.nextToken() == null) {
                throw new JsonProblem("is empty");
            }
            T value = codec.read(in);
            if (in.nextToken() != null) {
                throw new JsonProblem("goes on after its end with " + nameOf(in));
            }
            return value;
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(what + " cannot be read: " + problem.text());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    what + " is not JSON: line "
                            + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ": " + broken.getOriginalMessage(),
                    broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The SHA-256 of what is written, without white space and with everything beyond ASCII escaped. */
    static String sha256(Writing writing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            try (JsonGenerator out = MAPPER.createGenerator(sink)) {
                out.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
                writing.to(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What stands at the parser's place, in words. */
    static String nameOf(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "a text";
            default -> in.getText();
        };
    }
}
