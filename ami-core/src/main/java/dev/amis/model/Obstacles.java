package dev.amis.model;

import dev.amis.model.Obstacle.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what stands in the way of copying, sharing, publishing or deregistering an image, before EC2 is asked.
 *
 * <p>It judges by the image, its snapshots as far as they could be seen, and the keys as far as their names tell. What is
 * not known is never taken for harmless: it becomes an {@link Obstacle} that is not certain. No obstacle at all means that
 * nothing known stands in the way; EC2 still has the last word (quotas, IAM, block public access). Source: EC2 User
 * Guide, "Understand shared AMI usage in Amazon EC2", "How Amazon EC2 AMI copy works", "Paid AMIs in the AWS Marketplace".
 */
public final class Obstacles {

    private final Image image;
    private final List<StoredVolume> volumes;
    private final Function<KmsKeyId, KmsKeyId.ManagedBy> keys;

    private Obstacles(Image image, List<StoredVolume> volumes, Function<KmsKeyId, KmsKeyId.ManagedBy> keys) {
        this.image = image;
        this.volumes = volumes;
        this.keys = keys;
    }

    /**
     * Looks at an image.
     *
     * @param image the image
     * @param snapshots its snapshots as the account that acts sees them; those that are missing count as not seen
     * @return what tells the obstacles; keys are judged by {@link KmsKeyId#managedBy()}
     */
    public static Obstacles of(Image image, Collection<Snapshot> snapshots) {
        return new Obstacles(image, StoredVolume.of(image, snapshots), KmsKeyId::managedBy);
    }

    /**
     * The same with better knowledge of the keys, for example from {@code kms:DescribeKey}.
     *
     * @param keys tells who manages a key
     * @return what tells the obstacles
     */
    public Obstacles knowingKeys(Function<KmsKeyId, KmsKeyId.ManagedBy> keys) {
        return new Obstacles(image, volumes, keys);
    }

    /**
     * What stands in the way of {@code CopyImage}.
     *
     * @param account the account that copies
     * @param destination the Region that the copy is to be in
     * @return the obstacles, none if the owner of a plain available image copies it within its partition
     */
    public List<Obstacle> toCopying(AccountId account, Region destination) {
        List<Obstacle> found = new ArrayList<>();
        state(ImageOperation.COPY, found);
        if (destination.partition() != image.region().partition()) {
            found.add(Obstacle.certain(
                    Cause.PARTITION,
                    image.imageId() + " is in partition "
                            + image.region().partition().id() + ", but " + destination + " is in "
                            + destination.partition().id() + "; store and restore it instead"));
        }
        archived(found);
        if (!account.equals(image.ownerId())) {
            foreignCopy(account, found);
        }
        return List.copyOf(found);
    }

    /**
     * What stands in the way of {@code ModifyImageAttribute} adding a launch permission.
     *
     * @param permission who is to launch the image; {@link LaunchPermission#EVERYONE} makes it public
     * @return the obstacles; that a customer's key needs a policy for the others is one that is not certain
     */
    public List<Obstacle> toSharing(LaunchPermission permission) {
        List<Obstacle> found = new ArrayList<>();
        state(ImageOperation.SHARE, found);
        backup("share the backup through AWS Backup instead", found);
        partition(permission, found);
        archived(found);
        if (permission.equals(LaunchPermission.EVERYONE)) {
            publishing(found);
        } else {
            if (!image.productCodes().isEmpty()) {
                found.add(Obstacle.possible(
                        Cause.PRODUCT_CODE,
                        "the image carries " + products()
                                + ": its terms may limit sharing, and those it is shared with need a subscription"));
            }
            volumes.forEach(
                    volume -> volume.toSharing(permission.toString(), keys).ifPresent(found::add));
        }
        return List.copyOf(found);
    }

    /**
     * What stands in the way of {@code ModifySnapshotAttribute} on each of the image's snapshots.
     *
     * @param permission who is to use the snapshots; {@link CreateVolumePermission#EVERYONE} makes them public
     * @return the obstacles
     */
    public List<Obstacle> toSharingSnapshots(CreateVolumePermission permission) {
        List<Obstacle> found = new ArrayList<>();
        archived(found);
        boolean everyone = permission.equals(CreateVolumePermission.EVERYONE);
        for (StoredVolume volume : volumes) {
            (everyone ? volume.toPublishing() : volume.toSharing(permission.toString(), keys)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * What stands in the way of {@code DeregisterImage}. Who uses the image is not looked at.
     *
     * @param now the instant at which a cool-down of the protection is judged
     * @return the obstacles
     */
    public List<Obstacle> toDeregistering(Instant now) {
        List<Obstacle> found = new ArrayList<>();
        state(ImageOperation.DEREGISTER, found);
        backup("delete its recovery point in AWS Backup instead", found);
        DeregistrationProtection protection = image.deregistrationProtection();
        if (protection.blocksAt(now)) {
            found.add(Obstacle.certain(
                    Cause.PROTECTION,
                    image.imageId() + " is protected from deregistration (" + protection + "); "
                            + protection
                                    .coolingDownUntil()
                                    .map(until -> "it is possible after " + until)
                                    .orElse("lift the protection first")));
        }
        return List.copyOf(found);
    }

    private void state(ImageOperation operation, List<Obstacle> found) {
        image.whyNot(operation).ifPresent(why -> found.add(Obstacle.certain(Cause.STATE, why)));
    }

    /** Only AWS can set the alias and tags that begin with {@code aws:}. */
    private void backup(String instead, List<Obstacle> found) {
        boolean vault = image.ownerAlias().equals(Optional.of(OwnerAlias.AWS_BACKUP_VAULT));
        boolean tagged = image.tags().asMap().keySet().stream().anyMatch(key -> key.startsWith("aws:backup:"));
        if (vault || tagged) {
            found.add(Obstacle.certain(Cause.BACKUP, image.imageId() + " is managed by AWS Backup; " + instead));
        }
    }

    private void partition(LaunchPermission permission, List<Obstacle> found) {
        Partition own = image.region().partition();
        boolean within = true;
        if (permission instanceof LaunchPermission.Organization to) {
            within = to.organization().isIn(own);
        } else if (permission instanceof LaunchPermission.OrganizationalUnit to) {
            within = to.unit().isIn(own);
        }
        if (!within) {
            found.add(Obstacle.certain(
                    Cause.PARTITION,
                    image.imageId() + " is in partition " + own.id() + ", but " + permission + " is in another"));
        }
    }

    private void archived(List<Obstacle> found) {
        volumes.stream()
                .filter(StoredVolume::archived)
                .forEach(volume -> found.add(
                        Obstacle.certain(Cause.ARCHIVED, volume.id() + " is in the archive; restore it first")));
    }

    private void publishing(List<Obstacle> found) {
        if (!image.productCodes().isEmpty()) {
            found.add(Obstacle.certain(
                    Cause.PRODUCT_CODE, "the image carries " + products() + ", so it cannot be made public"));
        }
        if (!image.imageWatermarks().isEmpty()) {
            found.add(Obstacle.certain(
                    Cause.WATERMARK, "the image carries a watermark, so it cannot be made public; detach it first"));
        }
        volumes.forEach(volume -> volume.toPublishing().ifPresent(found::add));
    }

    private void foreignCopy(AccountId account, List<Obstacle> found) {
        if (!image.productCodes().isEmpty()) {
            found.add(Obstacle.certain(
                    Cause.PRODUCT_CODE, "the image carries " + products() + ", so only its owner can copy it"));
        }
        image.usageOperation()
                .filter(Obstacles::isBilled)
                .ifPresent(operation -> found.add(Obstacle.possible(
                        Cause.PRODUCT_CODE,
                        "the image is billed as " + operation
                                + ", and EC2 copies no image with a billing code to another account")));
        for (StoredVolume volume : volumes) {
            if (volume.snapshot().isEmpty()) {
                found.add(Obstacle.possible(
                        Cause.UNSEEN,
                        volume.id() + " cannot be seen by " + account + "; its owner must share it too for a copy"));
            } else {
                volume.toSharing(account.toString(), keys).ifPresent(found::add);
            }
        }
    }

    /** Anything but no code and the two codes of licences that the customer brings. */
    private static boolean isBilled(String usageOperation) {
        return !usageOperation.equals("RunInstances")
                && !usageOperation.equals("RunInstances:00g0")
                && !usageOperation.equals("RunInstances:0800");
    }

    private String products() {
        return "product code "
                + String.join(
                        ", ",
                        image.productCodes().stream().map(ProductCode::code).toList());
    }
}
