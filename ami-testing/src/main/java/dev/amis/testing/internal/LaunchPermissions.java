package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.LaunchPermission;
import dev.amis.model.StorageTier;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may launch an image beside its owner: reading, changing, resetting, and giving it up from the other side. */
final class LaunchPermissions {

    private final World world;
    private final Images images;
    private final KeyRing keys;

    LaunchPermissions(World world, Images images) {
        this.world = world;
        this.images = images;
        this.keys = world.keys();
    }

    Set<LaunchPermission> describe(Call call, ImageId id) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(images.requireOwn(call, id).permissions()));
    }

    /** Adding what is there and removing what is not are no errors (UNVERIFIED). */
    void modify(Call call, ModifyLaunchPermissionsRequest request) {
        ImageRecord record = images.requireOwn(call, request.imageId(), ImageOperation.SHARE);
        Set<LaunchPermission> wanted = new LinkedHashSet<>(record.permissions());
        wanted.addAll(request.add());
        wanted.removeAll(request.remove());
        wanted.remove(LaunchPermission.of(record.owner()));
        if (!request.add().isEmpty()) {
            checkSharing(call, record);
        }
        boolean becomesPublic = wanted.contains(LaunchPermission.EVERYONE) && !Visibility.isPublic(record);
        if (becomesPublic) {
            checkPublic(call, record);
        }
        long entities = wanted.stream()
                .filter(permission -> !permission.equals(LaunchPermission.EVERYONE))
                .count();
        if (entities > world.limits().sharingEntities()
                && wanted.size() > record.permissions().size()) {
            throw new Ec2Error(
                    "ResourceLimitExceeded",
                    "The image '" + request.imageId() + "' cannot be shared with more than "
                            + world.limits().sharingEntities() + " entities");
        }
        set(record, wanted);
        if (becomesPublic) {
            Lifecycle.limitDeprecation(record);
        }
    }

    void reset(Call call, ImageId id) {
        set(images.requireOwn(call, id, ImageOperation.SHARE), Set.of());
    }

    /** Only what names the account directly can be given up. The code of the refusal is UNVERIFIED. */
    void cancel(Call call, ImageId id) {
        ImageRecord record = images.require(call, id);
        world.permit(call);
        Set<LaunchPermission> left = new LinkedHashSet<>(record.permissions());
        if (!left.remove(LaunchPermission.of(call.account()))) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The image '" + id + "' is not shared with account " + call.account() + " directly");
        }
        set(record, left);
    }

    private static void set(ImageRecord record, Set<LaunchPermission> permissions) {
        record.permissions().clear();
        record.permissions().addAll(permissions);
        record.permissionsChanged();
    }

    private void checkSharing(Call call, ImageRecord record) {
        for (SnapshotRecord snapshot : snapshots(call, record.image())) {
            if (keys.isAwsManaged(snapshot.snapshot())) {
                throw new Ec2Error(
                        "InvalidParameter",
                        "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.");
            }
            if (snapshot.snapshot().storageTier().equals(Optional.of(StorageTier.ARCHIVE))) {
                throw new Ec2Error(
                        "InvalidParameter", "The snapshot '" + snapshot.id() + "' is archived and can't be shared");
            }
        }
    }

    /** The codes for encrypted, marked and product images are UNVERIFIED; that they are refused is not. */
    private void checkPublic(Call call, ImageRecord record) {
        Image image = record.image();
        if (world.holding(call).isPublicAccessBlocked(world.now())) {
            throw new Ec2Error(
                    "OperationNotPermitted",
                    "You can't publicly share this image because block public access for AMIs is enabled in this"
                            + " Region for your account. Call DisableImageBlockPublicAccess first.");
        }
        if (!image.productCodes().isEmpty()) {
            throw new Ec2Error(
                    "InvalidParameter", "Images with product codes can't be made public: " + image.imageId());
        }
        if (!image.imageWatermarks().isEmpty()) {
            throw new Ec2Error("InvalidParameter", "Images with watermarks can't be made public: " + image.imageId());
        }
        if (snapshots(call, image).stream().anyMatch(one -> one.snapshot().encrypted())) {
            throw new Ec2Error(
                    "InvalidParameter", "Images with encrypted snapshots can't be made public: " + image.imageId());
        }
        checkPublicQuota(call);
    }

    private void checkPublicQuota(Call call) {
        long open = world.in(call.region()).publicImagesOf(call.account());
        if (open >= world.limits().publicImages()) {
            throw new Ec2Error(
                    "ResourceLimitExceeded",
                    "You have reached your quota of " + world.limits().publicImages() + " public images in "
                            + call.region());
        }
    }

    private List<SnapshotRecord> snapshots(Call call, Image image) {
        return image.snapshotIds().stream()
                .flatMap(id -> world.in(call.region()).snapshots().find(id.value()).stream())
                .toList();
    }
}
