package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.contract.ContractWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run on somebody's account leaves it as it was: all that it made is gone, all else is there. */
class RealAccountSweepTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final EndpointWorld endpoint = new EndpointWorld(aws);

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void whatATestMakesIsMarkedInTheCallThatMakesIt() {
        try (RealAccount account = account()) {
            make(account.world());

            assertThat(images(aws.region()))
                    .isNotEmpty()
                    .allMatch(image -> image.tags().contains(RunTag.KEY));
            assertThat(images(account.otherRegion()))
                    .isNotEmpty()
                    .allMatch(image -> image.tags().contains(RunTag.KEY));
            assertThat(snapshots(aws.region()))
                    .isNotEmpty()
                    .allMatch(one -> one.tags().contains(RunTag.KEY));
            assertThat(snapshots(account.otherRegion()))
                    .isNotEmpty()
                    .allMatch(one -> one.tags().contains(RunTag.KEY));
            assertThat(instances()).isNotEmpty().allMatch(one -> one.tags().contains(RunTag.KEY));
        }
    }

    @Test
    void theMarkIsNotSeenByRules() {
        try (RealAccount account = account()) {
            AmiProvider seen = make(account.world());

            assertThat(images(seen, aws.region())).extracting(Image::tags).containsOnly(Tags.none(), Tags.of("a", "b"));
            assertThat(snapshots(seen, aws.region())).extracting(Snapshot::tags).containsOnly(Tags.none());
        }
    }

    @Test
    void nothingIsLeftAfterATest() {
        try (RealAccount account = account()) {
            ContractWorld world = account.world();
            make(world);

            world.close();

            assertNothingLives();
            assertThat(account.left()).isEmpty();
        }
    }

    @Test
    void whatADeadRunHasLeftIsRemovedBeforeTheNextBegins() {
        // A run that dies closes nothing.
        make(account().world());

        try (RealAccount next = account()) {
            assertNothingLives();
            assertThat(next.left()).isEmpty();
        }
    }

    @Test
    void whatIsProtectedDisabledOrDeprecatedIsRemovedToo() {
        try (RealAccount account = account()) {
            AmiProvider provider = make(account.world());
            List<ImageId> made =
                    images(aws.region()).stream().map(Image::imageId).toList();
            var life = provider.in(aws.region()).imageLifecycle();
            life.enableImageDeprecation(made.get(0), aws.clock().instant().plus(Duration.ofMinutes(2)));
            aws.time().advance(Duration.ofMinutes(5));
            life.disableImage(made.get(0));
            life.enableImageDeregistrationProtection(made.get(1), false);
        }

        assertNothingLives();
    }

    @Test
    void whatIsNotMarkedIsLeftAlone() {
        InstanceId instance = aws.runInstance();
        ImageId image = create(aws, instance, "amis-contract-of-somebody-else", Tags.none());
        List<Image> images = images(aws.region());
        List<Snapshot> snapshots = snapshots(aws.region());

        try (RealAccount account = account()) {
            make(account.world());
        }
        letPendingSnapshotsGo();

        assertThat(images(aws.region())).extracting(Image::imageId).containsExactly(image);
        assertThat(images).hasSameSizeAs(images(aws.region()));
        assertThat(snapshots(aws.region()))
                .extracting(Snapshot::snapshotId)
                .containsExactlyElementsOf(
                        snapshots.stream().map(Snapshot::snapshotId).toList());
        assertThat(instances()).extracting(Instance::instanceId).containsExactly(instance);
    }

    @Test
    void whatCannotBeRemovedIsToldAndAllElseIsRemoved() {
        RealAccount account = account();
        AmiProvider provider = make(account.world());
        ImageId cooling = images(aws.region()).get(0).imageId();
        provider.in(aws.region()).imageLifecycle().enableImageDeregistrationProtection(cooling, true);

        assertThatThrownBy(account::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(cooling.value())
                .hasMessageContaining("left in " + aws.region());
        letPendingSnapshotsGo();
        assertThat(images(aws.region())).extracting(Image::imageId).containsExactly(cooling);
        assertThat(instances()).isEmpty();
    }

    private RealAccount account() {
        return endpoint.realAccount();
    }

    /** One thing of every kind that rules make. */
    private AmiProvider make(ContractWorld world) {
        AmiProvider provider = world.provider();
        InstanceId instance = world.runInstanceWithDataVolume().orElseThrow();
        ImageId image = create(provider, instance, "amis-contract-1", Tags.none());
        create(provider, world.runInstance(), "amis-contract-2", Tags.of("a", "b"));
        aws.time().advance(Duration.ofHours(1));
        provider.in(world.otherRegion())
                .images()
                .copyImage(CopyImageRequest.builder()
                        .name(ImageName.of("amis-contract-1"))
                        .sourceImageId(image)
                        .sourceRegion(provider.region())
                        .clientToken("amis-contract-1")
                        .copyImageTags(true)
                        .build());
        provider.in(provider.region())
                .snapshots()
                .createSnapshot(new CreateSnapshotRequest(
                        instances().get(0).volumes().get(0).volumeId(), Optional.empty(), Tags.none()));
        return provider;
    }

    private ImageId create(AmiProvider provider, InstanceId instance, String name, Tags tags) {
        return provider.in(provider.region())
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(instance)
                        .name(ImageName.of(name))
                        .imageTags(tags)
                        .build());
    }

    /** EC2 deletes a pending snapshot once it is complete. */
    private void letPendingSnapshotsGo() {
        aws.time().advance(Duration.ofHours(1));
    }

    private void assertNothingLives() {
        letPendingSnapshotsGo();
        for (Region region : List.of(aws.region(), Region.US_WEST_2)) {
            assertThat(images(region)).isEmpty();
            assertThat(snapshots(region)).isEmpty();
        }
        assertThat(instances()).isEmpty();
    }

    private List<Image> images(Region region) {
        return images(aws, region);
    }

    private List<Snapshot> snapshots(Region region) {
        return snapshots(aws, region);
    }

    private static List<Image> images(AmiProvider provider, Region region) {
        return provider.in(region)
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDisabled(true)
                        .build())
                .items();
    }

    private static List<Snapshot> snapshots(AmiProvider provider, Region region) {
        return provider.in(region)
                .snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .items();
    }

    private List<Instance> instances() {
        return aws
                .in(aws.region())
                .instances()
                .describeInstances(DescribeInstancesRequest.builder().build())
                .items()
                .stream()
                .filter(instance -> instance.state() != InstanceState.TERMINATED)
                .toList();
    }
}
