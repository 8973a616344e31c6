package dev.amis.internal.json;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** How block device mappings are written. */
final class MappingJson {

    static final Codec<BlockDeviceMapping> MAPPING = mapping();

    private MappingJson() {}

    private static Codec<BlockDeviceMapping> mapping() {
        Field<BlockDeviceMapping, String> name = Field.of("device", Codec.TEXT, BlockDeviceMapping::deviceName);
        Field<BlockDeviceMapping, BlockDeviceMapping.Device> device =
                Field.of("is", device(), BlockDeviceMapping::device);
        return Shape.of(v -> new BlockDeviceMapping(v.get(name), v.get(device)), name, device);
    }

    private static Codec<BlockDeviceMapping.Device> device() {
        Field<BlockDeviceMapping.Ebs, EbsBlockDevice> volume =
                Field.of("volume", volume(), BlockDeviceMapping.Ebs::volume);
        Field<BlockDeviceMapping.InstanceStore, String> virtual =
                Field.of("virtualName", Codec.TEXT, BlockDeviceMapping.InstanceStore::virtualName);
        return new Variants<BlockDeviceMapping.Device>("kind")
                .add(
                        "ebs",
                        BlockDeviceMapping.Ebs.class,
                        Shape.of(v -> new BlockDeviceMapping.Ebs(v.get(volume)), volume))
                .add(
                        "instance-store",
                        BlockDeviceMapping.InstanceStore.class,
                        Shape.of(v -> new BlockDeviceMapping.InstanceStore(v.get(virtual)), virtual))
                .add("none", BlockDeviceMapping.NoDevice.class, Shape.of(v -> new BlockDeviceMapping.NoDevice()));
    }

    private static Codec<EbsBlockDevice> volume() {
        Field<EbsBlockDevice, Optional<SnapshotId>> snapshot =
                Field.optional("snapshot", ModelCodecs.SNAPSHOT_ID, EbsBlockDevice::snapshotId);
        Field<EbsBlockDevice, Optional<Integer>> size = number("size", EbsBlockDevice::volumeSize);
        Field<EbsBlockDevice, Optional<VolumeType>> type =
                Field.optional("type", Codec.TEXT.map(VolumeType::of, VolumeType::value), EbsBlockDevice::volumeType);
        Field<EbsBlockDevice, Optional<Integer>> iops = number("iops", EbsBlockDevice::iops);
        Field<EbsBlockDevice, Optional<Integer>> throughput = number("throughput", EbsBlockDevice::throughput);
        Field<EbsBlockDevice, Optional<Boolean>> encrypted =
                Field.optional("encrypted", Codec.BOOLEAN, EbsBlockDevice::encrypted);
        Field<EbsBlockDevice, Optional<KmsKeyId>> key =
                Field.optional("key", Codec.TEXT.map(KmsKeyId::of, KmsKeyId::value), EbsBlockDevice::kmsKeyId);
        Field<EbsBlockDevice, Optional<Boolean>> ending =
                Field.optional("deleteOnTermination", Codec.BOOLEAN, EbsBlockDevice::deleteOnTermination);
        return Shape.of(
                v -> {
                    EbsBlockDevice.Builder read = EbsBlockDevice.builder();
                    v.get(size).ifPresent(read::volumeSize);
                    v.get(iops).ifPresent(read::iops);
                    v.get(throughput).ifPresent(read::throughput);
                    return read.snapshotId(v.get(snapshot))
                            .volumeType(v.get(type))
                            .encrypted(v.get(encrypted))
                            .kmsKeyId(v.get(key))
                            .deleteOnTermination(v.get(ending))
                            .build();
                },
                snapshot,
                size,
                type,
                iops,
                throughput,
                encrypted,
                key,
                ending);
    }

    private static Field<EbsBlockDevice, Optional<Integer>> number(
            String name, Function<EbsBlockDevice, OptionalInt> getter) {
        return Field.optional(name, Codec.INTEGER, volume -> {
            OptionalInt number = getter.apply(volume);
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        });
    }
}
