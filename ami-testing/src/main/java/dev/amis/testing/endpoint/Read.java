package dev.amis.testing.endpoint;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import dev.amis.spi.Filter;
import dev.amis.testing.internal.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The parts that requests share, from the SDK's values to the library's. */
final class Read {

    /** What the in-memory account knows of the volume of a mapping. */
    private static final Set<String> EBS = Set.of(
            "SnapshotId",
            "VolumeType",
            "KmsKeyId",
            "Encrypted",
            "DeleteOnTermination",
            "VolumeSize",
            "Iops",
            "Throughput");

    private Read() {}

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new WireError("MissingParameter", "The request must contain the parameter " + name);
        }
        return value;
    }

    static <T> Optional<T> optional(@Nullable String value, Function<String, T> read) {
        return Optional.ofNullable(value).map(read);
    }

    /** An id of the wrong shape is refused before anybody looks whether it exists, with the code that EC2 has for it. */
    static <T> T id(String kind, String prefix, @Nullable String value, Function<String, T> read) {
        String text = required(kind, value);
        try {
            return read.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new WireError(
                    "Invalid" + kind + ".Malformed", "Invalid id: \"" + text + "\" (expecting \"" + prefix + "-...\")");
        }
    }

    /** A launch template goes by its id or by its name. The code where both are said is UNVERIFIED. */
    static void either(@Nullable String launchTemplateId, @Nullable String launchTemplateName) {
        if (launchTemplateId != null && launchTemplateName != null) {
            throw new WireError(
                    "InvalidParameterCombination",
                    "The parameter LaunchTemplateId cannot be used with the parameter LaunchTemplateName");
        }
    }

    static boolean truth(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    static List<Filter> filters(List<software.amazon.awssdk.services.ec2.model.Filter> filters) {
        return filters.stream()
                .map(filter -> new Filter(required("Filter.Name", filter.name()), filter.values()))
                .toList();
    }

    static Question question(
            List<String> ids,
            List<software.amazon.awssdk.services.ec2.model.Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        return new Question(
                ids,
                filters(filters),
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults),
                Optional.ofNullable(nextToken));
    }

    static Tags tags(List<TagSpecification> specifications, ResourceType type) {
        return specifications.stream()
                .filter(specification -> specification.resourceType() == type)
                .map(specification -> tags(specification.tags()))
                .reduce(Tags.none(), Tags::with);
    }

    static Tags tags(List<Tag> tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String value = tag.value() == null ? "" : tag.value();
            if (pairs.put(required("Tag.Key", tag.key()), value) != null) {
                throw new WireError("InvalidParameterValue", "Duplicate tag key '" + tag.key() + "' specified.");
            }
        }
        return Tags.of(pairs);
    }

    /** Refuses tag specifications of kinds that the action does not make. */
    static void kinds(List<TagSpecification> specifications, ResourceType... allowed) {
        for (TagSpecification specification : specifications) {
            if (!List.of(allowed).contains(specification.resourceType())) {
                throw new WireError(
                        "InvalidParameterValue",
                        "'" + specification.resourceTypeAsString()
                                + "' is not a valid taggable resource type for this operation.");
            }
        }
    }

    static List<BlockDeviceMapping> mappings(
            List<software.amazon.awssdk.services.ec2.model.BlockDeviceMapping> mappings) {
        return mappings.stream().map(Read::mapping).toList();
    }

    private static BlockDeviceMapping mapping(software.amazon.awssdk.services.ec2.model.BlockDeviceMapping mapping) {
        String device = required("BlockDeviceMapping.DeviceName", mapping.deviceName());
        if (mapping.ebs() != null) {
            return BlockDeviceMapping.ebs(device, volume(mapping.ebs()));
        }
        return optional(mapping.virtualName(), name -> BlockDeviceMapping.instanceStore(device, name))
                .orElseGet(() -> BlockDeviceMapping.noDevice(device));
    }

    private static EbsBlockDevice volume(software.amazon.awssdk.services.ec2.model.EbsBlockDevice ebs) {
        for (SdkField<?> field : ebs.sdkFields()) {
            if (field.getValueOrDefault(ebs) != null && !EBS.contains(field.locationName())) {
                throw new WireError(
                        "UnknownParameter",
                        "The parameter BlockDeviceMapping.Ebs." + field.locationName() + " is not recognized");
            }
        }
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(optional(ebs.snapshotId(), id -> id("SnapshotID", "snap", id, SnapshotId::of)));
        volume.volumeType(optional(ebs.volumeTypeAsString(), VolumeType::of));
        volume.kmsKeyId(optional(ebs.kmsKeyId(), KmsKeyId::of));
        volume.encrypted(Optional.ofNullable(ebs.encrypted()));
        volume.deleteOnTermination(Optional.ofNullable(ebs.deleteOnTermination()));
        if (ebs.volumeSize() != null) {
            volume.volumeSize(ebs.volumeSize());
        }
        if (ebs.iops() != null) {
            volume.iops(ebs.iops());
        }
        if (ebs.throughput() != null) {
            volume.throughput(ebs.throughput());
        }
        return volume.build();
    }
}
