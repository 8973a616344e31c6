package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The ports of {@link TinyEc2}. */
record TinyPorts(TinyEc2 ec2) {

    ImagePort images() {
        return new Images(ec2);
    }

    ImageAttributePort attributes() {
        return new Attributes(ec2);
    }

    ImageLifecyclePort lifecycle() {
        return new Lifecycle(ec2);
    }

    SnapshotPort snapshots() {
        return new Snapshots(ec2);
    }

    TagPort tags() {
        return new TagsOfAll(ec2);
    }

    RecycleBinPort bin() {
        return new Bin(ec2);
    }

    private static Image change(TinyEc2 ec2, String action, ImageId id, UnaryOperator<Image> change) {
        return ec2.call(action, id, () -> {
            Image changed = change.apply(require(ec2, action, id));
            ec2.images.put(id, changed);
            return changed;
        });
    }

    private static Image require(TinyEc2 ec2, String action, ImageId id) {
        Image image = ec2.images.get(id);
        if (image == null) {
            throw notFound(action, "InvalidAMIID.NotFound");
        }
        return image;
    }

    private static NotFoundException notFound(String action, String code) {
        return new NotFoundException(
                Failure.of(action, "it is not there").code(code).build());
    }

    private static void requireState(String action, Image image, ImageState state) {
        if (image.state() != state) {
            throw TinyEc2.conflict(action, "the image is " + image.state());
        }
    }

    private static boolean matches(List<Filter> filters, String name, Function<String, Boolean> has) {
        return filters.stream()
                .filter(filter -> filter.name().equals(name))
                .allMatch(filter -> filter.values().stream().anyMatch(has::apply));
    }

    private static Instant later(TinyEc2 ec2) {
        return ec2.now.plus(Duration.ofDays(7));
    }

    private record Images(TinyEc2 ec2) implements ImagePort {

        @Override
        public Page<Image> describeImages(DescribeImagesRequest request) {
            return ec2.call("DescribeImages", request.imageIds(), () -> {
                request.imageIds().forEach(id -> require(ec2, "DescribeImages", id));
                return Page.only(ec2.images.values().stream()
                        .filter(image -> request.imageIds().isEmpty()
                                || request.imageIds().contains(image.imageId()))
                        .filter(image -> matches(
                                request.filters(),
                                "block-device-mapping.snapshot-id",
                                id -> image.snapshotIds().contains(SnapshotId.of(id))))
                        .filter(image -> matches(
                                request.filters(), "image-id", image.imageId().value()::equals))
                        .filter(image -> request.includeDisabled() || image.state() != ImageState.DISABLED)
                        .toList());
            });
        }

        @Override
        public List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request) {
            return ec2.call("DeregisterImage", request.imageId(), () -> {
                Image image = require(ec2, "DeregisterImage", request.imageId());
                if (image.deregistrationProtection().blocksAt(ec2.now)) {
                    throw TinyEc2.conflict("DeregisterImage", "the image is protected");
                }
                ec2.images.remove(image.imageId());
                ec2.binnedImages.put(image.imageId(), image);
                return request.deleteAssociatedSnapshots()
                        ? image.snapshotIds().stream().map(this::delete).toList()
                        : List.of();
            });
        }

        private SnapshotDeletion delete(SnapshotId id) {
            boolean needed = ec2.images.values().stream()
                    .anyMatch(image -> image.snapshotIds().contains(id));
            if (needed) {
                return new SnapshotDeletion(id, SnapshotDeletionCode.SKIPPED);
            }
            if (ec2.refusals.containsKey("DeleteSnapshot")) {
                return new SnapshotDeletion(id, SnapshotDeletionCode.MISSING_PERMISSIONS);
            }
            ec2.binnedSnapshots.put(id, ec2.snapshots.remove(id));
            return new SnapshotDeletion(id, SnapshotDeletionCode.SUCCESS);
        }

        @Override
        public ImageId createImage(CreateImageRequest request) {
            throw new IllegalStateException("plans make no images");
        }

        @Override
        public ImageId registerImage(RegisterImageRequest request) {
            throw new IllegalStateException("plans make no images");
        }

        @Override
        public ImageId copyImage(CopyImageRequest request) {
            throw new IllegalStateException("plans make no images");
        }
    }

    private record Attributes(TinyEc2 ec2) implements ImageAttributePort {

        @Override
        public Set<LaunchPermission> describeLaunchPermissions(ImageId id) {
            return ec2.call("DescribeImageAttribute", id, () -> {
                require(ec2, "DescribeImageAttribute", id);
                return new LinkedHashSet<>(ec2.permissions.getOrDefault(id, Set.of()));
            });
        }

        @Override
        public void modifyLaunchPermissions(ModifyLaunchPermissionsRequest request) {
            change(ec2, "ModifyLaunchPermissions", request.imageId(), image -> {
                requireState("ModifyLaunchPermissions", image, ImageState.AVAILABLE);
                Set<LaunchPermission> present =
                        ec2.permissions.computeIfAbsent(request.imageId(), id -> new LinkedHashSet<>());
                present.addAll(request.add());
                present.removeAll(request.remove());
                return image;
            });
        }

        @Override
        public void resetLaunchPermissions(ImageId id) {
            throw new IllegalStateException("no plan resets");
        }

        @Override
        public void cancelLaunchPermission(ImageId id) {
            throw new IllegalStateException("no plan cancels");
        }

        @Override
        public void modifyDescription(ImageId id, String description) {
            change(ec2, "ModifyDescription", id, image -> image.withDescription(description));
        }

        @Override
        public void requireImdsV2(ImageId id) {
            change(ec2, "RequireImdsV2", id, image -> image.withImdsSupport(ImdsSupport.V2_0));
        }
    }

    private record Lifecycle(TinyEc2 ec2) implements ImageLifecyclePort {

        @Override
        public void enableImageDeprecation(ImageId id, Instant deprecateAt) {
            change(ec2, "EnableImageDeprecation", id, image -> {
                if (deprecateAt.isBefore(ec2.now)) {
                    throw TinyEc2.refusal("EnableImageDeprecation", "InvalidParameterValue");
                }
                return image.withDeprecationTime(deprecateAt);
            });
        }

        @Override
        public void disableImageDeprecation(ImageId id) {
            change(ec2, "DisableImageDeprecation", id, image -> image.withDeprecationTime(Optional.empty()));
        }

        @Override
        public void disableImage(ImageId id) {
            change(ec2, "DisableImage", id, image -> {
                requireState("DisableImage", image, ImageState.AVAILABLE);
                ec2.permissions.put(id, new LinkedHashSet<>());
                return image.withStateText(ImageState.DISABLED.text());
            });
        }

        @Override
        public void enableImage(ImageId id) {
            change(ec2, "EnableImage", id, image -> {
                requireState("EnableImage", image, ImageState.DISABLED);
                return image.withStateText(ImageState.AVAILABLE.text());
            });
        }

        @Override
        public void enableImageDeregistrationProtection(ImageId id, boolean withCooldown) {
            change(
                    ec2,
                    "EnableProtection",
                    id,
                    image -> image.withDeregistrationProtection(
                            withCooldown
                                    ? DeregistrationProtection.ENABLED_WITH_COOLDOWN
                                    : DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN));
        }

        @Override
        public void disableImageDeregistrationProtection(ImageId id) {
            change(ec2, "DisableProtection", id, image -> {
                boolean cooldown =
                        image.deregistrationProtection().equals(DeregistrationProtection.ENABLED_WITH_COOLDOWN);
                return image.withDeregistrationProtection(
                        cooldown
                                ? DeregistrationProtection.coolingDownUntil(ec2.now.plus(Duration.ofHours(24)))
                                : DeregistrationProtection.DISABLED);
            });
        }
    }

    private record Snapshots(TinyEc2 ec2) implements SnapshotPort {

        @Override
        public Page<Snapshot> describeSnapshots(DescribeSnapshotsRequest request) {
            return ec2.call("DescribeSnapshots", request.snapshotIds(), () -> {
                request.snapshotIds().forEach(this::require);
                return Page.only(ec2.snapshots.values().stream()
                        .filter(snapshot -> request.snapshotIds().isEmpty()
                                || request.snapshotIds().contains(snapshot.snapshotId()))
                        .filter(snapshot -> matches(
                                request.filters(),
                                "snapshot-id",
                                snapshot.snapshotId().value()::equals))
                        .toList());
            });
        }

        private void require(SnapshotId id) {
            if (!ec2.snapshots.containsKey(id)) {
                throw notFound("DescribeSnapshots", "InvalidSnapshot.NotFound");
            }
        }

        @Override
        public SnapshotId createSnapshot(CreateSnapshotRequest request) {
            throw new IllegalStateException("plans make no snapshots");
        }

        @Override
        public SnapshotId copySnapshot(CopySnapshotRequest request) {
            throw new IllegalStateException("plans make no snapshots");
        }

        @Override
        public void deleteSnapshot(SnapshotId id) {
            ec2.call("DeleteSnapshot", id, () -> {
                require(id);
                return ec2.binnedSnapshots.put(id, ec2.snapshots.remove(id));
            });
        }

        @Override
        public Set<CreateVolumePermission> describeCreateVolumePermissions(SnapshotId id) {
            return ec2.call("DescribeSnapshotAttribute", id, () -> {
                require(id);
                return new LinkedHashSet<>(ec2.snapshotPermissions.getOrDefault(id, Set.of()));
            });
        }

        @Override
        public void modifyCreateVolumePermissions(ModifyCreateVolumePermissionsRequest request) {
            ec2.call("ModifySnapshotAttribute", request.snapshotId(), () -> {
                require(request.snapshotId());
                Set<CreateVolumePermission> present =
                        ec2.snapshotPermissions.computeIfAbsent(request.snapshotId(), id -> new LinkedHashSet<>());
                present.addAll(request.add());
                present.removeAll(request.remove());
                return present;
            });
        }
    }

    private record TagsOfAll(TinyEc2 ec2) implements TagPort {

        @Override
        public void createTags(CreateTagsRequest request) {
            change("CreateTags", request.resources().get(0), tags -> tags.with(request.tags()));
        }

        @Override
        public void deleteTags(DeleteTagsRequest request) {
            change("DeleteTags", request.resources().get(0), tags -> {
                Map<String, String> left = new LinkedHashMap<>(tags.asMap());
                left.keySet().removeAll(request.keys());
                return Tags.read(left);
            });
        }

        private void change(String action, String resource, UnaryOperator<Tags> change) {
            ec2.call(action, resource, () -> {
                if (resource.startsWith("ami-")) {
                    return ec2.images.computeIfPresent(
                            ImageId.of(resource), (id, image) -> image.withTags(change.apply(image.tags())));
                }
                return ec2.snapshots.computeIfPresent(
                        SnapshotId.of(resource), (id, snapshot) -> snapshot.withTags(change.apply(snapshot.tags())));
            });
        }
    }

    private record Bin(TinyEc2 ec2) implements RecycleBinPort {

        @Override
        public Page<RecycledImage> listImages(RecycleBinPageRequest request) {
            return ec2.call(
                    "ListImagesInRecycleBin",
                    "",
                    () -> Page.only(ec2.binnedImages.keySet().stream()
                            .map(id -> new RecycledImage(id, Optional.empty(), ec2.now, later(ec2)))
                            .toList()));
        }

        @Override
        public void restoreImage(ImageId id) {
            ec2.call("RestoreImage", id, () -> {
                Image image = ec2.binnedImages.get(id);
                if (image == null) {
                    throw notFound("RestoreImage", "InvalidAMIID.NotFound");
                }
                if (!ec2.snapshots.keySet().containsAll(image.snapshotIds())) {
                    throw TinyEc2.conflict("RestoreImage", "its snapshots are not there");
                }
                ec2.binnedImages.remove(id);
                return ec2.images.put(id, image.withStateText(ImageState.AVAILABLE.text()));
            });
        }

        @Override
        public Page<RecycledSnapshot> listSnapshots(RecycleBinPageRequest request) {
            return ec2.call(
                    "ListSnapshotsInRecycleBin",
                    "",
                    () -> Page.only(ec2.binnedSnapshots.keySet().stream()
                            .map(id -> new RecycledSnapshot(id, ec2.now, later(ec2)))
                            .toList()));
        }

        @Override
        public void restoreSnapshot(SnapshotId id) {
            ec2.call("RestoreSnapshot", id, () -> {
                if (!ec2.binnedSnapshots.containsKey(id)) {
                    throw notFound("RestoreSnapshot", "InvalidSnapshot.NotFound");
                }
                return ec2.snapshots.put(id, ec2.binnedSnapshots.remove(id));
            });
        }
    }
}
