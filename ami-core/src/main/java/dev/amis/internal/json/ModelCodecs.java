package dev.amis.internal.json;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How EC2's nouns are written: ids and ARNs as EC2 writes them, instants and durations as ISO 8601. */
public final class ModelCodecs {

    /** Regions. */
    public static final Codec<Region> REGION = Codec.TEXT.map(Region::of, Region::value);

    /** Accounts. */
    public static final Codec<AccountId> ACCOUNT = Codec.TEXT.map(AccountId::of, AccountId::value);

    /** Images, by their ids. */
    public static final Codec<ImageId> IMAGE_ID = Codec.TEXT.map(ImageId::of, ImageId::value);

    /** Snapshots, by their ids. */
    public static final Codec<SnapshotId> SNAPSHOT_ID = Codec.TEXT.map(SnapshotId::of, SnapshotId::value);

    /** Instants. */
    public static final Codec<Instant> INSTANT = Codec.TEXT.map(Instant::parse, Instant::toString);

    /** Instants of which {@link Instant#MIN} stands for none. */
    public static final Codec<Instant> INSTANT_OR_NONE = Codec.TEXT.map(
            text -> text.equals("none") ? Instant.MIN : Instant.parse(text),
            instant -> instant.equals(Instant.MIN) ? "none" : instant.toString());

    /** Durations. */
    public static final Codec<Duration> DURATION = Codec.TEXT.map(Duration::parse, Duration::toString);

    /** States of images. */
    public static final Codec<ImageState> IMAGE_STATE = Codec.TEXT.map(ModelCodecs::imageState, ImageState::text);

    /** Protection of images. */
    public static final Codec<DeregistrationProtection> PROTECTION =
            Codec.TEXT.map(DeregistrationProtection::parse, DeregistrationProtection::text);

    /** Those who may launch an image. */
    public static final Codec<LaunchPermission> LAUNCH_PERMISSION =
            Codec.TEXT.map(ModelCodecs::launchPermission, LaunchPermission::toString);

    /** Those who may copy a snapshot. */
    public static final Codec<CreateVolumePermission> CREATE_VOLUME_PERMISSION = Codec.TEXT.map(
            text -> text.equals("everyone")
                    ? CreateVolumePermission.EVERYONE
                    : CreateVolumePermission.of(AccountId.of(text)),
            CreateVolumePermission::toString);

    /** Tags as they were read, those of AWS as well. */
    public static final Codec<Tags> TAGS = tags(false);

    /** Tags that a user may set. */
    public static final Codec<Tags> TAGS_TO_SET = tags(true);

    /** What launch templates say, user data included. */
    public static final Codec<LaunchTemplateData> TEMPLATE_DATA = pairs().map(
                    pairs -> LaunchTemplateData.of(toMap(pairs)),
                    data -> List.copyOf(data.parameters().entrySet()));

    private ModelCodecs() {}

    /**
     * Constants of an enumeration, by their names in lower case with hyphens.
     *
     * @param type the enumeration
     * @param <E> the enumeration
     * @return the codec
     */
    public static <E extends Enum<E>> Codec<E> constants(Class<E> type) {
        Map<String, E> byText = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byText.put(textOf(constant), constant);
        }
        return Codec.TEXT.map(
                text -> {
                    E constant = byText.get(text);
                    if (constant == null) {
                        throw new IllegalArgumentException("'" + text + "' is none of " + byText.keySet());
                    }
                    return constant;
                },
                ModelCodecs::textOf);
    }

    private static String textOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ImageState imageState(String text) {
        ImageState state = ImageState.parse(text);
        if (state == ImageState.UNKNOWN && !text.equals(ImageState.UNKNOWN.text())) {
            throw new IllegalArgumentException("'" + text + "' is no state of an image");
        }
        return state;
    }

    private static LaunchPermission launchPermission(String text) {
        if (text.equals("everyone")) {
            return LaunchPermission.EVERYONE;
        }
        if (text.contains(":organization/")) {
            return LaunchPermission.of(OrganizationArn.of(text));
        }
        return text.contains(":ou/")
                ? LaunchPermission.of(OrganizationalUnitArn.of(text))
                : LaunchPermission.of(AccountId.of(text));
    }

    /** A list of pairs by key, so that equal tags are written alike and a key that is there twice is noticed. */
    private static Codec<Tags> tags(boolean toSet) {
        return pairs().map(
                        pairs -> toSet ? Tags.of(toMap(pairs)) : Tags.read(toMap(pairs)),
                        tags -> List.copyOf(new TreeMap<>(tags.asMap()).entrySet()));
    }

    private static Codec<List<Map.Entry<String, String>>> pairs() {
        Field<Map.Entry<String, String>, String> key = Field.of("key", Codec.TEXT, Map.Entry::getKey);
        Field<Map.Entry<String, String>, String> value = Field.of("value", Codec.TEXT, Map.Entry::getValue);
        Codec<Map.Entry<String, String>> pair =
                Shape.of(values -> Map.entry(values.get(key), values.get(value)), key, value);
        return pair.list();
    }

    private static Map<String, String> toMap(List<Map.Entry<String, String>> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : new ArrayList<>(pairs)) {
            if (map.put(pair.getKey(), pair.getValue()) != null) {
                throw new IllegalArgumentException("key '" + pair.getKey() + "' is there twice");
            }
        }
        return map;
    }
}
