package dev.amis.aws.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Images through the SDK. */
final class Ec2ImagePort implements ImagePort {

    private final Ec2 ec2;

    Ec2ImagePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<Image> describeImages(DescribeImagesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeImagesRequest.builder()
                .includeDeprecated(request.includeDeprecated())
                .includeDisabled(request.includeDisabled());
        if (!request.owners().isEmpty()) {
            asked.owners(request.owners().stream().map(ImageOwner::value).toList());
        }
        if (!request.executableUsers().isEmpty()) {
            asked.executableUsers(request.executableUsers());
        }
        if (!request.imageIds().isEmpty()) {
            asked.imageIds(request.imageIds().stream().map(ImageId::value).toList());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(Call.of("DescribeImages"), () -> ec2.client().describeImages(built));
        return Ec2.page(
                answer.images().stream()
                        .map(image -> ImageMapping.read(ec2.region(), image))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public ImageId createImage(CreateImageRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CreateImageRequest.builder()
                .instanceId(request.instanceId().value())
                .name(request.name().value())
                .noReboot(request.noReboot());
        request.description().ifPresent(asked::description);
        if (!request.blockDeviceMappings().isEmpty()) {
            asked.blockDeviceMappings(DeviceMapping.write(request.blockDeviceMappings()));
        }
        List<TagSpecification> tags = new ArrayList<>();
        TagMapping.specification(ResourceType.IMAGE, request.imageTags()).ifPresent(tags::add);
        TagMapping.specification(ResourceType.SNAPSHOT, request.snapshotTags()).ifPresent(tags::add);
        if (!tags.isEmpty()) {
            asked.tagSpecifications(tags);
        }
        var built = asked.build();
        return ImageId.of(ec2.make(
                        Call.making("CreateImage", request.name()),
                        () -> ec2.client().createImage(built))
                .imageId());
    }

    @Override
    public ImageId registerImage(RegisterImageRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.RegisterImageRequest.builder()
                .name(request.name().value())
                .architecture(request.architecture().value())
                .virtualizationType(request.virtualizationType().value())
                .rootDeviceName(request.rootDeviceName())
                .blockDeviceMappings(DeviceMapping.write(request.blockDeviceMappings()))
                .enaSupport(request.enaSupport());
        request.description().ifPresent(asked::description);
        request.sriovNetSupport().ifPresent(asked::sriovNetSupport);
        request.bootMode().ifPresent(mode -> asked.bootMode(mode.value()));
        request.tpmSupport().ifPresent(tpm -> asked.tpmSupport(tpm.value()));
        request.imdsSupport().ifPresent(imds -> asked.imdsSupport(imds.value()));
        request.uefiData().ifPresent(asked::uefiData);
        TagMapping.specification(ResourceType.IMAGE, request.tags()).ifPresent(asked::tagSpecifications);
        var built = asked.build();
        return ImageId.of(ec2.make(
                        Call.making("RegisterImage", request.name()),
                        () -> ec2.client().registerImage(built))
                .imageId());
    }

    @Override
    public ImageId copyImage(CopyImageRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CopyImageRequest.builder()
                .name(request.name().value())
                .sourceImageId(request.sourceImageId().value())
                .sourceRegion(request.sourceRegion().value())
                .clientToken(request.clientToken())
                .copyImageTags(request.copyImageTags());
        request.description().ifPresent(asked::description);
        if (request.encrypted()) {
            asked.encrypted(true);
        }
        request.kmsKeyId().ifPresent(key -> asked.kmsKeyId(key.value()));
        request.snapshotCopyCompletionDurationMinutes()
                .ifPresent(minutes -> asked.snapshotCopyCompletionDurationMinutes((long) minutes));
        List<TagSpecification> tags = new ArrayList<>();
        TagMapping.specification(ResourceType.IMAGE, request.imageTags()).ifPresent(tags::add);
        TagMapping.specification(ResourceType.SNAPSHOT, request.snapshotTags()).ifPresent(tags::add);
        if (!tags.isEmpty()) {
            asked.tagSpecifications(tags);
        }
        var built = asked.build();
        // The token is ours and the same for every attempt, so a repeated copy is the same copy.
        return ImageId.of(ec2.make(
                        Call.of("CopyImage", request.sourceImageId()),
                        () -> ec2.client().copyImage(built))
                .imageId());
    }

    @Override
    public List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request) {
        var answer = ec2.make(
                Call.of("DeregisterImage", request.imageId()),
                () -> ec2.client()
                        .deregisterImage(
                                asked -> asked.imageId(request.imageId().value())
                                        .deleteAssociatedSnapshots(request.deleteAssociatedSnapshots())));
        return answer.deleteSnapshotResults().stream()
                .map(result -> new SnapshotDeletion(
                        SnapshotId.of(result.snapshotId()), SnapshotDeletionCode.parse(result.returnCodeAsString())))
                .toList();
    }
}
