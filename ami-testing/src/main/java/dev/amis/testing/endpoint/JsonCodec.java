package dev.amis.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills the SDK's own request values from JSON and the address, and writes its response values as JSON, by the field metadata
 * that the SDK does the opposite with. One codec serves every action of every service that speaks JSON.
 */
final class JsonCodec {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonCodec() {}

    /** Fills a builder; a member that it does not have, or that is not wanted, is refused by name. */
    static void fill(SdkPojo builder, JsonNode body, Parameters query, Predicate<String> wanted) {
        Map<String, SdkField<?>> payload = new LinkedHashMap<>();
        for (SdkField<?> field : builder.sdkFields()) {
            if (!wanted.test(field.locationName())) {
                continue;
            }
            if (field.location() == MarshallLocation.PAYLOAD) {
                payload.put(field.locationName(), field);
            } else if (field.location() == MarshallLocation.QUERY_PARAM) {
                query.take(field.locationName()).ifPresent(text -> field.set(builder, text));
            }
        }
        fill(builder, body, payload, "");
    }

    private static void fill(SdkPojo builder, JsonNode body, Map<String, SdkField<?>> known, String path) {
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = path + member.getKey();
            // Empty means absent: several clients send every member that they know.
            if (isAbsent(member.getValue())) {
                continue;
            }
            SdkField<?> field = known.get(member.getKey());
            if (field == null) {
                throw new WireError("ValidationException", "The parameter " + name + " is not recognized");
            }
            field.set(builder, read(field, member.getValue(), name));
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
    }

    private static Object read(SdkField<?> field, JsonNode value, String name) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST && value.isArray()) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            value.forEach(item -> items.add(read(member, item, name)));
            return items;
        }
        if (type == MarshallingType.MAP && value.isObject()) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> entries = new LinkedHashMap<>();
            value.properties().forEach(entry -> entries.put(entry.getKey(), read(member, entry.getValue(), name)));
            return entries;
        }
        if (type == MarshallingType.SDK_POJO && value.isObject()) {
            SdkPojo nested = field.constructor().get();
            Map<String, SdkField<?>> known = new LinkedHashMap<>();
            nested.sdkFields().forEach(one -> known.put(one.locationName(), one));
            fill(nested, value, known, name + ".");
            return ((Buildable) nested).build();
        }
        return scalar(type, value)
                .orElseThrow(() ->
                        new WireError("SerializationException", "The value of " + name + " is of the wrong kind"));
    }

    private static Optional<Object> scalar(MarshallingType<?> type, JsonNode value) {
        if (type == MarshallingType.STRING && value.isTextual()) {
            return Optional.of(value.textValue());
        }
        if (type == MarshallingType.BOOLEAN && value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (type == MarshallingType.INTEGER && value.canConvertToInt()) {
            return Optional.of(value.intValue());
        }
        if (type == MarshallingType.LONG && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        return Optional.empty();
    }

    /** Writes a response value. */
    static ObjectNode write(SdkPojo pojo) {
        ObjectNode node = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                node.set(field.locationName(), node(value));
            }
        }
        return node;
    }

    private static JsonNode node(Object value) {
        if (value instanceof SdkPojo pojo) {
            return write(pojo);
        }
        if (value instanceof List<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = NODES.objectNode();
            entries.forEach((key, entry) -> object.set(key.toString(), node(entry)));
            return object;
        }
        if (value instanceof Instant instant) {
            return NODES.numberNode(BigDecimal.valueOf(instant.toEpochMilli(), 3));
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        return value instanceof Integer number ? NODES.numberNode(number) : NODES.textNode(value.toString());
    }
}
