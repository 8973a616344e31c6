package dev.amis.testing.endpoint;

import dev.amis.model.SnapshotId;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.ImageRecycleBinInfo;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.SnapshotRecycleBinInfo;

/** The actions on the Recycle Bin of images and snapshots. */
final class RecycleBinActions {

    private RecycleBinActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "ListImagesInRecycleBin" ->
                Action.of(
                        ListImagesInRecycleBinRequest::builder,
                        ListImagesInRecycleBinRequest.class,
                        RecycleBinActions::recycledImages,
                        "MaxResults",
                        "NextToken");
            case "ListSnapshotsInRecycleBin" ->
                Action.of(
                        ListSnapshotsInRecycleBinRequest::builder,
                        ListSnapshotsInRecycleBinRequest.class,
                        RecycleBinActions::recycledSnapshots,
                        "MaxResults",
                        "NextToken");
            case "RestoreImageFromRecycleBin" ->
                Action.of(
                        RestoreImageFromRecycleBinRequest::builder,
                        RestoreImageFromRecycleBinRequest.class,
                        RecycleBinActions::restoreImage,
                        "ImageId");
            case "RestoreSnapshotFromRecycleBin" ->
                Action.of(
                        RestoreSnapshotFromRecycleBinRequest::builder,
                        RestoreSnapshotFromRecycleBinRequest.class,
                        RecycleBinActions::restoreSnapshot,
                        "SnapshotId");
            default -> null;
        };
    }

    private static SdkPojo restoreImage(RestoreImageFromRecycleBinRequest request, RegionalProvider account) {
        bin(account).restoreImage(ImageActions.imageId(request.imageId()));
        return RestoreImageFromRecycleBinResponse.builder().returnValue(true).build();
    }

    private static SdkPojo restoreSnapshot(RestoreSnapshotFromRecycleBinRequest request, RegionalProvider account) {
        bin(account).restoreSnapshot(Read.id("SnapshotID", "snap", request.snapshotId(), SnapshotId::of));
        return RestoreSnapshotFromRecycleBinResponse.builder()
                .snapshotId(request.snapshotId())
                .build();
    }

    private static SdkPojo recycledImages(ListImagesInRecycleBinRequest request, RegionalProvider account) {
        var page = bin(account).listImages(page(request.maxResults(), request.nextToken()));
        return ListImagesInRecycleBinResponse.builder()
                .images(page.items().stream()
                        .map(image -> ImageRecycleBinInfo.builder()
                                .imageId(image.imageId().value())
                                .name(image.name().orElse(null))
                                .recycleBinEnterTime(image.enterTime())
                                .recycleBinExitTime(image.exitTime())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo recycledSnapshots(ListSnapshotsInRecycleBinRequest request, RegionalProvider account) {
        var page = bin(account).listSnapshots(page(request.maxResults(), request.nextToken()));
        return ListSnapshotsInRecycleBinResponse.builder()
                .snapshots(page.items().stream()
                        .map(snapshot -> SnapshotRecycleBinInfo.builder()
                                .snapshotId(snapshot.snapshotId().value())
                                .recycleBinEnterTime(snapshot.enterTime())
                                .recycleBinExitTime(snapshot.exitTime())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static RecycleBinPageRequest page(@Nullable Integer maxResults, @Nullable String nextToken) {
        return new RecycleBinPageRequest(
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults), Optional.ofNullable(nextToken));
    }

    private static RecycleBinPort bin(RegionalProvider account) {
        return Read.required("port", account.recycleBin().orElse(null));
    }
}
