package dev.amis.aws.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Values of the SDK with whatever fields set, made from the SDK's own list of fields: text that nobody knows yet, lists that
 * are empty, dates with and without a fraction. What EC2 never leaves out is there, and ids have the shape of ids.
 */
final class SdkValues {

    /** What identifies a thing, or gives another field its sense. */
    private static final Set<String> ALWAYS = Set.of(
            "ImageId",
            "SnapshotId",
            "InstanceId",
            "VolumeId",
            "OwnerId",
            "State",
            "Name",
            "InstanceType",
            "DeviceName",
            "Key",
            "ProductCodeId",
            "ProductCodeType",
            "LaunchTemplateId",
            "VersionNumber",
            "DeleteOnTermination",
            "AutoScalingGroupName",
            "LaunchConfigurationName",
            "FleetId",
            "SpotFleetRequestId");

    private static final Map<String, Function<Random, String>> SHAPES = Map.ofEntries(
            Map.entry("ImageId", random -> id("ami", random)),
            Map.entry("SourceImageId", random -> id("ami", random)),
            Map.entry("SnapshotId", random -> id("snap", random)),
            Map.entry("InstanceId", random -> id("i", random)),
            Map.entry("SourceInstanceId", random -> id("i", random)),
            Map.entry("VolumeId", random -> id("vol", random)),
            Map.entry("LaunchTemplateId", random -> id("lt", random)),
            Map.entry("OwnerId", random -> String.valueOf(random.nextLong(100_000_000_000L, 999_999_999_999L))),
            Map.entry("SourceImageRegion", random -> one(random, "eu-west-1", "us-iso-east-1", "mars-north-7")),
            Map.entry("Key", random -> "key " + random.nextInt()),
            Map.entry("DeviceName", random -> one(random, "/dev/xvda", "/dev/sdf", "xvdb")),
            Map.entry("InstanceType", random -> one(random, "m7g.large", "z99.tiny")),
            Map.entry("ProductCodeId", random -> "code" + random.nextInt()),
            Map.entry("ProductCodeType", random -> one(random, "marketplace", "barter")),
            Map.entry("AutoScalingGroupName", random -> one(random, "web", "größe/7", "w*")),
            Map.entry("LaunchConfigurationName", random -> one(random, "web-1", "größe/7")),
            Map.entry("FleetId", random -> "fleet-73fbd2ce-aa30-494c-8788-" + random.nextInt(1_000)),
            Map.entry("SpotFleetRequestId", random -> "sfr-73fbd2ce-aa30-494c-8788-" + random.nextInt(1_000)),
            Map.entry("Progress", random -> random.nextInt(101) + "%"),
            Map.entry("CreationDate", SdkValues::date),
            Map.entry("DeprecationTime", SdkValues::date),
            Map.entry("LastLaunchedTime", SdkValues::date));

    private static final Set<String> DATES = Set.of("CreationDate", "DeprecationTime", "LastLaunchedTime");

    /** These are as good as absent when they are false. */
    private static final Set<String> FALSE_IF_ABSENT = Set.of(
            "PublicLaunchPermissions",
            "EnaSupport",
            "FreeTierEligible",
            "DefaultVersion",
            "NoReboot",
            "CopyImageTags",
            "IncludeDeprecated",
            "IncludeDisabled",
            "DeleteAssociatedSnapshots",
            "ProtectedFromScaleIn");

    private SdkValues() {}

    /** Any value of a type of the SDK. */
    static <T> Arbitrary<T> any(Supplier<? extends SdkBuilder<?, T>> type) {
        return Arbitraries.randomValue(random -> fill(type.get(), random));
    }

    /** What a value says, as maps and lists of text; what is not set, empty or left out is not there. */
    static Map<String, Object> plain(SdkPojo value, Set<String> leftOut) {
        Map<String, Object> plain = new TreeMap<>();
        for (SdkField<?> field : value.sdkFields()) {
            String name = field.memberName();
            if (!leftOut.contains(name)) {
                plain(name, field.getValueOrDefault(value), leftOut).ifPresent(said -> plain.put(name, said));
            }
        }
        return plain;
    }

    private static Optional<Object> plain(String name, @Nullable Object said, Set<String> leftOut) {
        if (said instanceof SdkPojo pojo) {
            return Optional.<Object>of(plain(pojo, leftOut)).filter(map -> !map.equals(Map.of()));
        }
        if (said instanceof List<?> list) {
            return Optional.<Object>of(list.stream()
                            .flatMap(one -> plain(name, one, leftOut).stream())
                            .toList())
                    .filter(items -> !items.equals(List.of()));
        }
        boolean idle = said == null || said.equals("") || (said.equals(false) && FALSE_IF_ABSENT.contains(name));
        if (idle) {
            return Optional.empty();
        }
        String text = String.valueOf(said);
        return Optional.of(
                DATES.contains(name) ? OffsetDateTime.parse(text).toInstant().toString() : text);
    }

    private static <T> T fill(SdkBuilder<?, T> builder, Random random) {
        fields(builder).forEach(field -> {
            if (ALWAYS.contains(field.memberName()) || random.nextBoolean()) {
                field.set(builder, value(field, random));
            }
        });
        return builder.build();
    }

    private static Stream<SdkField<?>> fields(Object builder) {
        return ((SdkPojo) builder).sdkFields().stream();
    }

    private static Object value(SdkField<?> field, Random random) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return SHAPES.getOrDefault(String.valueOf(field.memberName()), SdkValues::text)
                    .apply(random);
        }
        if (type == MarshallingType.SDK_POJO) {
            return fill((SdkBuilder<?, ?>) field.constructor().get(), random);
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> list = new ArrayList<>();
            for (int rest = random.nextInt(4); rest > 0; rest--) {
                list.add(value(member, random));
            }
            return list;
        }
        return scalar(type, random);
    }

    private static Object scalar(MarshallingType<?> type, Random random) {
        if (type == MarshallingType.BOOLEAN) {
            return random.nextBoolean();
        }
        if (type == MarshallingType.INTEGER) {
            return random.nextInt(100_000);
        }
        if (type == MarshallingType.LONG) {
            return random.nextLong(1L << 50);
        }
        if (type == MarshallingType.DOUBLE) {
            return random.nextDouble();
        }
        if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochSecond(random.nextInt());
        }
        throw new IllegalArgumentException("no value is known of type " + type.getTargetClass());
    }

    private static String text(Random random) {
        return one(
                random, "", "available", "brand-new-" + random.nextInt(1_000), "Bücher & <Bilder> 本", "x".repeat(255));
    }

    private static String date(Random random) {
        String second = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)).toString();
        return one(random, second, second.replace("Z", ".000Z"), second.replace("Z", "+00:00"));
    }

    private static String id(String prefix, Random random) {
        return random.nextBoolean()
                ? "%s-%08x".formatted(prefix, random.nextInt())
                : "%s-%017x".formatted(prefix, random.nextLong(1L << 60));
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
