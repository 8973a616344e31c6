package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the wire can do to a call, and what the chain of attempts makes of it. */
class AttemptsOverHttpTest {

    private static final String ONE_IMAGE = "<DescribeImagesResponse><requestId>r</requestId><imagesSet><item>"
            + "<imageId>ami-0abcdef1234567890</imageId><imageState>available</imageState>"
            + "<imageOwnerId>111122223333</imageOwnerId><architecture>riscv64</architecture>"
            + "</item></imagesSet></DescribeImagesResponse>";

    private static final String NEW_IMAGE =
            "<CreateImageResponse><requestId>r</requestId><imageId>ami-0abcdef1234567890</imageId></CreateImageResponse>";

    private static final DescribeImagesRequest OWN =
            DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build();

    private static final CreateImageRequest CREATE = CreateImageRequest.builder()
            .instanceId(InstanceId.of("i-0abcdef1234567890"))
            .name(ImageName.of("web-1.0.0"))
            .build();

    @RegisterExtension
    private static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final MovableTime time = new MovableTime();
    private AwsProvider provider;
    private ImagePort images;

    @BeforeEach
    void connect() {
        provider = AwsProvider.builder()
                .region(Region.EU_WEST_1)
                .credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA111122223333", "secret")))
                .endpoint(URI.create(AWS.baseUrl()))
                .clock(time)
                .sleeper(time)
                .random(new Random(7))
                .settings(AwsSettings.builder()
                        .callTimeout(Duration.ofMillis(500))
                        .build())
                .build();
        images = provider.in(Region.EU_WEST_1).images();
    }

    @AfterEach
    void disconnect() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RequestLimitExceeded", "Throttling", "ThrottlingException", "SlowDown", "EC2ThrottledException"
            })
    void aThrottledCallIsMadeAgainAfterAPause(String code) {
        first(refusal(503, code), ok(ONE_IMAGE));

        Page<Image> page = images.describeImages(OWN);

        assertThat(page.items()).hasSize(1);
        assertThat(calls()).isEqualTo(2);
        assertThat(time.slept()).isNotEmpty();
    }

    @Test
    void throttlingWithoutEndBecomesThrottled() {
        always(refusal(503, "RequestLimitExceeded"));

        assertThatThrownBy(() -> images.describeImages(OWN))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("DescribeImages failed")
                .hasMessageContaining("eu-west-1")
                .hasMessageContaining("RequestLimitExceeded");
        assertThat(calls()).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    @Test
    void aThrottleSlowsTheCallsThatFollow() {
        first(refusal(503, "RequestLimitExceeded"), ok(ONE_IMAGE));
        images.describeImages(OWN);
        int before = time.slept().size();

        images.describeImages(OWN);

        // The bucket that was full a moment ago is taken to be empty, because the account's own is.
        assertThat(time.slept().size()).isGreaterThan(before);
        assertThat(provider.budgetWaits()).containsKey("eu-west-1 DescribeImages");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerErrorOnReadingIsTriedAgain(int status) {
        first(refusal(status, "InternalError"), ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items()).hasSize(1);
    }

    @Test
    void aResetConnectionOnReadingIsTriedAgain() {
        first(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items()).hasSize(1);
    }

    @Test
    void aResetConnectionOnMakingLeavesTheOutcomeUnknownAndRepeatsNothing() {
        always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(() -> images.createImage(CREATE))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("web-1.0.0");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void anInternalErrorOnMakingLeavesTheOutcomeUnknown() {
        always(refusal(500, "InternalError"));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aThrottledMakingHadNoEffectAndIsMadeAgain() {
        first(refusal(503, "RequestLimitExceeded"), ok(NEW_IMAGE));

        assertThat(images.createImage(CREATE)).isEqualTo(ImageId.of("ami-0abcdef1234567890"));
    }

    @Test
    void anAnswerCutShortOnMakingLeavesTheOutcomeUnknown() {
        always(aResponse().withStatus(200).withBody(NEW_IMAGE.substring(0, 60)));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void malformedXmlOnReadingIsNoEmptyAnswer() {
        always(aResponse().withStatus(200).withBody("<DescribeImagesResponse><imagesSet><item>"));

        assertThatThrownBy(() -> images.describeImages(OWN)).isInstanceOf(ProviderException.class);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsTriedAgain() {
        first(aResponse().withStatus(200).withBody(ONE_IMAGE).withFixedDelay(1_500), ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items()).hasSize(1);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        always(refusal(400, "InvalidAMIName.Duplicate"));

        assertThatThrownBy(() -> images.createImage(CREATE)).isInstanceOf(ConflictException.class);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aDenialNamesTheIamAction() {
        always(refusal(403, "UnauthorizedOperation"));

        assertThatThrownBy(() ->
                        images.deregisterImage(new DeregisterImageRequest(ImageId.of("ami-0abcdef1234567890"), true)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ec2:DeregisterImage");
    }

    @Test
    void aRefusalCarriesTheRequestId() {
        always(refusal(400, "InvalidAMIID.NotFound"));

        assertThatThrownBy(() -> images.describeImages(OWN))
                .isInstanceOfSatisfying(
                        AmiException.class,
                        refused -> assertThat(refused.failure().requestId()).contains("request-1"));
    }

    @Test
    void aValueThatNobodyKnowsYetIsCarried() {
        always(ok(ONE_IMAGE));

        assertThat(images.describeImages(OWN).items().get(0).architecture()).hasToString("riscv64");
    }

    @Test
    void anUnreachableEndpointReadsAsSuch() {
        try (AwsProvider nobody = AwsProvider.builder()
                .region(Region.EU_WEST_1)
                .credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .endpoint(URI.create("http://127.0.0.1:1"))
                .clock(time)
                .sleeper(time)
                .build()) {
            assertThatThrownBy(() -> nobody.in(Region.EU_WEST_1).images().createImage(CREATE))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("no connection could be made");
        }
    }

    @Test
    void anInterruptEndsThePauseAndIsKept() {
        always(refusal(503, "RequestLimitExceeded"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> images.describeImages(OWN)).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void callsBeyondTheBucketWaitForItsRefill() {
        always(ok(ONE_IMAGE));

        for (int call = 0; call < 120; call++) {
            images.describeImages(OWN);
        }

        // 100 at once, and the other 20 at the documented 20 per second.
        Duration waited = time.slept().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));
    }

    @Test
    void aPageTokenOfTheRecycleBinThatRepeatsEndsTheReading() {
        always(aResponse().withStatus(200).withBody("{\"Rules\": [], \"NextToken\": \"again\"}"));

        assertThatThrownBy(() -> provider.in(Region.EU_WEST_1)
                        .recycleBinRules()
                        .orElseThrow()
                        .listRules())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the same page token was answered twice");
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse().withStatus(200).withBody(body);
    }

    private static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody(
                        "<Response><Errors><Error><Code>" + code + "</Code><Message>Because.</Message></Error></Errors>"
                                + "<RequestID>request-1</RequestID></Response>");
    }

    private static void always(ResponseDefinitionBuilder answer) {
        AWS.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static void first(ResponseDefinitionBuilder answer, ResponseDefinitionBuilder later) {
        AWS.stubFor(post(anyUrl())
                .inScenario("twice")
                .whenScenarioStateIs(STARTED)
                .willReturn(answer)
                .willSetStateTo("later"));
        AWS.stubFor(
                post(anyUrl()).inScenario("twice").whenScenarioStateIs("later").willReturn(later));
    }

    private static int calls() {
        return AWS.findAll(postRequestedFor(anyUrl())).size();
    }
}
