package dev.amis.testing.endpoint;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The parts that answers share, from the library's values to the SDK's. */
final class Write {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Write() {}

    static software.amazon.awssdk.services.ec2.model.Image image(Image image) {
        var written = software.amazon.awssdk.services.ec2.model.Image.builder()
                .imageId(image.imageId().value())
                .ownerId(image.ownerId().value())
                .state(image.stateText())
                .publicLaunchPermissions(image.isPublic())
                .architecture(image.architecture().value())
                .imageType(image.imageType().value())
                .virtualizationType(image.virtualizationType().value())
                .hypervisor(image.hypervisor().value())
                .rootDeviceType(image.rootDeviceType().value())
                .deregistrationProtection(image.deregistrationProtection().text())
                .tags(tags(image.tags()))
                .blockDeviceMappings(mappings(image.blockDeviceMappings()));
        image.name().ifPresent(written::name);
        image.description().ifPresent(written::description);
        image.imageLocation().ifPresent(written::imageLocation);
        image.ownerAlias().ifPresent(alias -> written.imageOwnerAlias(alias.value()));
        image.creationDate().map(TIME::format).ifPresent(written::creationDate);
        image.deprecationTime().map(TIME::format).ifPresent(written::deprecationTime);
        image.lastLaunchedTime().map(TIME::format).ifPresent(written::lastLaunchedTime);
        image.stateReason()
                .ifPresent(reason ->
                        written.stateReason(why -> why.code(reason.code()).message(reason.message())));
        if (!image.productCodes().isEmpty()) {
            written.productCodes(image.productCodes().stream()
                    .map(code -> software.amazon.awssdk.services.ec2.model.ProductCode.builder()
                            .productCodeId(code.code())
                            .productCodeType(code.type().value())
                            .build())
                    .toList());
        }
        image.imageAllowed().ifPresent(written::imageAllowed);
        if (image.freeTierEligible()) {
            written.freeTierEligible(true);
        }
        machine(image, written);
        image.sourceInstanceId().ifPresent(id -> written.sourceInstanceId(id.value()));
        image.sourceImageId().ifPresent(id -> written.sourceImageId(id.value()));
        image.sourceImageRegion().ifPresent(region -> written.sourceImageRegion(region.value()));
        return written.build();
    }

    private static void machine(Image image, software.amazon.awssdk.services.ec2.model.Image.Builder written) {
        if (image.enaSupport()) {
            written.enaSupport(true);
        }
        image.platform().ifPresent(platform -> written.platform(platform.value()));
        image.platformDetails().ifPresent(written::platformDetails);
        image.usageOperation().ifPresent(written::usageOperation);
        image.rootDeviceName().ifPresent(written::rootDeviceName);
        image.sriovNetSupport().ifPresent(written::sriovNetSupport);
        image.bootMode().ifPresent(mode -> written.bootMode(mode.value()));
        image.tpmSupport().ifPresent(tpm -> written.tpmSupport(tpm.value()));
        image.imdsSupport().ifPresent(imds -> written.imdsSupport(imds.value()));
        image.kernelId().ifPresent(written::kernelId);
        image.ramdiskId().ifPresent(written::ramdiskId);
    }

    static software.amazon.awssdk.services.ec2.model.Snapshot snapshot(Snapshot snapshot) {
        var written = software.amazon.awssdk.services.ec2.model.Snapshot.builder()
                .snapshotId(snapshot.snapshotId().value())
                .ownerId(snapshot.ownerId().value())
                .state(snapshot.stateText())
                .encrypted(snapshot.encrypted())
                .tags(tags(snapshot.tags()));
        snapshot.description().ifPresent(written::description);
        snapshot.ownerAlias().ifPresent(alias -> written.ownerAlias(alias.value()));
        snapshot.stateMessage().ifPresent(written::stateMessage);
        snapshot.progress().ifPresent(percent -> written.progress(percent + "%"));
        snapshot.startTime().ifPresent(written::startTime);
        snapshot.completionTime().ifPresent(written::completionTime);
        snapshot.volumeId().ifPresent(id -> written.volumeId(id.value()));
        snapshot.volumeSize().ifPresent(written::volumeSize);
        snapshot.fullSnapshotSizeInBytes().ifPresent(written::fullSnapshotSizeInBytes);
        snapshot.storageTier().ifPresent(tier -> written.storageTier(tier.value()));
        snapshot.restoreExpiryTime().ifPresent(written::restoreExpiryTime);
        snapshot.kmsKeyId().ifPresent(key -> written.kmsKeyId(key.value()));
        return written.build();
    }

    static List<Tag> tags(Tags tags) {
        return tags.asMap().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static List<software.amazon.awssdk.services.ec2.model.BlockDeviceMapping> mappings(
            List<BlockDeviceMapping> mappings) {
        return mappings.stream()
                .map(mapping -> {
                    var written = software.amazon.awssdk.services.ec2.model.BlockDeviceMapping.builder()
                            .deviceName(mapping.deviceName());
                    if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
                        written.ebs(volume(ebs.volume()));
                    } else if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
                        written.virtualName(store.virtualName());
                    } else {
                        written.noDevice("");
                    }
                    return written.build();
                })
                .toList();
    }

    private static software.amazon.awssdk.services.ec2.model.EbsBlockDevice volume(EbsBlockDevice volume) {
        var ebs = software.amazon.awssdk.services.ec2.model.EbsBlockDevice.builder();
        volume.snapshotId().ifPresent(id -> ebs.snapshotId(id.value()));
        volume.volumeType().ifPresent(type -> ebs.volumeType(type.value()));
        volume.kmsKeyId().ifPresent(key -> ebs.kmsKeyId(key.value()));
        volume.encrypted().ifPresent(ebs::encrypted);
        volume.deleteOnTermination().ifPresent(ebs::deleteOnTermination);
        volume.volumeSize().ifPresent(ebs::volumeSize);
        volume.iops().ifPresent(ebs::iops);
        volume.throughput().ifPresent(ebs::throughput);
        return ebs.build();
    }

    static Optional<String> time(Optional<Instant> instant) {
        return instant.map(TIME::format);
    }
}
