package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.ProviderException;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.ImagePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error code that tools around images meet, as EC2 sends it, and what a caller reads. */
class ErrorsOverHttpTest {

    private static final ImageId IMAGE = ImageId.of("ami-0abcdef1234567890");

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private ImagePort images;

    @BeforeEach
    void connect() {
        images = AWS.connect().in(Region.EU_WEST_1).images();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AuthFailure                                      | 403 | AccessDenied
            Blocked                                          | 400 | AccessDenied
            BootForVolumeTypeUnsupported                     | 400 | InvalidRequest
            ConcurrentCreateImageNoRebootLimitExceeded       | 400 | QuotaExceeded
            ConcurrentSnapshotLimitExceeded                  | 400 | QuotaExceeded
            ConcurrentTagAccess                              | 400 | Conflict
            CustomerKeyHasBeenRevoked                        | 400 | AccessDenied
            DryRunOperation                                  | 412 | InvalidRequest
            FilterLimitExceeded                              | 400 | InvalidRequest
            InvalidFilter                                    | 400 | InvalidRequest
            IdempotentParameterMismatch                      | 400 | Conflict
            IdempotentInstanceTerminated                     | 400 | Conflict
            IncorrectInstanceState                           | 400 | Conflict
            IncorrectState                                   | 400 | Conflict
            InstanceLimitExceeded                            | 400 | QuotaExceeded
            MaxSpotInstanceCountExceeded                     | 400 | QuotaExceeded
            VcpuLimitExceeded                                | 400 | QuotaExceeded
            VolumeLimitExceeded                              | 400 | QuotaExceeded
            MaxIOPSLimitExceeded                             | 400 | QuotaExceeded
            ThrottleThatNobodyKnowsYet                       | 429 | Throttled
            InsufficientInstanceCapacity                     | 500 | Provider
            InsufficientHostCapacity                         | 500 | Provider
            FaultThatNobodyKnowsYet                          | 500 | Provider
            InternalError                                    | 500 | Provider
            InvalidAMIAttributeItemValue                     | 400 | InvalidRequest
            InvalidAMIID.Malformed                           | 400 | InvalidRequest
            InvalidAMIID.NotFound                            | 400 | NotFound
            InvalidAMIID.Unavailable                         | 400 | Conflict
            InvalidAMIName.Duplicate                         | 400 | Conflict
            InvalidAMIName.Malformed                         | 400 | InvalidRequest
            InvalidBlockDeviceMapping                        | 400 | InvalidRequest
            InvalidClientToken                               | 400 | InvalidRequest
            InvalidID                                        | 400 | NotFound
            InvalidInstanceID.Malformed                      | 400 | InvalidRequest
            InvalidInstanceID.NotFound                       | 400 | NotFound
            InvalidLaunchTemplateId.Malformed                | 400 | InvalidRequest
            InvalidLaunchTemplateId.NotFound                 | 400 | NotFound
            InvalidLaunchTemplateId.VersionNotFound          | 400 | NotFound
            InvalidLaunchTemplateName.AlreadyExistsException | 400 | Conflict
            InvalidLaunchTemplateName.MalformedException     | 400 | InvalidRequest
            InvalidLaunchTemplateName.NotFoundException      | 400 | NotFound
            InvalidMaxResults                                | 400 | InvalidRequest
            InvalidNextToken                                 | 400 | InvalidRequest
            InvalidPaginationToken                           | 400 | InvalidRequest
            InvalidParameter                                 | 400 | InvalidRequest
            InvalidParameterCombination                      | 400 | InvalidRequest
            InvalidParameterValue                            | 400 | InvalidRequest
            InvalidRequest                                   | 400 | InvalidRequest
            InvalidSnapshot.NotFound                         | 400 | NotFound
            InvalidSnapshot.InUse                            | 400 | Conflict
            InvalidSnapshotID.Malformed                      | 400 | InvalidRequest
            InvalidUserID.Malformed                          | 400 | InvalidRequest
            MaxTemplateLimitExceeded                         | 400 | QuotaExceeded
            MaxTemplateVersionLimitExceeded                  | 400 | QuotaExceeded
            MissingParameter                                 | 400 | InvalidRequest
            PendingVerification                              | 400 | AccessDenied
            UnknownParameter                                 | 400 | InvalidRequest
            NotExportable                                    | 400 | InvalidRequest
            OperationNotPermitted                            | 400 | Conflict
            OptInRequired                                    | 403 | AccessDenied
            PendingSnapshotLimitExceeded                     | 400 | QuotaExceeded
            SnapshotLimitExceeded                            | 400 | QuotaExceeded
            SnapshotCreationPerVolumeRateExceeded            | 400 | Throttled
            RequestExpired                                   | 400 | AccessDenied
            RequestLimitExceeded                             | 503 | Throttled
            ResourceCountExceeded                            | 400 | QuotaExceeded
            ResourceLimitExceeded                            | 400 | QuotaExceeded
            SnapshotCopyUnsupported.InterRegion              | 400 | InvalidRequest
            TagLimitExceeded                                 | 400 | QuotaExceeded
            TagPolicyViolation                               | 400 | InvalidRequest
            Unavailable                                      | 503 | Provider
            UnauthorizedOperation                            | 403 | AccessDenied
            UnsupportedOperation                             | 400 | InvalidRequest
            """)
    void everyCodeIsOneExceptionThatTellsAll(String code, int status, String exception) {
        AmiException refused = refused(refusal(status, code));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        Failure failure = refused.failure();
        assertThat(failure.code()).contains(code);
        assertThat(failure.operation()).isEqualTo("DeregisterImage");
        assertThat(failure.resource()).contains(IMAGE.value());
        assertThat(failure.region()).contains(Region.EU_WEST_1);
        assertThat(failure.reason()).isEqualTo("Because");
        assertThat(failure.requestId()).contains("request-1");
        assertThat(failure.advice()).get().asString().isNotBlank();
        assertThat(refused).hasMessageContainingAll(IMAGE.value(), "eu-west-1", code, "request-1");
    }

    @Test
    void aDenialNamesTheIamActionThatWasCalled() {
        AmiException refused = refused(refusal(403, "UnauthorizedOperation", "You are not authorized."));

        assertThat(refused).isInstanceOf(AccessDeniedException.class).hasMessageContaining("ec2:DeregisterImage");
    }

    @Test
    void aDenialNamesTheIamActionThatAwsNames() {
        AmiException refused = refused(refusal(
                403,
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/ann is not"
                        + " authorized to perform: ec2:DeleteSnapshot on resource: x because of a policy"));

        assertThat(refused.failure().advice()).get().asString().contains("ec2:DeleteSnapshot");
    }

    @Test
    void aDryRunThatWouldHaveSucceededIsNotReadAsAFault() {
        AmiException refused =
                refused(refusal(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."));

        assertThat(refused)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("would have succeeded")
                .hasMessageContaining("Nothing was changed");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aRefusalOfTheCredentialsWithoutAWordIsStillOne() {
        AmiException refused = refused(aResponse().withStatus(401).withHeader("x-amzn-RequestId", "request-2"));

        assertThat(refused).isInstanceOf(AccessDeniedException.class).hasMessageContaining("AuthFailure");
        assertThat(refused.failure().requestId()).contains("request-2");
        assertThat(refused.failure().advice()).get().asString().contains("credentials");
    }

    /** The JDK's HTTP client keeps the body of such an answer to itself. */
    @Test
    void aRefusalOfTheCredentialsOfWhichTheBodyIsLostIsStillOne() {
        AmiException refused = refused(refusal(401, "AuthFailure"));

        assertThat(refused).isInstanceOf(AccessDeniedException.class).hasMessageContaining("AuthFailure");
        assertThat(refused.failure().advice()).get().asString().contains("credentials");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RequestExpired        | 400 | Request has expired.                                       | clock
            RequestTimeTooSkewed  | 403 | The difference between the request time and now is too large. | clock
            RequestInTheFuture    | 403 | It is not so late.                                         | clock
            SignatureDoesNotMatch | 403 | Signature expired: 20260105T080000Z is now earlier than 20260105T090000Z | clock
            SignatureDoesNotMatch | 403 | Signature not yet current: 20260105T080000Z is still later | clock
            SignatureDoesNotMatch | 403 | The request signature we calculated does not match.        | access key
            ExpiredToken          | 400 | The security token included in the request is expired      | fresh credentials
            RequestExpired        | 400 | Request has expired.                                       | fresh credentials
            InvalidClientTokenId  | 403 | The security token included in the request is invalid      | access key
            """)
    void badTimeAndBadCredentialsAreToldApart(String code, int status, String message, String advice) {
        AmiException refused = refused(refusal(status, code, message));

        assertThat(refused).isInstanceOf(AccessDeniedException.class);
        assertThat(refused.failure().advice()).get().asString().contains(advice);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aRefusalInAnotherLanguageThanXmlIsTheProvidersFault() {
        AWS.always(aResponse().withStatus(502).withBody("<html><body>Bad Gateway</body></html>"));

        assertThatThrownBy(this::deregister)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("HTTP 502");
    }

    private AmiException refused(ResponseDefinitionBuilder answer) {
        AWS.always(answer);
        return catchThrowableOfType(AmiException.class, this::deregister);
    }

    private void deregister() {
        images.deregisterImage(new DeregisterImageRequest(IMAGE, false));
    }
}
