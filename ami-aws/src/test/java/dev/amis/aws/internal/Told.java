package dev.amis.aws.internal;

import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceMapping.Ebs;
import dev.amis.model.BlockDeviceMapping.InstanceStore;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What values of core say, in the words of the SDK: maps and lists of text, without what is absent. */
final class Told {

    private final Map<String, Object> said = new TreeMap<>();

    static Map<String, Object> image(Image image) {
        Told told = new Told();
        told.say("ImageId", image.imageId()).say("OwnerId", image.ownerId()).say("State", image.stateText());
        told.say("ImageOwnerAlias", image.ownerAlias()).say("Name", image.name());
        told.say("Description", image.description()).say("ImageLocation", image.imageLocation());
        told.say(
                "StateReason",
                image.stateReason()
                        .map(reason -> new Told().say("Code", reason.code()).say("Message", reason.message()).said));
        told.say("PublicLaunchPermissions", image.isPublic()).say("FreeTierEligible", image.freeTierEligible());
        told.say("ImageAllowed", image.imageAllowed());
        told.say(
                "ProductCodes",
                image.productCodes().stream()
                        .map(code ->
                                new Told().say("ProductCodeId", code.code()).say("ProductCodeType", code.type()).said)
                        .toList());
        told.say("DeregistrationProtection", image.deregistrationProtection());
        told.say("CreationDate", image.creationDate()).say("DeprecationTime", image.deprecationTime());
        told.say("LastLaunchedTime", image.lastLaunchedTime());
        told.say("Tags", tags(image.tags())).say("BlockDeviceMappings", mappings(image.blockDeviceMappings()));
        told.say("SourceInstanceId", image.sourceInstanceId()).say("SourceImageId", image.sourceImageId());
        told.say("SourceImageRegion", image.sourceImageRegion());
        return machine(told, image).said;
    }

    private static Told machine(Told told, Image image) {
        told.say("Architecture", image.architecture()).say("ImageType", image.imageType());
        told.say("VirtualizationType", image.virtualizationType()).say("Hypervisor", image.hypervisor());
        told.say("RootDeviceType", image.rootDeviceType()).say("RootDeviceName", image.rootDeviceName());
        told.say("Platform", image.platform()).say("PlatformDetails", image.platformDetails());
        told.say("UsageOperation", image.usageOperation()).say("EnaSupport", image.enaSupport());
        told.say("SriovNetSupport", image.sriovNetSupport()).say("BootMode", image.bootMode());
        told.say("TpmSupport", image.tpmSupport()).say("ImdsSupport", image.imdsSupport());
        return told.say("KernelId", image.kernelId()).say("RamdiskId", image.ramdiskId());
    }

    static Map<String, Object> snapshot(Snapshot snapshot) {
        Told told = new Told();
        told.say("SnapshotId", snapshot.snapshotId()).say("OwnerId", snapshot.ownerId());
        told.say("OwnerAlias", snapshot.ownerAlias()).say("State", snapshot.stateText());
        told.say("StateMessage", snapshot.stateMessage());
        told.say(
                "Progress",
                snapshot.progress().isPresent() ? snapshot.progress().getAsInt() + "%" : "");
        told.say("StartTime", snapshot.startTime()).say("CompletionTime", snapshot.completionTime());
        told.say("VolumeId", snapshot.volumeId()).say("VolumeSize", snapshot.volumeSize());
        told.say("FullSnapshotSizeInBytes", snapshot.fullSnapshotSizeInBytes());
        told.say("StorageTier", snapshot.storageTier()).say("RestoreExpiryTime", snapshot.restoreExpiryTime());
        told.say("Encrypted", snapshot.encrypted()).say("KmsKeyId", snapshot.kmsKeyId());
        return told.say("Description", snapshot.description()).say("Tags", tags(snapshot.tags())).said;
    }

    static Map<String, Object> instance(Instance instance) {
        Told told = new Told();
        told.say("InstanceId", instance.instanceId()).say("ImageId", instance.imageId());
        told.say("State", new Told().say("Name", instance.stateText()).said);
        told.say("InstanceType", instance.instanceType()).say("Architecture", instance.architecture());
        told.say("VirtualizationType", instance.virtualizationType()).say("Platform", instance.platform());
        told.say("LaunchTime", instance.launchTime()).say("RootDeviceType", instance.rootDeviceType());
        told.say("RootDeviceName", instance.rootDeviceName()).say("Tags", tags(instance.tags()));
        return told.say(
                        "BlockDeviceMappings",
                        instance.volumes().stream().map(Told::attached).toList())
                .said;
    }

    private static Map<String, Object> attached(AttachedVolume volume) {
        Told ebs =
                new Told().say("VolumeId", volume.volumeId()).say("DeleteOnTermination", volume.deleteOnTermination());
        return new Told().say("DeviceName", volume.deviceName()).say("Ebs", ebs.said).said;
    }

    static Map<String, Object> version(LaunchTemplateVersion version) {
        return new Told()
                .say("LaunchTemplateId", version.launchTemplateId())
                .say("LaunchTemplateName", version.launchTemplateName())
                .say("VersionNumber", version.versionNumber())
                .say("DefaultVersion", version.isDefaultVersion())
                .say("CreateTime", version.createTime())
                .say("VersionDescription", version.versionDescription())
                .said;
    }

    static List<Map<String, Object>> mappings(List<BlockDeviceMapping> mappings) {
        return mappings.stream().map(Told::mapping).toList();
    }

    private static Map<String, Object> mapping(BlockDeviceMapping mapping) {
        Told told = new Told().say("DeviceName", mapping.deviceName());
        if (mapping.device() instanceof Ebs ebs) {
            told.say("Ebs", volume(ebs.volume()));
        } else if (mapping.device() instanceof InstanceStore store) {
            told.say("VirtualName", store.virtualName());
        }
        return told.said;
    }

    private static Map<String, Object> volume(EbsBlockDevice volume) {
        return new Told()
                .say("SnapshotId", volume.snapshotId())
                .say("VolumeSize", volume.volumeSize())
                .say("VolumeType", volume.volumeType())
                .say("Iops", volume.iops())
                .say("Throughput", volume.throughput())
                .say("Encrypted", volume.encrypted())
                .say("KmsKeyId", volume.kmsKeyId())
                .say("DeleteOnTermination", volume.deleteOnTermination())
                .said;
    }

    static List<Map<String, Object>> tags(Tags tags) {
        return tags.asMap().entrySet().stream()
                .map(tag -> new Told().say("Key", tag.getKey()).say("Value", tag.getValue()).said)
                .toList();
    }

    /** The tags that a request puts on what it makes. */
    static List<Map<String, Object>> specification(Map<String, Tags> byType) {
        return byType.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new Told().say("ResourceType", one.getKey()).say("Tags", tags(one.getValue())).said)
                .toList();
    }

    /** Says nothing where there is nothing. */
    Told say(String name, Object value) {
        Optional<?> there = value instanceof Optional<?> optional ? optional : Optional.of(value);
        if (value instanceof OptionalInt number) {
            there = number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        } else if (value instanceof OptionalLong number) {
            there = number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        there.map(one -> one instanceof Map || one instanceof Collection ? one : one.toString())
                .filter(one -> !one.equals("") && !one.equals(Map.of()) && !one.equals(List.of()))
                .ifPresent(one -> said.put(name, one));
        return this;
    }

    Map<String, Object> said() {
        return said;
    }
}
