package dev.amis.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {

    /** Every code that the tools around images meet, by what it means to a caller. */
    private static final Map<Class<? extends AmiException>, String> TABLE = Map.of(
            AccessDeniedException.class,
            """
            AuthFailure UnauthorizedOperation OptInRequired RequestExpired CustomerKeyHasBeenRevoked AccessDenied
            AccessDeniedException ExpiredToken ExpiredTokenException InvalidClientTokenId UnrecognizedClientException
            SignatureDoesNotMatch InvalidSignatureException RequestInTheFuture RequestTimeTooSkewed Client.AuthFailure Client.UnauthorizedOperation ForbiddenException
            """,
            ConflictException.class,
            """
            InvalidAMIName.Duplicate InvalidAMIID.Unavailable InvalidSnapshot.InUse IncorrectState IncorrectInstanceState
            OperationNotPermitted IdempotentParameterMismatch ConcurrentTagAccess
            InvalidLaunchTemplateName.AlreadyExistsException ParameterAlreadyExists TooManyUpdates ResourceContention
            AlreadyExists ResourceInUse ScalingActivityInProgress InstanceRefreshInProgress IrreversibleInstanceRefresh
            ResourceAlreadyExistsException ResourceInUseException ResourceDependencyException
            IdempotentParameterMismatchException Client.InvalidSnapshot.InUse KMSInvalidStateException DisabledException
            """,
            InvalidRequestException.class,
            """
            BootForVolumeTypeUnsupported FilterLimitExceeded InvalidFilter InvalidAMIAttributeItemValue
            InvalidAMIID.Malformed InvalidAMIName.Malformed InvalidBlockDeviceMapping InvalidClientToken
            InvalidInstanceID.Malformed InvalidLaunchTemplateId.Malformed InvalidLaunchTemplateName.MalformedException
            InvalidMaxResults InvalidNextToken InvalidPaginationToken InvalidParameter InvalidParameterCombination
            InvalidParameterValue InvalidRequest InvalidSnapshotID.Malformed InvalidUserID.Malformed MissingParameter
            UnknownParameter NotExportable SnapshotCopyUnsupported.InterRegion TagPolicyViolation UnsupportedOperation
            ValidationError UnknownVolumeType EncryptedVolumesNotSupported InvalidAction SomethingNew
            """,
            NotFoundException.class,
            """
            InvalidAMIID.NotFound InvalidInstanceID.NotFound InvalidSnapshot.NotFound InvalidID
            InvalidLaunchTemplateId.NotFound InvalidLaunchTemplateId.VersionNotFound
            InvalidLaunchTemplateName.NotFoundException ParameterNotFound ParameterVersionNotFound
            ResourceNotFoundException ActiveInstanceRefreshNotFound Client.InvalidAMIID.NotFound
            """,
            ProviderException.class,
            """
            InternalError InternalFailure Unavailable ServiceUnavailable ServiceUnavailableException ServiceException
            RequestTimeout RequestTimeoutException PriorRequestNotComplete InsufficientInstanceCapacity
            Server.InternalError KMSInternalException DependencyTimeoutException KeyUnavailableException
            """,
            QuotaExceededException.class,
            """
            ConcurrentCreateImageNoRebootLimitExceeded ConcurrentSnapshotLimitExceeded InstanceLimitExceeded
            VcpuLimitExceeded MaxTemplateLimitExceeded MaxTemplateVersionLimitExceeded PendingSnapshotLimitExceeded
            SnapshotLimitExceeded ResourceCountExceeded ResourceLimitExceeded TagLimitExceeded AttachmentLimitExceeded
            ServiceQuotaExceededException LimitExceeded LimitExceededException ParameterMaxVersionLimitExceeded
            """,
            ThrottledException.class,
            """
            Throttling ThrottlingException ThrottledException ProvisionedThroughputExceededException SlowDown
            TooManyRequestsException RequestLimitExceeded BandwidthLimitExceeded RequestThrottled
            RequestThrottledException EC2ThrottledException TransactionInProgressException
            CallRateLimitExceededException SnapshotCreationPerVolumeRateExceeded Client.RequestLimitExceeded
            """);

    static Stream<Arguments> codes() {
        return TABLE.entrySet().stream()
                .flatMap(row ->
                        Stream.of(row.getValue().strip().split("\\s+")).map(code -> Arguments.of(code, row.getKey())));
    }

    private static Failure failure(String code) {
        return Failure.of("CopyImage", "Because.").code(code).build();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasItsException(String code, Class<? extends AmiException> type) {
        RuntimeException cause = new RuntimeException("as the provider saw it");
        AmiException exception = ErrorCodes.toException(failure(code), cause);
        assertThat(exception).isExactlyInstanceOf(type).hasCause(cause);
        assertThat(exception.failure().code()).contains(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void throttlesAreToldApart(String code, Class<? extends AmiException> type) {
        assertThat(ErrorCodes.isThrottle(code)).isEqualTo(type == ThrottledException.class);
    }

    @Test
    void aFailureWithoutACodeIsTheProviders() {
        Failure failure = Failure.of("CopyImage", "connection reset").build();
        assertThat(ErrorCodes.toException(failure, null))
                .isExactlyInstanceOf(ProviderException.class)
                .hasNoCause()
                .extracting(AmiException::failure)
                .isEqualTo(failure);
    }

    @Test
    void adviceOfTheCallerStands() {
        Failure failure = failure("UnauthorizedOperation").withAdvice("Ask Ann");
        assertThat(ErrorCodes.toException(failure, null).failure()).isEqualTo(failure);
    }

    @Test
    void adviceIsAddedToAFailureWithoutAny() {
        assertThat(ErrorCodes.toException(failure("UnauthorizedOperation"), null)
                        .failure()
                        .advice())
                .isEqualTo(Optional.of("Allow ec2:CopyImage in the caller's IAM policy, and look for service control"
                        + " policies that deny it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DryRunOperation", "DryRunOperationException"})
    void aDryRunThatWouldSucceedIsNoFailure(String code) {
        assertThat(ErrorCodes.isDryRunSuccess(code)).isTrue();
    }

    @Test
    void otherCodesAreNoSuccessfulDryRun() {
        assertThat(ErrorCodes.isDryRunSuccess("UnauthorizedOperation")).isFalse();
    }
}
