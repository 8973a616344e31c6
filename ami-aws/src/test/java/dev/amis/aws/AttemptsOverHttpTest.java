package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.amis.error.ConflictException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.retry.RetryMode;

/** What the wire can do to a call, and what the chain of attempts makes of it. */
class AttemptsOverHttpTest {

    private static final String ONE_IMAGE = "<DescribeImagesResponse><requestId>r</requestId><imagesSet><item>"
            + "<imageId>ami-0abcdef1234567890</imageId><imageState>available</imageState>"
            + "<imageOwnerId>111122223333</imageOwnerId><architecture>riscv64</architecture>"
            + "</item></imagesSet></DescribeImagesResponse>";

    private static final String NEW_IMAGE =
            "<CreateImageResponse><requestId>r</requestId><imageId>ami-0abcdef1234567890</imageId></CreateImageResponse>";

    private static final ImageId IMAGE = ImageId.of("ami-0abcdef1234567890");
    private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0abcdef1234567890");

    private static final DescribeImagesRequest OWN =
            DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build();

    private static final CreateImageRequest CREATE = CreateImageRequest.builder()
            .instanceId(InstanceId.of("i-0abcdef1234567890"))
            .name(ImageName.of("web-1.0.0"))
            .build();

    private static final RegisterImageRequest REGISTER = RegisterImageRequest.builder()
            .name(ImageName.of("web-1.0.0"))
            .architecture(Architecture.ARM64)
            .rootDeviceName("/dev/xvda")
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                    "/dev/xvda", EbsBlockDevice.builder().snapshotId(SNAPSHOT).build()))
            .build();

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private AwsProvider provider;
    private ImagePort images;

    @BeforeEach
    void connect() {
        provider = AWS.connect();
        images = provider.in(Region.EU_WEST_1).images();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling",
        "400, ThrottlingException",
        "400, ThrottledException",
        "400, ProvisionedThroughputExceededException",
        "503, SlowDown",
        "429, TooManyRequestsException",
        "503, RequestLimitExceeded",
        "503, BandwidthLimitExceeded",
        "429, RequestThrottled",
        "400, RequestThrottledException",
        "503, EC2ThrottledException",
        "400, TransactionInProgressException",
        "400, SnapshotCreationPerVolumeRateExceeded"
    })
    void aThrottledCallIsMadeAgainAfterAPause(int status, String code) {
        AWS.inTurn(refusal(status, code), ok(NEW_IMAGE));

        // Not even a creation has had an effect.
        assertThat(images.createImage(CREATE)).isEqualTo(IMAGE);
        assertThat(AWS.calls()).isEqualTo(2);
        assertThat(AWS.time().slept()).isNotEmpty();
    }

    @Test
    void throttlingWithoutEndBecomesThrottled() {
        AWS.always(refusal(503, "RequestLimitExceeded"));

        assertThatThrownBy(() -> images.describeImages(OWN)).isInstanceOf(ThrottledException.class);
        assertThat(AWS.calls()).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServerErrorOnReadingIsTriedAgain(int status) {
        AWS.inTurn(refusal(status, "InternalError"), ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items()).hasSize(1);
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConcurrentTagAccess", "PriorRequestNotComplete", "RequestTimeout"})
    void whatPassesInAMomentIsTriedAgain(String code) {
        AWS.inTurn(refusal(400, code), ok("<CreateTagsResponse><return>true</return></CreateTagsResponse>"));

        provider.in(Region.EU_WEST_1)
                .tags()
                .createTags(new CreateTagsRequest(List.of(IMAGE.value()), Tags.of("a", "b")));

        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void attemptsOfTheSdkAndOfTheChainDoNotMultiply() {
        AWS.always(refusal(500, "InternalError"));
        ImagePort eager = AWS.connect(AWS.builder()
                        .customizing(client ->
                                client.overrideConfiguration(settings -> settings.retryStrategy(RetryMode.STANDARD))))
                .in(Region.EU_WEST_1)
                .images();

        assertThatThrownBy(() -> eager.describeImages(OWN)).isInstanceOf(ProviderException.class);
        assertThat(AWS.calls()).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    @Test
    void pausesGrowNoFurtherThanTheyMay() {
        AWS.always(refusal(500, "InternalError"));

        assertThatThrownBy(() -> images.describeImages(OWN)).isInstanceOf(ProviderException.class);

        List<Duration> pauses = AWS.time().slept();
        assertThat(pauses).hasSize(7);
        for (int pause = 0; pause < pauses.size(); pause++) {
            assertThat(pauses.get(pause)).isPositive().isLessThanOrEqualTo(Duration.ofMillis(200L << pause));
        }
    }

    @Test
    void noAttemptBeginsAfterTheDeadlineOfTheCall() {
        AWS.always(refusal(500, "InternalError"));
        Duration deadline = Duration.ofSeconds(1);
        ImagePort hurried = AWS.connect(AWS.builder()
                        .settings(AwsSettings.builder()
                                .callDeadline(deadline)
                                .maxAttempts(100)
                                .build()))
                .in(Region.EU_WEST_1)
                .images();

        assertThatThrownBy(() -> hurried.describeImages(OWN)).isInstanceOf(ProviderException.class);
        Duration slept = AWS.time().slept().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(slept).isLessThan(deadline);
        assertThat(AWS.calls()).isBetween(2, 20);
    }

    @Test
    void theDeadlineSpansWaitsForTheBudget() {
        AWS.always(ok(ONE_IMAGE));
        ImagePort hurried = AWS.connect(AWS.builder()
                        .settings(AwsSettings.builder()
                                .callDeadline(Duration.ofSeconds(1))
                                .putBucketSize("DescribeImages", 1)
                                .putRefillRate("DescribeImages", 0.5)
                                .build()))
                .in(Region.EU_WEST_1)
                .images();
        hurried.describeImages(OWN);

        assertThatThrownBy(() -> hurried.describeImages(OWN))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("callDeadline");
        assertThat(AWS.calls()).isEqualTo(1);
        assertThat(AWS.time().slept()).isEmpty();
    }

    @Test
    void aThrottleSlowsTheCallsThatFollow() {
        AWS.inTurn(refusal(503, "RequestLimitExceeded"), ok(ONE_IMAGE));
        images.describeImages(OWN);
        int before = AWS.time().slept().size();

        images.describeImages(OWN);

        // The bucket that was full a moment ago is taken to be empty, because the account's own is.
        assertThat(AWS.time().slept().size()).isGreaterThan(before);
        assertThat(provider.budgetWaits()).containsKey("eu-west-1 DescribeImages");
    }

    @Test
    void aResetConnectionOnReadingIsTriedAgain() {
        AWS.inTurn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items()).hasSize(1);
    }

    @Test
    void aResetConnectionOnMakingLeavesTheOutcomeUnknownAndRepeatsNothing() {
        AWS.always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(() -> images.createImage(CREATE))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("web-1.0.0");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    /** None of them has a client token, so a second one would be a second thing. */
    @Test
    void noMakingIsRepeatedUnseen() {
        SnapshotPort snapshots = provider.in(Region.EU_WEST_1).snapshots();
        AWS.always(aResponse().withFault(Fault.EMPTY_RESPONSE));

        for (ThrowingCallable making : List.<ThrowingCallable>of(
                () -> images.createImage(CREATE),
                () -> images.registerImage(REGISTER),
                () -> snapshots.createSnapshot(
                        new CreateSnapshotRequest(VolumeId.of("vol-0abcdef1234567890"), Optional.empty(), Tags.none())),
                () -> snapshots.copySnapshot(CopySnapshotRequest.builder()
                        .sourceSnapshotId(SNAPSHOT)
                        .sourceRegion(Region.US_WEST_2)
                        .build()))) {
            assertThatThrownBy(making)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("Look whether it had its effect");
        }
        assertThat(AWS.calls()).isEqualTo(4);
    }

    @Test
    void aCopyIsRepeatedAsTheSameCopy() {
        AWS.inTurn(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                ok("<CopyImageResponse><imageId>" + IMAGE + "</imageId></CopyImageResponse>"));

        images.copyImage(CopyImageRequest.builder()
                .name(ImageName.of("web-1.0.0"))
                .sourceImageId(IMAGE)
                .sourceRegion(Region.US_WEST_2)
                .clientToken("ours")
                .build());

        assertThat(AWS.requests())
                .extracting(request -> request.get("ClientToken"))
                .containsExactly("ours", "ours");
    }

    @Test
    void aRemovalIsRepeatedBecauseTwiceIsAsGoodAsOnce() {
        AWS.inTurn(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                refusal(500, "InternalError"),
                ok("<DeleteSnapshotResponse><return>true</return></DeleteSnapshotResponse>"));

        provider.in(Region.EU_WEST_1).snapshots().deleteSnapshot(SNAPSHOT);

        assertThat(AWS.calls()).isEqualTo(3);
    }

    @Test
    void anInternalErrorOnMakingLeavesTheOutcomeUnknown() {
        AWS.always(refusal(500, "InternalError"));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aThrottledMakingHadNoEffectAndIsMadeAgain() {
        AWS.inTurn(refusal(503, "RequestLimitExceeded"), ok(NEW_IMAGE));

        assertThat(images.createImage(CREATE)).isEqualTo(ImageId.of("ami-0abcdef1234567890"));
    }

    @Test
    void anAnswerCutShortOnMakingLeavesTheOutcomeUnknown() {
        AWS.always(aResponse().withStatus(200).withBody(NEW_IMAGE.substring(0, 60)));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsTriedAgain() {
        AWS.inTurn(ok(ONE_IMAGE).withFixedDelay(5_000), ok(ONE_IMAGE));
        ImagePort hurried = AWS.connect(AWS.builder()
                        .settings(AwsSettings.builder()
                                .callTimeout(Duration.ofMillis(500))
                                .build()))
                .in(Region.EU_WEST_1)
                .images();

        assertThat(hurried.describeImages(OWN).items()).hasSize(1);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        AWS.always(refusal(400, "InvalidAMIName.Duplicate"));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(ConflictException.class);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aValueThatNobodyKnowsYetIsCarried() {
        AWS.always(ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items().get(0).architecture()).hasToString("riscv64");
    }

    @Test
    void anInterruptEndsThePauseAndIsKept() {
        AWS.always(refusal(503, "RequestLimitExceeded"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> images.describeImages(OWN)).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptDuringAPauseMakesNoFurtherAttempt() {
        AWS.always(refusal(500, "InternalError"));
        ImagePort interrupted = AWS.connect(AWS.builder().sleeper(pause -> {
                    throw new InterruptedException("somebody wants to stop");
                }))
                .in(Region.EU_WEST_1)
                .images();

        assertThatThrownBy(() -> interrupted.describeImages(OWN)).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void callsBeyondTheBucketWaitForItsRefill() {
        AWS.always(ok(ONE_IMAGE));

        for (int call = 0; call < 120; call++) {
            images.describeImages(OWN);
        }

        // 100 at once, and the other 20 at the documented 20 per second.
        Duration waited = AWS.time().slept().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));
    }
}
