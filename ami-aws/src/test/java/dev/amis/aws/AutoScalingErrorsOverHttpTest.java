package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.amis.error.AmiException;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Auto Scaling refuses, in the form of the query protocol, through the same chain of attempts. */
class AutoScalingErrorsOverHttpTest {

    private static final DescribeAutoScalingGroupsRequest ALL =
            DescribeAutoScalingGroupsRequest.builder().build();

    private static final String NO_GROUPS = "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult>"
            + "<AutoScalingGroups/></DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>r</RequestId>"
            + "</ResponseMetadata></DescribeAutoScalingGroupsResponse>";

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private AutoScalingPort port;

    @BeforeEach
    void connect() {
        port = AWS.connect().in(Region.EU_WEST_1).autoScaling().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, AccessDenied",
        "400, InvalidNextToken, InvalidRequest",
        "400, ValidationError, InvalidRequest",
        "400, AlreadyExists, Conflict",
        "400, LimitExceeded, QuotaExceeded"
    })
    void aRefusalIsOneExceptionThatTellsAll(int status, String code, String exception) {
        AWS.always(refusal(status, code));

        AmiException refused = catchThrowableOfType(AmiException.class, () -> port.describeAutoScalingGroups(ALL));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        assertThat(refused.failure().operation()).isEqualTo("autoscaling:DescribeAutoScalingGroups");
        assertThat(refused.failure().code()).contains(code);
        assertThat(refused.failure().requestId()).contains("request-1");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"400, Throttling", "500, ResourceContention", "500, InternalFailure"})
    void whatPassesIsAskedAgain(int status, String code) {
        AWS.inTurn(refusal(status, code), ok(NO_GROUPS));

        assertThat(port.describeAutoScalingGroups(ALL).items()).isEmpty();
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void aDenialNamesTheActionOfItsService() {
        AWS.always(refusal(403, "AccessDenied"));

        AmiException denied = catchThrowableOfType(AmiException.class, () -> port.describeAutoScalingGroups(ALL));

        assertThat(denied).hasMessageContaining("Allow autoscaling:DescribeAutoScalingGroups");
    }

    private static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<ErrorResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\"><Error>"
                        + "<Type>Sender</Type><Code>" + code + "</Code><Message>Because.</Message></Error>"
                        + "<RequestId>request-1</RequestId></ErrorResponse>");
    }
}
