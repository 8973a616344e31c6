package dev.amis.copy;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.NameClaim;
import dev.amis.internal.Pages;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;

/** The copy in one Region. */
final class RegionCopy {

    private static final String OPERATION = "CopyImage";

    /** How many copies of the same request, deregistered one after the other, are stepped over. */
    private static final int STEPS = 3;

    private final Session session;
    private final CopyImagesRequest request;
    private final ImageName name;
    private final Region destination;
    private final NameClaim claim;

    RegionCopy(Session session, CopyImagesRequest request, ImageName name, Region destination) {
        this.session = session;
        this.request = request;
        this.name = name;
        this.destination = destination;
        this.claim = new NameClaim(session, destination, OPERATION, name, this::whyNotOurs);
    }

    Region destination() {
        return destination;
    }

    /** The copy that is there already. */
    Optional<ImageId> adopted() {
        return claim.holder().map(Image::imageId);
    }

    /** Makes the copy. EC2 knows a repeated token, so that asking again after a lost answer makes no second one. */
    ImageId make(Image source) {
        try {
            ImageId copy = make(request.attempt());
            for (int step = 1; step < STEPS && isGone(copy); step++) {
                // EC2 remembers the token longer than the copy: what it answered was deregistered, so it takes a new
                // token.
                copy = make(request.attempt() + step);
            }
            return copy;
        } catch (InvalidRequestException refusal) {
            throw source.ownerId().equals(session.account())
                    ? refusal
                    : CopySource.advised(refusal, session, source, destination);
        }
    }

    private ImageId make(int attempt) {
        CopyImageRequest sent = toRequest(attempt);
        return claim.make(() -> ports().images().copyImage(sent));
    }

    private CopyImageRequest toRequest(int attempt) {
        return CopyImageRequest.builder()
                .name(name)
                .sourceImageId(request.sourceImageId())
                .sourceRegion(request.sourceRegion())
                .clientToken(token(attempt))
                .description(request.description())
                .encrypted(request.encrypted())
                .kmsKeyId(request.kmsKeyId(destination))
                .copyImageTags(request.copyImageTags())
                .imageTags(request.imageTags())
                .snapshotTags(request.snapshotTags())
                .snapshotCopyCompletionDurationMinutes(request.snapshotCopyCompletionDurationMinutes())
                .build();
    }

    private String token(int attempt) {
        return "amis-"
                + RequestDigest.of(OPERATION)
                        .with("account", session.account())
                        .with("destination", destination)
                        .with("sourceImageId", request.sourceImageId())
                        .with("sourceRegion", request.sourceRegion())
                        .with("name", name)
                        .with("description", request.description())
                        .with("encrypted", request.encrypted())
                        .with("kmsKeyId", request.kmsKeyId(destination))
                        .with("copyImageTags", request.copyImageTags())
                        .with("imageTag", request.imageTags())
                        .with("snapshotTag", request.snapshotTags())
                        .with("minutes", request.snapshotCopyCompletionDurationMinutes())
                        .with("attempt", attempt)
                        .hex();
    }

    /** An image that is just made may not be visible yet, which is an error; one that was deregistered is an empty answer. */
    private boolean isGone(ImageId copy) {
        DescribeImagesRequest question = DescribeImagesRequest.builder()
                .addImageId(copy)
                .includeDisabled(true)
                .build();
        try {
            return Pages.all("DescribeImages", token -> ports().images().describeImages(question.withNextToken(token)))
                    .stream()
                    .allMatch(image -> image.state() == ImageState.DEREGISTERED);
        } catch (NotFoundException notYet) {
            return false;
        }
    }

    private Optional<String> whyNotOurs(Image image) {
        boolean copyOfSource = image.sourceImageId().equals(Optional.of(request.sourceImageId()))
                && image.sourceImageRegion().equals(Optional.of(request.sourceRegion()));
        if (!copyOfSource) {
            return Optional.of("which is no copy of " + request.sourceImageId());
        }
        if (!request.encrypted() || image.state() == ImageState.FAILED) {
            return Optional.empty();
        }
        if (volumes(image).stream().anyMatch(volume -> volume.encrypted().equals(Optional.of(false)))) {
            return Optional.of("a copy of " + request.sourceImageId() + " that is not encrypted");
        }
        return request.kmsKeyId(destination).flatMap(key -> whyNotEncryptedWith(key, image));
    }

    private Optional<String> whyNotEncryptedWith(KmsKeyId key, Image image) {
        if (image.snapshotIds().isEmpty() || CopyKeys.isAlias(key)) {
            return Optional.empty();
        }
        DescribeSnapshotsRequest question = DescribeSnapshotsRequest.builder()
                .addAllSnapshotIds(image.snapshotIds())
                .build();
        return Pages.all(
                        "DescribeSnapshots",
                        token -> ports().snapshots().describeSnapshots(question.withNextToken(token)))
                .stream()
                .flatMap(snapshot -> snapshot.kmsKeyId().stream())
                .filter(answered -> !CopyKeys.isSame(key, answered))
                .findFirst()
                .map(other -> "a copy of " + request.sourceImageId() + " that is encrypted with " + other);
    }

    private static List<EbsBlockDevice> volumes(Image image) {
        return image.blockDeviceMappings().stream()
                .map(BlockDeviceMapping::ebsVolume)
                .flatMap(Optional::stream)
                .toList();
    }

    private RegionalProvider ports() {
        return session.in(destination);
    }
}
