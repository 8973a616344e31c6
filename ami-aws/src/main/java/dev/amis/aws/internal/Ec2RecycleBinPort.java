package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinRequest;

/** The Recycle Bin's contents through the SDK. */
final class Ec2RecycleBinPort implements RecycleBinPort {

    private final Ec2 ec2;

    Ec2RecycleBinPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<RecycledImage> listImages(RecycleBinPageRequest request) {
        var asked = ListImagesInRecycleBinRequest.builder();
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("ListImagesInRecycleBin"), () -> ec2.client().listImagesInRecycleBin(built));
        return Ec2.page(
                answer.images().stream()
                        .map(image -> new RecycledImage(
                                ImageId.of(image.imageId()),
                                Texts.text(image.name()),
                                image.recycleBinEnterTime(),
                                image.recycleBinExitTime()))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public void restoreImage(ImageId imageId) {
        ec2.make(
                Call.of("RestoreImageFromRecycleBin", imageId),
                () -> ec2.client().restoreImageFromRecycleBin(asked -> asked.imageId(imageId.value())));
    }

    @Override
    public Page<RecycledSnapshot> listSnapshots(RecycleBinPageRequest request) {
        var asked = ListSnapshotsInRecycleBinRequest.builder();
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("ListSnapshotsInRecycleBin"), () -> ec2.client().listSnapshotsInRecycleBin(built));
        return Ec2.page(
                answer.snapshots().stream()
                        .map(snapshot -> new RecycledSnapshot(
                                SnapshotId.of(snapshot.snapshotId()),
                                snapshot.recycleBinEnterTime(),
                                snapshot.recycleBinExitTime()))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public void restoreSnapshot(SnapshotId snapshotId) {
        ec2.make(
                Call.of("RestoreSnapshotFromRecycleBin", snapshotId),
                () -> ec2.client().restoreSnapshotFromRecycleBin(asked -> asked.snapshotId(snapshotId.value())));
    }
}
