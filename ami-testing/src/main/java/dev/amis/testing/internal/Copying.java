package dev.amis.testing.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageState;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CopyImageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code CopyImage}, in the Region that it is copied to. Source and copy have nothing to do with one another afterwards. */
final class Copying {

    /** Operations on the bill that stand for no licence of AWS's own. */
    private static final Set<String> WITHOUT_LICENCE = Set.of("RunInstances", "RunInstances:00g0", "RunInstances:0800");

    private final World world;
    private final Images images;
    private final NewSnapshots newSnapshots;
    private final NewImages newImages;

    Copying(World world, Images images, NewSnapshots newSnapshots, NewImages newImages) {
        this.world = world;
        this.images = images;
        this.newSnapshots = newSnapshots;
        this.newImages = newImages;
    }

    ImageId copy(Call call, CopyImageRequest request) {
        World.requirePartition(call, request.sourceRegion());
        Map<String, Holding.Asked> tokens = world.holding(call).tokens();
        Holding.Asked before = tokens.get(request.clientToken());
        if (before != null) {
            return repeated(call, request, before);
        }
        ImageRecord source = images.require(in(call, request.sourceRegion()), request.sourceImageId());
        Tags tags = tags(call, source, request);
        world.permit(call, tags, request.snapshotTags());
        Images.requireState(source.image(), ImageOperation.COPY);
        requireAllowed(call, source);
        Map<SnapshotId, SnapshotRecord> originals = requireStorage(call, source);
        requireFewCopies(call);
        newImages.requireRoom(call, request.name());
        ImageId id = newImages.id();
        Map<SnapshotId, SnapshotRecord> copies = new LinkedHashMap<>();
        originals.forEach((original, record) -> copies.put(original, copy(call, request, record, id)));
        Image image =
                image(call, request, source.image(), id, copies).tags(tags).build();
        ImageRecord copy = new ImageRecord(image).markCopy().uefiData(source.uefiData());
        newImages.add(call, copy, new ArrayList<>(copies.values()), takes(request));
        tokens.put(request.clientToken(), new Holding.Asked(request, id));
        return id;
    }

    private ImageId repeated(Call call, CopyImageRequest request, Holding.Asked before) {
        world.permit(call);
        if (!before.request().equals(request)) {
            throw new Ec2Error(
                    "IdempotentParameterMismatch",
                    "The client token '" + request.clientToken() + "' was used with other parameters before");
        }
        call.about(before.answer());
        return before.answer();
    }

    /** The same caller in the Region of the source; what is refused there is told here. */
    private static Call in(Call call, Region region) {
        return new Caller(call.account(), region, call.dryRun()).call(call.action());
    }

    private static void requireAllowed(Call call, ImageRecord source) {
        if (source.isOwnedBy(call.account())) {
            return;
        }
        boolean product = source.image().productCodes().stream()
                .anyMatch(code -> code.type().equals(ProductCodeType.MARKETPLACE));
        if (product) {
            throw new Ec2Error("InvalidRequest", "Images from AWS Marketplace cannot be copied to another AWS account");
        }
        boolean licensed = source.image()
                .usageOperation()
                .filter(operation -> !WITHOUT_LICENCE.contains(operation))
                .isPresent();
        if (licensed || !source.image().productCodes().isEmpty()) {
            throw new Ec2Error(
                    "InvalidRequest", "Images with EC2 BillingProduct codes cannot be copied to another AWS account");
        }
    }

    /** To copy what another account has shared, its snapshots and their keys must be shared as well. */
    private Map<SnapshotId, SnapshotRecord> requireStorage(Call call, ImageRecord source) {
        Map<SnapshotId, SnapshotRecord> found = new LinkedHashMap<>();
        for (SnapshotId id : source.image().snapshotIds()) {
            SnapshotRecord record = world.in(source.image().region())
                    .snapshots()
                    .find(id.value())
                    .filter(one -> one.isReadableBy(call.account()))
                    .filter(one ->
                            one.isOwnedBy(call.account()) || world.keys().canDecrypt(call.account(), one.snapshot()))
                    .orElseThrow(() -> new Ec2Error(
                            "InvalidRequest", "You do not have permission to access the storage of this ami"));
            found.put(id, record);
        }
        return found;
    }

    private static Tags tags(Call call, ImageRecord source, CopyImageRequest request) {
        TagRules.check(request.imageTags());
        TagRules.check(request.snapshotTags());
        boolean copied = request.copyImageTags() && source.isOwnedBy(call.account());
        Tags base = copied ? source.ownTags().userTags() : Tags.none();
        return TagRules.merged(base, request.imageTags());
    }

    private void requireFewCopies(Call call) {
        long onTheirWay = world.in(call.region())
                .images()
                .of(call.account())
                .filter(record -> record.isCopy() && record.is(ImageState.PENDING))
                .count();
        if (onTheirWay >= world.limits().concurrentImageCopies()) {
            throw new Ec2Error(
                    "ResourceLimitExceeded",
                    "You have reached your quota of " + world.limits().concurrentImageCopies()
                            + " concurrent image copies in " + call.region());
        }
    }

    private SnapshotRecord copy(Call call, CopyImageRequest request, SnapshotRecord original, ImageId target) {
        Encryption encryption = Encryption.ofImage(
                world, call, original.snapshot(), new Encryption.Wish(request.encrypted(), request.kmsKeyId()));
        String description = "Copied for DestinationAmi " + target + " from SourceAmi " + request.sourceImageId()
                + " for SourceSnapshot " + original.id();
        return newSnapshots.ofSnapshot(
                call, original, encryption, new NewSnapshots.Parts(Optional.of(description), request.snapshotTags()));
    }

    private Image.Builder image(
            Call call, CopyImageRequest request, Image source, ImageId id, Map<SnapshotId, SnapshotRecord> copies) {
        Image.Builder builder = newImages.inheriting(newImages.pending(call, id, request.name()), source);
        source.blockDeviceMappings().stream()
                .map(mapping -> copied(mapping, copies))
                .forEach(builder::addBlockDeviceMapping);
        builder.description(request.description())
                .sourceImageId(source.imageId())
                .sourceImageRegion(source.region());
        return builder;
    }

    private static BlockDeviceMapping copied(BlockDeviceMapping mapping, Map<SnapshotId, SnapshotRecord> copies) {
        Optional<SnapshotRecord> copy = mapping.snapshotId().flatMap(id -> Optional.ofNullable(copies.get(id)));
        if (copy.isEmpty() || mapping.ebsVolume().isEmpty()) {
            return mapping;
        }
        EbsBlockDevice volume = mapping.ebsVolume()
                .get()
                .withSnapshotId(copy.get().snapshotId())
                .withEncrypted(copy.get().snapshot().encrypted());
        return BlockDeviceMapping.ebs(mapping.deviceName(), volume);
    }

    /** A copy that is paid to be in time is in time. */
    private Duration takes(CopyImageRequest request) {
        Duration usual = world.dials().copying();
        return request.snapshotCopyCompletionDurationMinutes().stream()
                .mapToObj(Duration::ofMinutes)
                .filter(limit -> limit.compareTo(usual) < 0)
                .findFirst()
                .orElse(usual);
    }
}
