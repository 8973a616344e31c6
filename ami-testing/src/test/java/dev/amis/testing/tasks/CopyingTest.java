package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.copy.CopyResult;
import dev.amis.copy.ImageCopying;
import dev.amis.error.ConflictException;
import dev.amis.error.ImageFailedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.AccountId;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.StateReason;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.time.Pending;
import dev.amis.time.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyingTest {

    private static final Region EAST = Region.US_EAST_1;
    private static final Region WEST = Region.US_WEST_2;
    private static final Region IRELAND = Region.EU_WEST_1;

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final Image web = amis.create("web-1.0.0")
            .fromInstance(aws.runInstance())
            .tag("Application", "web")
            .start()
            .await();
    private final ImageCopying both = amis.copy(web).to(WEST, IRELAND);

    @Test
    void copiesAreMadeInEveryRegion() {
        CopyReport report = both.start().await();
        assertThat(report.images()).extracting(Image::region).containsExactly(WEST, IRELAND);
        assertThat(report.images())
                .allMatch(image -> image.name().equals(web.name())
                        && image.sourceImageId().orElseThrow().equals(web.imageId()));
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void aCopyIsFoundInTheReportByItsRegion() {
        CopyReport report = both.start().await();
        assertThat(report.image(IRELAND).orElseThrow().region()).isEqualTo(IRELAND);
        assertThat(report.image(EAST)).isEmpty();
    }

    @Test
    void anImageIsCopiedByItsIdUnderItsOwnName() {
        CopyReport report = amis.copy(web.imageId()).to(WEST).start().await();
        assertThat(report.images().get(0).name()).isEqualTo(web.name());
    }

    @Test
    void aCopyInTheSameRegionHasAnotherName() {
        CopyReport report = amis.copy(web).to(EAST).named("web-copy").start().await();
        assertThat(report.images().get(0).name()).contains("web-copy");
    }

    @Test
    void tagsAreKeptOnRequestOnly() {
        assertThat(both.start().await().images())
                .noneMatch(image -> image.tags().contains("Application"));
        CopyReport kept = both.keepingTags().named("web-kept").start().await();
        assertThat(kept.images()).allMatch(image -> image.tags().contains("Application"));
    }

    @Test
    void copiesAndTheirSnapshotsAreTagged() {
        Image copy = amis.copy(web)
                .to(WEST)
                .tag("Team", "a")
                .start()
                .await()
                .images()
                .get(0);
        assertThat(copy.tags().get("Team")).contains("a");
        assertThat(snapshots(copy)).allMatch(snapshot -> snapshot.tags().contains("Team"));
    }

    @Test
    void copiesAreEncryptedWithTheKeyOfEachRegion() {
        KmsKeyId west = aws.in(WEST).kmsKeys().create("alias/ami");
        KmsKeyId ireland = aws.in(IRELAND).kmsKeys().create("alias/ami");
        CopyReport report =
                both.encryptedWith(KmsKeyId.of("alias/ami")).start().await().orThrow();
        assertThat(report.images())
                .flatExtracting(this::snapshots)
                .extracting(snapshot -> snapshot.kmsKeyId().orElseThrow())
                .containsExactly(west, ireland);
    }

    @Test
    void oneRegionMayHaveAKeyOfItsOwn() {
        KmsKeyId west = aws.in(WEST).kmsKeys().create();
        CopyReport report = both.encryptedWith(WEST, west).start().await().orThrow();
        assertThat(snapshots(report.image(WEST).orElseThrow()).get(0).kmsKeyId())
                .contains(west);
        assertThat(snapshots(report.image(IRELAND).orElseThrow()).get(0).encrypted())
                .isTrue();
    }

    @Test
    void oneRegionFailingDoesNotHinderTheOthers() {
        takeName(WEST);
        CopyReport report = both.start().await();
        assertThat(report.images()).extracting(Image::region).containsExactly(IRELAND);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.region()).isEqualTo(WEST);
            assertThat(failure.problem())
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("which is no copy of " + web.imageId());
        });
    }

    @Test
    void aReportTellsOfEveryRegion() {
        takeName(WEST);
        CopyReport report = both.start().await();
        assertThat(report.describe())
                .startsWith("copies of " + web.imageId() + " in us-east-1: 1 of 2 are there\n"
                        + "  us-west-2  CopyImage failed for web-1.0.0 in us-west-2: the name is taken by")
                .endsWith(
                        "\n  eu-west-1  " + report.image(IRELAND).orElseThrow().imageId() + "  web-1.0.0\n");
    }

    @Test
    void aReportWithFailuresThrowsOnRequest() {
        takeName(WEST);
        takeName(IRELAND);
        CopyReport report = both.start().await();
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("us-west-2")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    @Test
    void aCopyThatFailsLaterIsInTheReport() {
        aws.faults().failNextImage(new StateReason("Client.InvalidKey", "The key cannot be used"));
        CopyReport report = both.start().await();
        assertThat(report.failures()).extracting(CopyResult.NotCopied::region).containsExactly(WEST);
        assertThat(report.failures().get(0).problem())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("The key cannot be used");
    }

    @Test
    void aFailedCopyOfTheSameRequestIsNotAwaitedAgain() {
        aws.faults().failNextImage(new StateReason("Client.InvalidKey", "The key cannot be used"));
        both.start().await();
        assertThat(both.start().await().failures().get(0).problem())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("this request made")
                .hasMessageContaining("Deregister it");
    }

    @Test
    void startingAgainFindsTheCopiesThatAreThere() {
        List<Image> first = both.start().await().images();
        CopyReport again = both.start().await();
        assertThat(again.images()).isEqualTo(first);
        assertThat(again.results()).allMatch(result -> ((CopyResult.Copied) result).wasThere());
        assertThat(aws.calls().count("CopyImage")).isEqualTo(2);
    }

    @Test
    void startingAgainFindsTheCopiesThoughTheImageIsGone() {
        List<Image> first = both.start().await().images();
        aws.in(EAST).images().deregisterImage(new DeregisterImageRequest(web.imageId(), true));
        assertThat(both.start().await().images()).isEqualTo(first);
    }

    @Test
    void copiesThatCannotBeSeenYetAreKnownByTheirToken() {
        aws.faults().hidingNewFor(Duration.ofMinutes(3));
        both.start();
        assertThat(both.start().await().isComplete()).isTrue();
        assertThat(List.of(count(WEST), count(IRELAND))).containsOnly(1);
    }

    @Test
    void aCopyThatIsNotEncryptedDoesNotPassForOneThatIs() {
        both.start().await();
        assertThat(both.encrypted().start().await().failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.problem())
                        .isInstanceOf(ConflictException.class)
                        .hasMessageContaining("that is not encrypted"));
    }

    @Test
    void aCopyWithAnotherKeyDoesNotPass() {
        KmsKeyId one = aws.in(WEST).kmsKeys().create();
        KmsKeyId other = aws.in(WEST).kmsKeys().create();
        ImageCopying west = amis.copy(web).to(WEST);
        west.encryptedWith(one).start().await().orThrow();
        assertThat(west.encryptedWith(one).start().await().isComplete()).isTrue();
        assertThat(west.encryptedWith(other).start().await().failures().get(0).problem())
                .hasMessageContaining("that is encrypted with " + one);
    }

    @Test
    void aLostAnswerMakesNoSecondCopy() {
        aws.faults().loseAnswer("CopyImage", 1);
        assertThat(both.start().await().isComplete()).isTrue();
        assertThat(count(WEST)).isEqualTo(1);
    }

    @Test
    void aLostRequestIsMadeAgain() {
        aws.faults().loseRequest("CopyImage", 1);
        assertThat(both.start().await().isComplete()).isTrue();
    }

    @Test
    void aCopyThatWasDeregisteredIsMadeAnew() {
        Image first = amis.copy(web).to(WEST).start().await().images().get(0);
        aws.in(WEST).runInstance(InstanceSpec.of(first.imageId()));
        deregister(first);
        Image second =
                amis.copy(web).to(WEST).start().await().orThrow().images().get(0);
        assertThat(second.imageId()).isNotEqualTo(first.imageId());
    }

    @Test
    void aCopyThatWasDeregisteredLongAgoNeedsAnotherAttempt() {
        Image first = amis.copy(web).to(WEST).start().await().images().get(0);
        deregister(first);
        assertThat(amis.copy(web).to(WEST).start().await().failures().get(0).problem())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("attempt(2)");
        assertThat(amis.copy(web).to(WEST).attempt(2).start().await().isComplete())
                .isTrue();
    }

    @Test
    void anUnknownImageIsSaidAtOnce() {
        assertThatThrownBy(() ->
                        amis.copy(ImageId.of("ami-00000000000000bad")).to(WEST).start())
                .isInstanceOf(NotFoundException.class);
        assertThat(aws.calls().count("CopyImage")).isZero();
    }

    @Test
    void aPendingImageIsAConflict() {
        ImageId pending = ImageId.of(amis.create("web-2")
                .fromInstance(aws.runInstance())
                .start()
                .toString()
                .replaceAll(".*(ami-[0-9a-f]+).*", "$1"));
        assertThatThrownBy(() -> amis.copy(pending).to(WEST).start())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Await the image first");
    }

    @Test
    void anotherAccountsImageWithoutItsSnapshotsIsRefusedWithAdvice() {
        AccountId other = AccountId.of("222222222222");
        aws.in(EAST)
                .imageAttributes()
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                        web.imageId(), Set.of(LaunchPermission.of(other)), Set.of()));
        CopyReport report = Amis.using(aws.as(other)).copy(web).to(WEST).start().await();
        assertThat(report.failures().get(0).problem())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("You do not have permission to access the storage of this ami")
                .hasMessageContaining("Ask the owner " + aws.account())
                .hasMessageContaining(web.snapshotIds().get(0).value());
    }

    @Test
    void waitingForCopiesLooksOnceForEachRegionAndPause() {
        Pending<CopyReport> one =
                Amis.using(aws).copy(web).to(WEST).named("web-one").start();
        int before = looks(WEST);
        one.await();
        int forOne = looks(WEST) - before;
        Pending<CopyReport> two = Amis.using(aws).copy(web).to(WEST, IRELAND).start();
        int beforeTwo = looks(WEST) + looks(IRELAND);
        two.await();
        assertThat(looks(WEST) + looks(IRELAND) - beforeTwo).isBetween(2 * forOne - 2, 2 * forOne + 2);
    }

    @Test
    void aTimeoutCountsTheCopiesThatAreStillOnTheirWay() {
        assertThatThrownBy(() -> both.start().await(Duration.ofMinutes(1)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("and so were 1 more of 2");
    }

    @Test
    void progressIsToldOfEveryCopy() {
        List<Progress> told = new ArrayList<>();
        both.start().onProgress(told::add).await();
        assertThat(told).anyMatch(progress -> progress.what().contains("us-west-2"));
        assertThat(told).anyMatch(progress -> progress.what().contains("eu-west-1"));
    }

    @Test
    void aDescriptionTellsWhatWouldHappen() {
        assertThat(both.encryptedWith(KmsKeyId.of("alias/ami")).keepingTags().describe())
                .isEqualTo("copy " + web.imageId() + " of us-east-1 to [us-west-2, eu-west-1] under its name, encrypted"
                        + " with alias/ami; its tags and image tags [], snapshot tags []");
    }

    @Test
    void aCrashAtAnyCallLeavesOneCopyInEachRegion() {
        int calls = Crashes.atEveryCall(OneImage::new, CopyingTest::distribute, CopyingTest::hasOneCopyEach);
        assertThat(calls).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aCrashAtAnyCallLeavesOneCopyInEachRegionThoughTheyBecomeVisibleLate() {
        int calls = Crashes.atEveryCall(
                () -> {
                    OneImage scene = new OneImage();
                    scene.aws.faults().hidingNewFor(Duration.ofMinutes(2));
                    return scene;
                },
                CopyingTest::distribute,
                CopyingTest::hasOneCopyEach);
        assertThat(calls).isGreaterThanOrEqualTo(8);
    }

    private static void distribute(Amis amis, OneImage scene) {
        amis.copy(scene.image)
                .to(WEST, IRELAND)
                .encrypted()
                .keepingTags()
                .start()
                .await()
                .orThrow();
    }

    private static void hasOneCopyEach(OneImage scene) {
        Amis amis = Amis.using(scene.aws);
        for (Region region : List.of(WEST, IRELAND)) {
            Image copy = amis.in(region).find().ownedBySelf().one();
            assertThat(copy.sourceImageId()).contains(scene.image);
            assertThat(copy.blockDeviceMappings())
                    .extracting(BlockDeviceMapping::ebsVolume)
                    .allMatch(
                            volume -> volume.flatMap(EbsBlockDevice::encrypted).orElse(false));
        }
    }

    private static final class OneImage implements Crashes.Scene {
        private final InMemoryAws aws = InMemoryAws.create();
        private final ImageId image = Amis.using(aws)
                .create("web-1.0.0")
                .fromInstance(aws.runInstance())
                .start()
                .await()
                .imageId();

        @Override
        public InMemoryAws aws() {
            return aws;
        }
    }

    /** Takes the name of the image by another one, made from an instance there. */
    private void takeName(Region region) {
        InstanceId instance = aws.in(region).runInstance(InstanceSpec.ofBaseImage());
        amis.in(region).create("web-1.0.0").fromInstance(instance).start().await();
    }

    private void deregister(Image image) {
        aws.in(image.region()).images().deregisterImage(new DeregisterImageRequest(image.imageId(), false));
    }

    private int count(Region region) {
        return amis.in(region).find().ownedBySelf().count();
    }

    private int looks(Region region) {
        return (int) aws.calls().entries("DescribeImages").stream()
                .filter(entry -> entry.region().equals(region))
                .count();
    }

    private List<Snapshot> snapshots(Image image) {
        return aws.in(image.region())
                .snapshots()
                .describeSnapshots(DescribeSnapshotsRequest.builder()
                        .addAllSnapshotIds(image.snapshotIds())
                        .build())
                .items();
    }
}
