package dev.amis.testing.endpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills the SDK's own request values from query parameters, by the field metadata that the SDK writes them with. One
 * decoder serves every action.
 */
final class QueryDecoder {

    private final Form form;

    private QueryDecoder(Form form) {
        this.form = form;
    }

    /** Fills a builder with what the parameters hold for those of its fields that are wanted. */
    static void fill(Form form, SdkPojo builder, Parameters parameters, Predicate<String> wanted) {
        new QueryDecoder(form).fill(builder, parameters, wanted);
    }

    private void fill(SdkPojo builder, Parameters parameters, Predicate<String> wanted) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (wanted.test(field.locationName())) {
                parameters
                        .child(field.locationName())
                        .flatMap(node -> value(field, node))
                        .ifPresent(value -> field.set(builder, value));
            }
        }
    }

    private Optional<Object> value(SdkField<?> field, Parameters node) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            return list(field, node);
        }
        if (type == MarshallingType.SDK_POJO) {
            SdkPojo nested = field.constructor().get();
            fill(nested, node, name -> true);
            return Optional.of(((Buildable) nested).build());
        }
        return node.take().map(text -> scalar(type, node.path(), text));
    }

    private Optional<Object> list(SdkField<?> field, Parameters node) {
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> items = new ArrayList<>();
        for (Parameters item : members(node)) {
            value(member, item).ifPresent(items::add);
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    /** EC2 numbers the members of a list right behind its name, the query protocol behind the word {@code member}. */
    private List<Parameters> members(Parameters list) {
        return form == Form.QUERY
                ? list.child("member").map(Parameters::numbered).orElse(List.of())
                : list.numbered();
    }

    static Object scalar(MarshallingType<?> type, String name, String text) {
        try {
            if (type == MarshallingType.STRING) {
                return text;
            }
            if (type == MarshallingType.BOOLEAN) {
                return truth(name, text);
            }
            if (type == MarshallingType.INTEGER) {
                return Integer.valueOf(text);
            }
            if (type == MarshallingType.LONG) {
                return Long.valueOf(text);
            }
            if (type == MarshallingType.DOUBLE) {
                return Double.valueOf(text);
            }
            if (type == MarshallingType.FLOAT) {
                return Float.valueOf(text);
            }
            if (type == MarshallingType.INSTANT) {
                return instant(text);
            }
            if (type == MarshallingType.SDK_BYTES) {
                return SdkBytes.fromUtf8String(text);
            }
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw invalid(name, text);
        }
        throw new WireError("UnknownParameter", "The parameter " + name + " is of a kind that is not imitated");
    }

    private static Boolean truth(String name, String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        if (text.equalsIgnoreCase("false")) {
            return Boolean.FALSE;
        }
        throw invalid(name, text);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static WireError invalid(String name, String text) {
        return new WireError("InvalidParameterValue", "Invalid value '" + text + "' for " + name);
    }
}
