package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotPort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account in one Region, with short words for what the rules have it do and see. */
final class Actor {

    private final AmiProvider provider;
    private final RegionalProvider here;
    private final Patience patience;

    Actor(AmiProvider provider, Region region) {
        this.provider = provider;
        this.here = provider.in(region);
        this.patience = new Patience(provider.sleeper());
    }

    AccountId account() {
        return provider.account();
    }

    Region region() {
        return here.region();
    }

    Instant now() {
        return provider.clock().instant();
    }

    RegionalProvider ports() {
        return here;
    }

    ImagePort images() {
        return here.images();
    }

    ImageAttributePort attributes() {
        return here.imageAttributes();
    }

    ImageLifecyclePort lifecycle() {
        return here.imageLifecycle();
    }

    SnapshotPort snapshots() {
        return here.snapshots();
    }

    /** The image, whatever its state. */
    Image image(ImageId id) {
        return Pages.only(images().describeImages(byId(id)));
    }

    /** The image if this account can see it. */
    Optional<Image> findImage(ImageId id) {
        try {
            return images().describeImages(byId(id)).items().stream().findFirst();
        } catch (NotFoundException unseen) {
            return Optional.empty();
        }
    }

    /** All pages of an answer. */
    List<Image> list(DescribeImagesRequest request) {
        return Pages.items(token -> images().describeImages(request.withNextToken(token)));
    }

    List<ImageId> ids(DescribeImagesRequest request) {
        return list(request).stream().map(Image::imageId).toList();
    }

    Snapshot snapshot(SnapshotId id) {
        return Pages.only(snapshots().describeSnapshots(byId(id)));
    }

    Optional<Snapshot> findSnapshot(SnapshotId id) {
        try {
            return snapshots().describeSnapshots(byId(id)).items().stream().findFirst();
        } catch (NotFoundException unseen) {
            return Optional.empty();
        }
    }

    Instance instance(InstanceId id) {
        DescribeInstancesRequest request =
                DescribeInstancesRequest.builder().addInstanceId(id).build();
        return Pages.only(here.instances().describeInstances(request));
    }

    void tag(String resource, Tags tags) {
        here.tags().createTags(new CreateTagsRequest(List.of(resource), tags));
    }

    void share(ImageId image, LaunchPermission with) {
        attributes().modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(image, Set.of(with), Set.of()));
    }

    /** Shares an image with another account and waits until it sees it. */
    void lend(ImageId image, Actor to) {
        share(image, LaunchPermission.of(to.account()));
        to.eventually(() -> assertThat(to.findImage(image)).isPresent());
    }

    /** Lets another account make volumes and copies of a snapshot and waits until it sees it. */
    void lend(SnapshotId snapshot, Actor to) {
        snapshots()
                .modifyCreateVolumePermissions(new ModifyCreateVolumePermissionsRequest(
                        snapshot, Set.of(CreateVolumePermission.of(to.account())), Set.of()));
        to.eventually(() -> assertThat(to.findSnapshot(snapshot)).isPresent());
    }

    void unshare(ImageId image, LaunchPermission with) {
        attributes().modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(image, Set.of(), Set.of(with)));
    }

    Set<LaunchPermission> permissions(ImageId image) {
        return attributes().describeLaunchPermissions(image);
    }

    List<SnapshotDeletion> deregister(ImageId image) {
        return images().deregisterImage(new DeregisterImageRequest(image, false));
    }

    List<SnapshotDeletion> deregisterWithSnapshots(ImageId image) {
        return images().deregisterImage(new DeregisterImageRequest(image, true));
    }

    Image awaitAvailable(ImageId id) {
        return awaitState(id, ImageState.AVAILABLE);
    }

    Image awaitState(ImageId id, ImageState expected) {
        patience.until(() -> {
            Optional<Image> seen = findImage(id);
            seen.filter(image -> image.state().endsWaiting() && image.state() != expected)
                    .ifPresent(image -> {
                        throw new IllegalStateException(
                                image + " will not become " + expected + ": " + image.stateReason());
                    });
            assertThat(seen.map(Image::state)).as("state of " + id).contains(expected);
        });
        return image(id);
    }

    Snapshot awaitCompleted(SnapshotId id) {
        patience.until(() -> assertThat(findSnapshot(id).map(Snapshot::state)).contains(SnapshotState.COMPLETED));
        return snapshot(id);
    }

    /** Looks again and again until the account shows what is expected: EC2 is consistent eventually. */
    void eventually(Runnable assertion) {
        patience.until(assertion);
    }

    void letPass(Duration duration) {
        patience.letPass(duration);
    }

    private static DescribeImagesRequest byId(ImageId id) {
        return DescribeImagesRequest.builder()
                .addImageId(id)
                .includeDeprecated(true)
                .includeDisabled(true)
                .build();
    }

    private static DescribeSnapshotsRequest byId(SnapshotId id) {
        return DescribeSnapshotsRequest.builder().addSnapshotId(id).build();
    }
}
