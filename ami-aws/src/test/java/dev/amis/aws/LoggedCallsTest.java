package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.amis.error.AmiException;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What the log tells of calls, and what it must not tell. */
class LoggedCallsTest {

    private static final String NO_IMAGES =
            "<DescribeImagesResponse><requestId>request-2</requestId><imagesSet/></DescribeImagesResponse>";
    private static final String NEW_IMAGE =
            "<CreateImageResponse><requestId>request-3</requestId><imageId>ami-0abcdef1234567890</imageId>"
                    + "</CreateImageResponse>";

    private static final CreateImageRequest CREATE = CreateImageRequest.builder()
            .instanceId(InstanceId.of("i-0abcdef1234567890"))
            .name(ImageName.of("web-1.0.0"))
            .description("described-value")
            .imageTags(Tags.of("Owner", "tagged-value"))
            .build();

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private ImagePort images;

    @BeforeEach
    void connect() {
        images = AWS.connect(AWS.builder()
                        .credentials(StaticCredentialsProvider.create(
                                AwsSessionCredentials.create("AKIA111122223333", StubbedAws.SECRET, "session-token"))))
                .in(Region.EU_WEST_1)
                .images();
    }

    @Test
    void aCallIsOneLine() {
        AWS.always(ok(NEW_IMAGE));

        assertThat(calls(() -> images.createImage(CREATE)))
                .containsExactly("DEBUG dev.amis.aws.calls eu-west-1 CreateImage web-1.0.0 attempt 1 ok in 0 ms,"
                        + " request id request-3");
    }

    @Test
    void eachAttemptIsALineOfItsOwn() {
        AWS.inTurn(refusal(500, "InternalError"), ok(NO_IMAGES));

        assertThat(calls(this::describe))
                .containsExactly(
                        "DEBUG dev.amis.aws.calls eu-west-1 DescribeImages - attempt 1 InternalError in 0 ms,"
                                + " request id request-1",
                        "DEBUG dev.amis.aws.calls eu-west-1 DescribeImages - attempt 2 ok in 0 ms,"
                                + " request id request-2");
    }

    static Stream<ResponseDefinitionBuilder> everydayTroubles() {
        return Stream.of(
                refusal(400, "InvalidAMIName.Duplicate"),
                refusal(403, "UnauthorizedOperation"),
                refusal(503, "RequestLimitExceeded"),
                refusal(500, "InternalError"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                ok("<CreateImageResponse><imageId>"));
    }

    @ParameterizedTest
    @MethodSource("everydayTroubles")
    void noLineTellsTagsDescriptionsOrCredentials(ResponseDefinitionBuilder trouble) {
        AWS.always(trouble);

        assertThat(calls(() -> images.createImage(CREATE))).isNotEmpty().noneMatch(LoggedCallsTest::isTelltale);
    }

    @ParameterizedTest
    @MethodSource("everydayTroubles")
    void noExceptionTellsTagsDescriptionsOrCredentials(ResponseDefinitionBuilder trouble) {
        AWS.always(trouble);

        Throwable thrown = catchThrowable(() -> images.createImage(CREATE));

        assertThat(Stream.iterate(thrown, at -> at != null, Throwable::getCause))
                .isNotEmpty()
                .noneMatch(at -> isTelltale(String.valueOf(at.getMessage())));
    }

    @ParameterizedTest
    @MethodSource("everydayTroubles")
    void everydayTroublesCallNobody(ResponseDefinitionBuilder trouble) {
        AWS.always(trouble);

        assertThat(lines(() -> images.createImage(CREATE))).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void aServiceThatDoesNotWorkIsOneWarningThatSaysWhatToDo() {
        AWS.always(refusal(500, "InternalError"));

        List<String> warnings = lines(() -> {
                    for (int call = 0; call < 6; call++) {
                        describe();
                    }
                })
                .stream()
                .filter(line -> line.startsWith("WARN"))
                .toList();

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("ec2 in eu-west-1")
                .contains("Look at the network and at AWS's health page");
    }

    @Test
    void aWaitForTheBudgetIsALine() {
        AWS.always(ok(NO_IMAGES));

        List<String> lines = calls(() -> {
            for (int call = 0; call < 101; call++) {
                describe();
            }
        });

        assertThat(lines)
                .contains("DEBUG dev.amis.aws.calls eu-west-1 DescribeImages waited 50 ms for the request budget");
    }

    private void describe() {
        evenIfItFails(() -> images.describeImages(
                DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build()));
    }

    private static void evenIfItFails(Runnable task) {
        try {
            task.run();
        } catch (AmiException failed) {
            assertThat(failed).hasMessageContaining("eu-west-1");
        }
    }

    private static List<String> calls(Runnable task) {
        return lines(task).stream()
                .filter(line -> line.matches("[A-Z]+ dev\\.amis\\..*"))
                .toList();
    }

    private static List<String> lines(Runnable task) {
        return LogTape.record(() -> evenIfItFails(task));
    }

    private static boolean isTelltale(String text) {
        return Stream.of("tagged-value", "described-value", StubbedAws.SECRET, "session-token", "AKIA")
                .anyMatch(text::contains);
    }
}
