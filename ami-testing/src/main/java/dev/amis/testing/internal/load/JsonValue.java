package dev.amis.testing.internal.load;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands, so that what is wrong with it can be found. A field that is null counts as absent. */
final class JsonValue {

    /** Where a value stands: in which file, on which line, under which field. Its path is put together only if asked for. */
    static final class Place {

        private final @Nullable Place parent;
        private final String label;
        private final int line;

        private Place(@Nullable Place parent, String label, int line) {
            this.parent = parent;
            this.label = label;
            this.line = line;
        }

        static Place of(String file, int line) {
            return new Place(null, file, line);
        }

        Place field(String name, int onLine) {
            return new Place(this, name, onLine);
        }

        Place element(int index, int onLine) {
            return new Place(this, "[" + index + "]", onLine);
        }

        IllegalArgumentException refuse(String why) {
            StringBuilder path = new StringBuilder();
            Place at = this;
            for (Place up = parent; up != null; up = up.parent) {
                boolean dotted = up.parent != null && !at.label.startsWith("[");
                path.insert(0, at.label).insert(0, dotted ? "." : "");
                at = up;
            }
            String where = at.label + " line " + line + (path.isEmpty() ? "" : ", " + path);
            return new IllegalArgumentException(where + ": " + why);
        }
    }

    private final Place place;
    private final Object content;

    JsonValue(Place place, Object content) {
        this.place = place;
        this.content = content;
    }

    IllegalArgumentException refuse(String why) {
        return place.refuse(why);
    }

    Optional<JsonValue> get(String field) {
        return Optional.ofNullable(object().get(field));
    }

    /** The elements of a list; none if it is absent. */
    List<JsonValue> list(String field) {
        return get(field).map(JsonValue::elements).orElse(List.of());
    }

    JsonValue require(String field) {
        return get(field).orElseThrow(() -> refuse(field + " is missing"));
    }

    Optional<String> text(String field) {
        return get(field).map(JsonValue::text);
    }

    boolean flag(String field) {
        return get(field).map(JsonValue::flag).orElse(false);
    }

    OptionalInt wholeNumber(String field) {
        return get(field).map(value -> OptionalInt.of(value.smallNumber())).orElse(OptionalInt.empty());
    }

    OptionalLong largeNumber(String field) {
        return get(field).map(value -> OptionalLong.of(value.wholeNumber())).orElse(OptionalLong.empty());
    }

    Optional<Instant> instant(String field) {
        return get(field).filter(value -> !value.text().isBlank()).map(JsonValue::instant);
    }

    /** The value of a field by the rules of its type, which explain what is wrong with it. */
    <T> Optional<T> read(String field, Function<String, T> type) {
        return get(field).filter(value -> !value.text().isBlank()).map(value -> value.as(type));
    }

    /** The value of a field that only describes: one that does not fit its type is passed over. */
    <T> Optional<T> readIfItFits(String field, Function<String, T> type) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(type.apply(text));
            } catch (IllegalArgumentException odd) {
                return Optional.empty();
            }
        });
    }

    /** The value of a field that must be there. */
    <T> T requireAs(String field, Function<String, T> type) {
        return require(field).as(type);
    }

    <T> T as(Function<String, T> type) {
        try {
            return type.apply(text());
        } catch (IllegalArgumentException refusal) {
            throw refuse(String.valueOf(refusal.getMessage()));
        }
    }

    String text() {
        if (content instanceof String text) {
            return text;
        }
        throw refuse("is " + kind() + ", but must be a text");
    }

    boolean flag() {
        if (content instanceof Boolean flag) {
            return flag;
        }
        throw refuse("is " + kind() + ", but must be true or false");
    }

    long wholeNumber() {
        if (content instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException fraction) {
                throw refuse("is " + number + ", but must be a whole number");
            }
        }
        throw refuse("is " + kind() + ", but must be a number");
    }

    private int smallNumber() {
        long number = wholeNumber();
        if (number != (int) number) {
            throw refuse("is " + number + ", but must be a 32-bit number");
        }
        return (int) number;
    }

    Instant instant() {
        try {
            return OffsetDateTime.parse(text()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw refuse("is '" + text() + "', but must be a date such as 2026-01-02T03:04:05.000Z");
        }
    }

    List<JsonValue> elements() {
        if (content instanceof List<?> list) {
            return list.stream().map(JsonValue.class::cast).toList();
        }
        throw refuse("is " + kind() + ", but must be a list");
    }

    private Map<?, JsonValue> object() {
        if (content instanceof Fields fields) {
            return fields.byName();
        }
        throw refuse("is " + kind() + ", but must be an object");
    }

    /** The fields of an object. */
    record Fields(Map<String, JsonValue> byName) {}

    private String kind() {
        if (content instanceof Fields) {
            return "an object";
        }
        if (content instanceof List) {
            return "a list";
        }
        return content instanceof String ? "a text" : content instanceof Boolean ? "true or false" : "a number";
    }
}
