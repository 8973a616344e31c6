package dev.amis.aws.internal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * What a launch template says, between the SDK's values and parameters by name, by the SDK's own metadata: a parameter that
 * a newer SDK knows gets through without a change here.
 */
final class FlatFields {

    private FlatFields() {}

    /** The members that are set, by their names joined by dots, lists numbered from 1. */
    static Map<String, String> flat(SdkPojo value) {
        Map<String, String> flat = new TreeMap<>();
        value.sdkFields().forEach(field -> put(flat, field.memberName(), field.getValueOrDefault(value)));
        return flat;
    }

    private static void put(Map<String, String> flat, String name, Object member) {
        if (member instanceof SdkPojo nested) {
            flat(nested).forEach((below, text) -> flat.put(name + "." + below, text));
        } else if (member instanceof List<?> items) {
            int number = 1;
            for (Object item : items) {
                put(flat, name + "." + number++, item);
            }
        } else if (member != null) {
            flat.put(name, member.toString());
        }
    }

    /**
     * Sets members by their names.
     *
     * @throws IllegalArgumentException if the SDK knows no such member, or the text does not fit it; the message names it
     */
    static <B extends SdkPojo> B filled(B builder, SortedMap<String, String> flat) {
        Map<String, SdkField<?>> fields = new HashMap<>();
        builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
        byFirstWord(flat).forEach((word, below) -> {
            SdkField<?> field = Optional.<SdkField<?>>ofNullable(fields.get(word))
                    .orElseThrow(() -> new IllegalArgumentException("launchTemplateData has the parameter '" + word
                            + "', but the AWS SDK in use knows none of that name"));
            field.set(builder, value(field, word, below));
        });
        return builder;
    }

    private static Object value(SdkField<?> field, String name, SortedMap<String, String> below) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return ((Buildable) filled(field.constructor().get(), below)).build();
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            SortedMap<Integer, SortedMap<String, String>> numbered = new TreeMap<>();
            byFirstWord(below).forEach((number, item) -> numbered.put(Integer.valueOf(number), item));
            numbered.forEach((number, item) -> items.add(value(member, name + "." + number, item)));
            return items;
        }
        return scalar(type, name, below.getOrDefault("", ""));
    }

    /** {@code A.1.B} is {@code 1.B} below {@code A}; {@code A} itself is the empty name below it. */
    private static Map<String, SortedMap<String, String>> byFirstWord(SortedMap<String, String> flat) {
        Map<String, SortedMap<String, String>> words = new TreeMap<>();
        flat.forEach((name, text) -> {
            String[] parts = name.split("\\.", 2);
            words.computeIfAbsent(parts[0], word -> new TreeMap<>()).put(parts.length > 1 ? parts[1] : "", text);
        });
        return words;
    }

    private static Object scalar(MarshallingType<?> type, String name, String text) {
        if (type == MarshallingType.STRING) {
            return text;
        }
        try {
            if (type == MarshallingType.BOOLEAN && text.matches("true|false")) {
                return Boolean.valueOf(text);
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
            if (type == MarshallingType.INSTANT) {
                return Instant.parse(text);
            }
        } catch (NumberFormatException | DateTimeParseException unfit) {
            throw new IllegalArgumentException(unfit(type, name, text), unfit);
        }
        throw new IllegalArgumentException(unfit(type, name, text));
    }

    private static String unfit(MarshallingType<?> type, String name, String text) {
        return "launchTemplateData has '" + text + "' for '" + name + "', but that must be a "
                + type.getTargetClass().getSimpleName();
    }
}
