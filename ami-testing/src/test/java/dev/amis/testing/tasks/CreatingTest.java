package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.ImageCreation;
import dev.amis.error.ConflictException;
import dev.amis.error.ImageFailedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Snapshot;
import dev.amis.model.StateReason;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import dev.amis.naming.NamingScheme;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.testing.Faults;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreatingTest {

    private static final EbsBlockDevice DATA =
            EbsBlockDevice.builder().volumeSize(20).volumeType(VolumeType.GP3).build();

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();
    private final ImageCreation web = amis.create("web-1.0.0").fromInstance(instance);

    @Test
    void anImageIsMadeAwaitedAndFound() {
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().named("web-*").latest()).isEqualTo(image);
    }

    @Test
    void tagsGoToImageAndSnapshots() {
        Image image = web.tag("Application", "web").start().await();
        assertThat(image.tags().get("Application")).contains("web");
        assertThat(snapshots(image)).allMatch(snapshot -> snapshot.tags().equals(Tags.of("Application", "web")));
    }

    @Test
    void imageAndSnapshotsCanBeTaggedApart() {
        Image image = web.imageTag("A", "1").snapshotTag("B", "2").start().await();
        assertThat(image.tags().contains("B")).isFalse();
        assertThat(snapshots(image)).allMatch(snapshot -> snapshot.tags().equals(Tags.of("B", "2")));
    }

    @Test
    void volumesAreAddedAndLeftOut() {
        InstanceId other = aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/sdf", DATA));
        Image image = amis.create("data-1")
                .fromInstance(other)
                .without("/dev/sdf")
                .with(BlockDeviceMapping.ebs("/dev/sdg", DATA))
                .start()
                .await();
        assertThat(image.blockDeviceMappings())
                .extracting(BlockDeviceMapping::deviceName)
                .containsExactly("/dev/xvda", "/dev/sdg");
    }

    @Test
    void theInstanceIsRebootedUnlessItIsToKeepRunning() {
        assertThat(web.toRequest().noReboot()).isFalse();
        assertThat(web.noReboot().toRequest().noReboot()).isTrue();
    }

    @Test
    void aChainIsAValueThatCanBeForked() {
        ImageCreation tagged = web.tag("A", "1");
        assertThat(web.toRequest().imageTags().contains("A")).isFalse();
        assertThat(tagged.toRequest().imageTags().contains("A")).isTrue();
    }

    @Test
    void theSameRequestIsTheSameValue() {
        assertThat(amis.create("web-1.0.0").fromInstance(instance).toRequest()).isEqualTo(web.toRequest());
    }

    @Test
    void theRequestTagDependsOnTheWholeRequest() {
        assertThat(List.of(
                        requestTag(web),
                        requestTag(web.noReboot()),
                        requestTag(web.tag("A", "1")),
                        requestTag(web.snapshotTag("A", "1")),
                        requestTag(web.description("")),
                        requestTag(web.without("/dev/sdf")),
                        requestTag(amis.create("web-1.0.1").fromInstance(instance))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theRequestTagDoesNotDependOnTheOrderOfTags() {
        assertThat(requestTag(web.tag("A", "1").tag("B", "2")))
                .isEqualTo(requestTag(web.tag("B", "2").tag("A", "1")));
    }

    @Test
    void aDescriptionTellsWhatWouldHappenAndKeepsTagValuesToItself() {
        assertThat(web.tag("Secret", "hush").without("/dev/sdf").describe())
                .isEqualTo("create image web-1.0.0 from " + instance + " in us-east-1, which is rebooted, without"
                        + " /dev/sdf; image tags [Secret, amis:request], snapshot tags [Secret]");
    }

    @Test
    void anOpenNameIsClosedWithTodaysDate() {
        NamingScheme scheme = NamingScheme.parse("web-v{version}-{date:yyyyMMdd}");
        Image image = amis.create(scheme.first()).fromInstance(instance).start().await();
        assertThat(scheme.parseName(image.name().orElseThrow()).date()).isPresent();
    }

    @Test
    void startingAgainGivesTheSameImage() {
        Image first = web.start().await();
        assertThat(web.start().await()).isEqualTo(first);
        assertThat(aws.calls().count("CreateImage")).isEqualTo(1);
    }

    @Test
    void startingAgainWhilePendingGivesTheSameImage() {
        web.start();
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().list()).containsExactly(image);
    }

    @Test
    void startingAgainWorksAfterTheInstanceIsGone() {
        Image first = web.start().await();
        aws.terminateInstance(instance);
        assertThat(web.start().await()).isEqualTo(first);
    }

    @Test
    void aNameThatAnotherRequestHasIsAConflictThatNamesItsHolder() {
        Image holder = web.start().await();
        assertThatThrownBy(() -> web.tag("A", "1").start())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("web-1.0.0")
                .hasMessageContaining(holder.imageId() + "")
                .hasMessageContaining("which another request made");
    }

    @Test
    void aNameThatAStrangerHasIsAConflictBeforeTheInstanceIsRebooted() {
        aws.in(aws.region())
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(instance)
                        .name(ImageName.of("web-1.0.0"))
                        .build());
        assertThatThrownBy(web::start)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("which no request of this library made");
        assertThat(aws.calls().count("CreateImage")).isEqualTo(1);
    }

    @Test
    void theSameRequestForAnotherInstanceIsAConflict() {
        web.start().await();
        assertThatThrownBy(() ->
                        amis.create("web-1.0.0").fromInstance(aws.runInstance()).start())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("which was not made from");
    }

    @Test
    void aLostAnswerIsFoundByTheName() {
        aws.faults().loseAnswer("CreateImage", 1);
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().list()).containsExactly(image);
    }

    @Test
    void aLostRequestIsMadeAgain() {
        aws.faults().loseRequest("CreateImage", 1);
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().list()).containsExactly(image);
    }

    @Test
    void aLostAnswerIsFoundOnceTheImageBecomesVisible() {
        aws.faults().loseAnswer("CreateImage", 1).hidingNewFor(Duration.ofSeconds(40));
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().list()).containsExactly(image);
    }

    @Test
    void anAnswerThatStaysLostIsSaidToBeUnknown() {
        aws.faults().hidingNewFor(Duration.ofHours(1));
        for (int nth = 1; nth <= 50; nth++) {
            aws.faults().loseRequest("CreateImage", nth);
        }
        assertThatThrownBy(web::start)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Start the same request again");
    }

    @Test
    void aFailedImageIsReportedWithItsReason() {
        aws.faults().failNextImage(new StateReason("Client.InstanceTerminated", "Instance terminated"));
        assertThatThrownBy(() -> web.start().await())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("Instance terminated [Client.InstanceTerminated]");
    }

    @Test
    void aFailedImageOfTheSameRequestIsNotAdopted() {
        aws.faults().failNextImage(new StateReason("Client.InstanceTerminated", "Instance terminated"));
        ImageId failed = failedImage();
        assertThatThrownBy(web::start)
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("this request made " + failed)
                .hasMessageContaining("Deregister it");
        assertThat(aws.calls().count("CreateImage")).isEqualTo(1);
    }

    @Test
    void aDisabledImageOfTheSameRequestIsAConflict() {
        Image image = web.start().await();
        aws.in(aws.region()).imageLifecycle().disableImage(image.imageId());
        assertThatThrownBy(web::start).isInstanceOf(ConflictException.class).hasMessageContaining("has been disabled");
    }

    @Test
    void anInstanceThatIsGoneIsAConflict() {
        aws.terminateInstance(instance);
        assertThatThrownBy(web::start).isInstanceOf(ConflictException.class).hasMessageContaining("terminated");
        assertThat(aws.calls().count("CreateImage")).isZero();
    }

    @Test
    void aStoppedInstanceIsGoodEnough() {
        aws.stopInstance(instance);
        assertThat(web.start().await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        assertThatThrownBy(() -> amis.create("web-1.0.0")
                        .fromInstance(InstanceId.of("i-0123456789abcdef0"))
                        .start())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theRootVolumeCannotBeLeftOut() {
        assertThatThrownBy(() -> web.without("/dev/xvda").start())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the root device cannot be left out");
        assertThat(aws.calls().count("CreateImage")).isZero();
    }

    @Test
    void aVolumeThatIsNotThereCannotBeLeftOut() {
        assertThatThrownBy(() -> web.without("/dev/sdz").start())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/dev/sdz")
                .hasMessageContaining("It has /dev/xvda");
    }

    @Test
    void aDeviceIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.without("/dev/sdf").with(BlockDeviceMapping.ebs("/dev/sdf", DATA)))
                .withMessageContaining("/dev/sdf");
    }

    @Test
    void thereIsRoomFor49Tags() {
        assertThat(web.imageTags(tags(49)).toRequest().imageTags().asMap()).hasSize(50);
    }

    @Test
    void theFiftiethTagIsRefusedBeforeAnyCall() {
        int calls = aws.calls().count();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.imageTags(tags(50)))
                .withMessageContaining("at most 49");
        assertThat(aws.calls().count()).isEqualTo(calls);
    }

    @Test
    void theRequestTagIsNotForUsers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.imageTag("amis:request", "mine"))
                .withMessageContaining("amis:request");
    }

    @Test
    void aCrashAtAnyCallLeavesOneImage() {
        int calls = Crashes.atEveryCall(OneInstance::new, CreatingTest::bake, CreatingTest::hasOneImage);
        assertThat(calls).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aCrashAtAnyCallLeavesOneImageThoughItBecomesVisibleLate() {
        int calls = Crashes.atEveryCall(
                () -> {
                    OneInstance scene = new OneInstance();
                    scene.aws.faults().hidingNewFor(Duration.ofMinutes(2));
                    return scene;
                },
                CreatingTest::bake,
                CreatingTest::hasOneImage);
        assertThat(calls).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anyOneFaultLeavesOneImage() {
        for (int nth = 1; nth <= 6; nth++) {
            OneInstance scene = new OneInstance();
            scene.aws.faults().loseAnswer(Faults.ANY, nth);
            try {
                bake(Amis.using(scene.aws), scene);
            } catch (OutcomeUnknownException lost) {
                bake(Amis.using(scene.aws), scene);
            }
            hasOneImage(scene);
        }
    }

    private static void bake(Amis amis, OneInstance scene) {
        amis.create("web-1.0.0").fromInstance(scene.instance).start().await(Duration.ofMinutes(30));
    }

    private static void hasOneImage(OneInstance scene) {
        List<Image> images = Amis.using(scene.aws).find().ownedBySelf().list();
        assertThat(images).extracting(Image::state).containsExactly(ImageState.AVAILABLE);
        assertThat(scene.aws
                        .in(scene.aws.region())
                        .snapshots()
                        .describeSnapshots(DescribeSnapshotsRequest.builder()
                                .addOwnerId("self")
                                .build())
                        .items())
                .hasSize(1);
    }

    private static final class OneInstance implements Crashes.Scene {
        private final InMemoryAws aws = InMemoryAws.builder()
                .startingAt(Instant.parse("2026-03-01T00:00:00Z"))
                .build();
        private final InstanceId instance = aws.runInstance();

        @Override
        public InMemoryAws aws() {
            return aws;
        }
    }

    private ImageId failedImage() {
        try {
            return web.start().await().imageId();
        } catch (ImageFailedException failed) {
            return ImageId.of(failed.failure().resource().orElseThrow());
        }
    }

    private List<Snapshot> snapshots(Image image) {
        return aws.in(aws.region())
                .snapshots()
                .describeSnapshots(DescribeSnapshotsRequest.builder()
                        .addAllSnapshotIds(image.snapshotIds())
                        .build())
                .items();
    }

    private static String requestTag(ImageCreation creation) {
        return creation.toRequest().imageTags().get("amis:request").orElseThrow();
    }

    private static Tags tags(int count) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < count; i++) {
            tags.put("Key" + i, "value");
        }
        return Tags.of(tags);
    }
}
