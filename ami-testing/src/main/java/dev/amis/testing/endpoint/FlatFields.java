package dev.amis.testing.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * An SDK value as texts by EC2's names joined by dots, lists numbered from 1, both ways: whatever a launch template says
 * gets through, known here or not.
 */
final class FlatFields {

    private FlatFields() {}

    static Map<String, String> read(SdkPojo value) {
        Map<String, String> texts = new TreeMap<>();
        members("", value, texts);
        return texts;
    }

    private static void members(String at, SdkPojo value, Map<String, String> texts) {
        for (SdkField<?> field : value.sdkFields()) {
            Optional.ofNullable(field.getValueOrDefault(value))
                    .ifPresent(member -> member(at + field.memberName(), member, texts));
        }
    }

    private static void member(String name, Object member, Map<String, String> texts) {
        if (member instanceof SdkPojo nested) {
            members(name + ".", nested, texts);
        } else if (member instanceof List<?> items) {
            for (int number = 1; number <= items.size(); number++) {
                member(name + "." + number, items.get(number - 1), texts);
            }
        } else {
            texts.put(name, member.toString());
        }
    }

    static void fill(SdkPojo builder, Map<String, String> texts) {
        Parameters tree = Parameters.of(texts);
        fill(builder, tree);
        tree.firstUnread().ifPresent(name -> {
            throw new WireError("InvalidParameterValue", "The answer has no place for " + name);
        });
    }

    private static void fill(SdkPojo builder, Parameters tree) {
        for (SdkField<?> field : builder.sdkFields()) {
            tree.child(field.memberName())
                    .flatMap(node -> value(field, node))
                    .ifPresent(value -> field.set(builder, value));
        }
    }

    private static Optional<Object> value(SdkField<?> field, Parameters node) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            SdkPojo nested = field.constructor().get();
            fill(nested, node);
            return Optional.of(((Buildable) nested).build());
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            node.numbered().forEach(item -> value(member, item).ifPresent(items::add));
            return Optional.of(items);
        }
        return node.take().map(text -> QueryDecoder.scalar(type, node.path(), text));
    }
}
