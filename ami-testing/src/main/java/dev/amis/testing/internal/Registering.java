package dev.amis.testing.internal;

import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ProductCode;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.RegisterImageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code RegisterImage}: an image on snapshots that are there already. It has no source image, and is Linux on the bill. */
final class Registering {

    private final World world;
    private final Snapshots snapshots;
    private final NewImages newImages;

    Registering(World world, NewImages newImages) {
        this.world = world;
        this.snapshots = new Snapshots(world);
        this.newImages = newImages;
    }

    ImageId register(Call call, RegisterImageRequest request) {
        Map<SnapshotId, SnapshotRecord> named = snapshots(call, request);
        TagRules.check(request.tags());
        world.permit(call, request.tags());
        named.values().forEach(Registering::requireWhole);
        Mappings.check(context(request, named), request.blockDeviceMappings());
        requireKeys(call, named);
        newImages.requireRoom(call, request.name());
        ImageId id = newImages.id();
        Image image = image(call, request, id, named);
        newImages.add(
                call,
                new ImageRecord(image).uefiData(request.uefiData()),
                List.of(),
                world.dials().registration());
        return id;
    }

    private Map<SnapshotId, SnapshotRecord> snapshots(Call call, RegisterImageRequest request) {
        Map<SnapshotId, SnapshotRecord> named = new LinkedHashMap<>();
        for (BlockDeviceMapping mapping : request.blockDeviceMappings()) {
            mapping.snapshotId().ifPresent(id -> named.put(id, snapshots.requireReadable(call, id)));
        }
        return named;
    }

    private static void requireWhole(SnapshotRecord record) {
        if (!record.is(SnapshotState.COMPLETED)) {
            throw new Ec2Error(
                    "IncorrectState",
                    "The snapshot '" + record.id() + "' is in state '"
                            + record.snapshot().stateText() + "', but must be completed");
        }
    }

    private static BlockDeviceContext context(RegisterImageRequest request, Map<SnapshotId, SnapshotRecord> named) {
        return BlockDeviceContext.builder()
                .operation(BlockDeviceContext.Operation.REGISTER_IMAGE)
                .virtualizationType(request.virtualizationType())
                .rootDeviceName(request.rootDeviceName())
                .addAllSnapshots(
                        named.values().stream().map(SnapshotRecord::snapshot).toList())
                .build();
    }

    private void requireKeys(Call call, Map<SnapshotId, SnapshotRecord> named) {
        for (SnapshotRecord record : named.values()) {
            if (!world.keys().canDecrypt(call.account(), record.snapshot())) {
                throw new Ec2Error(
                        "CustomerKeyHasBeenRevoked",
                        "The key of the snapshot '" + record.id() + "' cannot be used by account " + call.account());
            }
        }
    }

    private Image image(Call call, RegisterImageRequest request, ImageId id, Map<SnapshotId, SnapshotRecord> named) {
        List<ProductCode> codes = named.values().stream()
                .flatMap(record -> record.productCodes().stream())
                .distinct()
                .toList();
        Image.Builder builder = newImages.pending(call, id, request.name());
        request.blockDeviceMappings().stream()
                .filter(mapping -> !(mapping.device() instanceof BlockDeviceMapping.NoDevice))
                .map(mapping -> completed(request, mapping, named))
                .forEach(builder::addBlockDeviceMapping);
        return builder.description(request.description())
                .architecture(request.architecture())
                .virtualizationType(request.virtualizationType())
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .rootDeviceName(request.rootDeviceName())
                .enaSupport(request.enaSupport())
                .sriovNetSupport(request.sriovNetSupport())
                .bootMode(request.bootMode())
                .tpmSupport(request.tpmSupport())
                .imdsSupport(request.imdsSupport())
                .addAllProductCodes(codes)
                .tags(request.tags())
                .build();
    }

    private static BlockDeviceMapping completed(
            RegisterImageRequest request, BlockDeviceMapping mapping, Map<SnapshotId, SnapshotRecord> named) {
        boolean root = mapping.deviceName().equals(request.rootDeviceName());
        Optional<Snapshot> snapshot = mapping.snapshotId()
                .flatMap(id -> Optional.ofNullable(named.get(id)))
                .map(SnapshotRecord::snapshot);
        return mapping.ebsVolume()
                .map(ebs -> BlockDeviceMapping.ebs(mapping.deviceName(), Mappings.complete(ebs, snapshot, root)))
                .orElse(mapping);
    }
}
