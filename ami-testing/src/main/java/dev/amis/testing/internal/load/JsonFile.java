package dev.amis.testing.internal.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A file of one or several JSON documents, read element by element: an account's images do not fit into memory twice.
 */
final class JsonFile {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String name;
    private final Path path;

    /** Makes a file that is called by a name in what is said about it. */
    JsonFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Reads the elements of a list: the one of this name in the document, or the document itself, as the CLI prints it
     * under {@code --query}.
     */
    void elements(String list, Consumer<JsonValue> each) {
        read(parser -> {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                elements(parser, place(parser), each);
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    field(parser, list, each);
                }
            } else {
                throw place(parser).refuse("must be an object or a list");
            }
        });
    }

    /** Reads the documents as they are. */
    void documents(Consumer<JsonValue> each) {
        read(parser -> each.accept(value(parser, place(parser))));
    }

    private interface Reader {
        void read(JsonParser parser) throws IOException;
    }

    private void read(Reader reader) {
        try (InputStream bytes = Files.newInputStream(path);
                JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw JsonValue.Place.of(name, 1).refuse("is empty, but must be JSON; an answer without items is {}");
            }
            do {
                reader.read(parser);
            } while (parser.nextToken() != null);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    name + " line " + broken.getLocation().getLineNr() + ": is not JSON: "
                            + broken.getOriginalMessage(),
                    broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    private void field(JsonParser parser, String list, Consumer<JsonValue> each) throws IOException {
        boolean wanted = parser.currentName().equals(list);
        JsonToken token = parser.nextToken();
        if (!wanted || token == JsonToken.VALUE_NULL) {
            parser.skipChildren();
        } else if (token == JsonToken.START_ARRAY) {
            elements(parser, place(parser).field(list, line(parser)), each);
        } else {
            value(parser, place(parser).field(list, line(parser))).elements();
        }
    }

    /** The elements of a list; one that is null counts as absent. */
    private static void elements(JsonParser parser, JsonValue.Place list, Consumer<JsonValue> each) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                each.accept(value(parser, list.element(index, line(parser))));
            }
        }
    }

    private static JsonValue value(JsonParser parser, JsonValue.Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonValue(place, fields(parser, place));
            case START_ARRAY -> new JsonValue(place, items(parser, place));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue(place, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue(place, parser.getBooleanValue());
            default -> new JsonValue(place, parser.getText());
        };
    }

    private static JsonValue.Fields fields(JsonParser parser, JsonValue.Place place) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                fields.put(field, value(parser, place.field(field, line(parser))));
            }
        }
        return new JsonValue.Fields(fields);
    }

    private static List<JsonValue> items(JsonParser parser, JsonValue.Place place) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        elements(parser, place, items::add);
        return items;
    }

    private JsonValue.Place place(JsonParser parser) {
        return JsonValue.Place.of(name, line(parser));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
