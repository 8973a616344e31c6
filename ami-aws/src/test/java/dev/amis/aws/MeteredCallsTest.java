package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.amis.error.NotFoundException;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Micrometer is told of the calls that are made. */
class MeteredCallsTest {

    private static final String NO_IMAGES = "<DescribeImagesResponse><imagesSet/></DescribeImagesResponse>";

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ImagePort images;

    @BeforeEach
    void connect() {
        images = AWS.connect(AWS.builder()
                        .metrics(meters)
                        .settings(AwsSettings.builder()
                                .putBucketSize("DescribeImages", 3)
                                .putRefillRate("DescribeImages", 2.0)
                                .build()))
                .in(Region.EU_WEST_1)
                .images();
    }

    @Test
    void eachAttemptIsACallWithItsOutcome() {
        AWS.inTurn(refusal(500, "InternalError"), ok(NO_IMAGES));

        describe();

        assertThat(attempts("InternalError")).isEqualTo(1);
        assertThat(attempts("ok")).isEqualTo(1);
    }

    @Test
    void aFailureWithoutAnAnswerIsNamedAfterTheException() {
        AWS.inTurn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), ok(NO_IMAGES));

        describe();

        assertThat(attempts("SdkClientException")).isEqualTo(1);
    }

    @Test
    void everyMeterTellsActionAndRegion() {
        AWS.inTurn(refusal(503, "RequestLimitExceeded"), ok(NO_IMAGES));

        describe();

        assertThat(meters.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(tags(meter))
                        .containsEntry("action", "DescribeImages")
                        .containsEntry("region", "eu-west-1"));
    }

    @Test
    void noMeterTellsIdsOrNames() {
        AWS.always(refusal(400, "InvalidAMIID.NotFound"));

        assertThatThrownBy(this::describe).isInstanceOf(NotFoundException.class);

        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(tags(meter)).containsOnlyKeys("action", "region", "outcome"));
    }

    @Test
    void throttlesAndRetriesAreCounted() {
        AWS.inTurn(refusal(503, "RequestLimitExceeded"), refusal(500, "InternalError"), ok(NO_IMAGES));

        describe();

        assertThat(meters.get("amis.aws.throttles").counter().count()).isEqualTo(1);
        assertThat(meters.get("amis.aws.retries").counter().count()).isEqualTo(2);
    }

    @Test
    void anAttemptThatIsTheLastIsNoRetry() {
        AWS.always(refusal(400, "InvalidAMIID.NotFound"));

        assertThatThrownBy(this::describe).isInstanceOf(NotFoundException.class);

        assertThat(meters.find("amis.aws.retries").counter()).isNull();
    }

    @Test
    void waitsForTheBudgetAreTimed() {
        AWS.always(ok(NO_IMAGES));

        for (int call = 0; call < 5; call++) {
            describe();
        }

        // Three at once, and then one each half second.
        assertThat(meters.get("amis.aws.waits").timer().count()).isEqualTo(2);
        assertThat(meters.get("amis.aws.waits").timer().totalTime(TimeUnit.MILLISECONDS))
                .isCloseTo(1_000, offset(5.0));
    }

    private void describe() {
        images.describeImages(
                DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build());
    }

    private long attempts(String outcome) {
        return meters.get("amis.aws.calls").tag("outcome", outcome).timer().count();
    }

    private static Map<String, String> tags(Meter meter) {
        List<Tag> tags = meter.getId().getTags();
        return tags.stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
    }
}
