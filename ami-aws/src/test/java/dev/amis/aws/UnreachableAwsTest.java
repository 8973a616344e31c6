package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RegionalProvider;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** What stands between here and AWS's answer reads as what it is, and says what to do. */
class UnreachableAwsTest {

    private static final DescribeImagesRequest OWN =
            DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build();

    private static final CreateImageRequest CREATE = CreateImageRequest.builder()
            .instanceId(InstanceId.of("i-0abcdef1234567890"))
            .name(ImageName.of("web-1.0.0"))
            .build();

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    @Test
    void anUnknownHostIsNamed() {
        AmiException failed = create(AWS.builder().endpoint(URI.create("http://ec2.nowhere.invalid")));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the host ec2.nowhere.invalid is not known")
                .hasMessageContaining("Check the Region, the endpoint and the network");
    }

    @Test
    void aRefusedConnectionIsOne() {
        AmiException failed = create(AWS.builder().endpoint(URI.create("http://127.0.0.1:1")));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("no connection could be made")
                .hasMessageContaining("Check the endpoint, the proxy and the network");
    }

    @Test
    void aConnectionThatIsNotMadeInTimeNeverCarriedTheCall() {
        AmiException failed =
                create(AWS.builder().httpClient(FailingHttpClient.of(new SocketTimeoutException("Connect timed out"))));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("no connection could be made")
                .hasMessageContaining("Check the endpoint, the proxy and the network");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeSaysSo() {
        AWS.always(ok("").withFixedDelay(2_000));

        AmiException failed = describe(AWS.builder()
                .settings(AwsSettings.builder()
                        .callTimeout(Duration.ofMillis(300))
                        .maxAttempts(2)
                        .build()));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("no answer came in time")
                .hasMessageContaining("callTimeout");
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void anAnswerToACreationThatDoesNotComeInTimeLeavesTheOutcomeUnknown() {
        AmiException failed =
                create(AWS.builder().httpClient(FailingHttpClient.of(new SocketTimeoutException("Read timed out"))));

        assertThat(failed).isInstanceOf(OutcomeUnknownException.class).hasMessageContaining("no answer came in time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DescribeImagesResponse><imagesSet><item>",
                "<html><body>Log in to the hotel's network</body></html",
                "<html><body>Log in to the hotel's network</body></html>",
                "<?xml version=\"1.0\"?>\n<html><body>Log in to the hotel's network</body></html>",
                "",
                "\n",
                "not even that <<",
                "{\"images\": []}"
            })
    void anAnswerThatIsNoXmlIsNoEmptyAnswer(String body) {
        AWS.always(ok(body));

        AmiException failed = describe(AWS.builder());

        assertThat(failed).isInstanceOf(ProviderException.class);
        assertThat(failed.failure().advice()).get().asString().contains("Try again");
        assertThat(AWS.calls()).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    /** Who asks them wants to know what is in use. */
    @Test
    void nothingAtAllIsNoListOfNothingFromOtherServicesEither() {
        RegionalProvider region = AWS.connect().in(Region.EU_WEST_1);
        AutoScalingPort groups = region.autoScaling().orElseThrow();
        ParameterPort parameters = region.parameters().orElseThrow();
        AWS.always(ok(""));

        assertThatThrownBy(() -> groups.describeAutoScalingGroups(
                        DescribeAutoScalingGroupsRequest.builder().build()))
                .isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> parameters.describeParameters(
                        DescribeParametersRequest.of(ParameterFilter.of("DataType", "aws:ec2:image"))))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void aCreationThatIsAnsweredByNothingIsInDoubt() {
        AWS.always(ok(""));

        assertThat(create(AWS.builder())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void anEmptyReplyIsNoEmptyAnswer() {
        AWS.always(aResponse().withFault(Fault.EMPTY_RESPONSE));

        AmiException failed = describe(AWS.builder());

        assertThat(failed).isInstanceOf(ProviderException.class);
        assertThat(failed.failure().advice()).get().asString().isNotBlank();
    }

    @Test
    void anAnswerThatIsNoHttpIsAskedForAgain() {
        AWS.always(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        AmiException failed = describe(AWS.builder());

        assertThat(failed).isInstanceOf(ProviderException.class).hasMessageContaining("Invalid Http response");
        assertThat(failed.failure().advice()).get().asString().contains("Try again");
        assertThat(AWS.calls()).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    @Test
    void anAnswerToACreationThatIsNoHttpLeavesTheOutcomeUnknown() {
        AWS.always(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        AmiException failed = create(AWS.builder());

        assertThat(failed).isInstanceOf(OutcomeUnknownException.class).hasMessageContaining("web-1.0.0");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void missingCredentialsAreMissedBeforeAnythingIsSent() {
        AwsCredentialsProvider nowhere = AwsCredentialsProviderChain.of(() -> {
            throw SdkClientException.create("Unable to load credentials from system settings.");
        });

        AmiException failed = create(AWS.builder().credentials(nowhere));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("CreateImage failed for web-1.0.0")
                .hasMessageContaining("there are no credentials")
                .hasMessageContaining("AWS_PROFILE");
        assertThat(AWS.calls()).isZero();
        assertThat(AWS.time().slept()).isEmpty();
    }

    @Test
    void aProfileThatDoesNotExistIsNamed(@TempDir Path home) throws IOException {
        Path file = Files.writeString(home.resolve("credentials"), "[other]\naws_access_key_id = a\n");
        AwsCredentialsProvider profile = ProfileCredentialsProvider.builder()
                .profileName("production")
                .profileFile(ProfileFile.builder()
                        .content(file)
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build())
                .build();

        AmiException failed = create(AWS.builder().credentials(profile));

        assertThat(failed).isInstanceOf(ProviderException.class).hasMessageContaining("production");
        assertThat(AWS.time().slept()).isEmpty();
    }

    @Test
    void credentialsThatFailInTheirOwnWayAreCredentialsThatFail() {
        AmiException failed = create(AWS.builder().credentials(() -> {
            throw new IllegalStateException("The process ended with status 3");
        }));

        assertThat(failed)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("there are no credentials: The process ended with status 3");
    }

    @Test
    void credentialsThatComeTooLateAreAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        AWS.always(ok("<CreateImageResponse><imageId>ami-0abcdef1234567890</imageId></CreateImageResponse>"));

        AmiException failed = create(AWS.builder().credentials(() -> {
            if (asked.incrementAndGet() == 1) {
                throw ApiCallAttemptTimeoutException.create(500);
            }
            return AwsBasicCredentials.create("AKIA111122223333", StubbedAws.SECRET);
        }));

        assertThat(failed).isNull();
        assertThat(asked).hasValue(2);
    }

    private static AmiException create(AwsProvider.Builder builder) {
        AwsProvider provider = AWS.connect(builder);
        return catchThrowableOfType(
                AmiException.class, () -> provider.in(Region.EU_WEST_1).images().createImage(CREATE));
    }

    private static AmiException describe(AwsProvider.Builder builder) {
        AwsProvider provider = AWS.connect(builder);
        return catchThrowableOfType(
                AmiException.class, () -> provider.in(Region.EU_WEST_1).images().describeImages(OWN));
    }
}
