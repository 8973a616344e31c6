package dev.amis.error;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which exception an AWS error code stands for. Every provider uses it, so that the same answer of EC2 reads the
 * same everywhere.
 *
 * <p>Source: EC2 Developer Guide, "Error codes for the Amazon EC2 API".
 */
public final class ErrorCodes {

    private static final Set<String> THROTTLES = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "ProvisionedThroughputExceededException",
            "SlowDown",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "EC2ThrottledException",
            "TransactionInProgressException",
            "CallRateLimitExceededException",
            "SnapshotCreationPerVolumeRateExceeded");

    private static final Set<String> ACCESS = Set.of(
            "AuthFailure",
            "UnauthorizedOperation",
            "OptInRequired",
            "AccessDenied",
            "AccessDeniedException",
            "Client.AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "RequestExpired",
            "TagPolicyViolation",
            "CustomerKeyHasBeenRevoked");

    private static final Set<String> CONFLICTS = Set.of(
            "InvalidAMIName.Duplicate",
            "InvalidAMIID.Unavailable",
            "InvalidSnapshot.InUse",
            "IncorrectState",
            "IncorrectInstanceState",
            "OperationNotPermitted",
            "IdempotentParameterMismatch",
            "ConcurrentTagAccess",
            "InvalidLaunchTemplateName.AlreadyExistsException",
            "ParameterAlreadyExists",
            "ResourceAlreadyExistsException",
            "ResourceInUseException",
            "ResourceContention");

    private static final Set<String> QUOTAS = Set.of(
            "ConcurrentCreateImageNoRebootLimitExceeded",
            "ConcurrentSnapshotLimitExceeded",
            "InstanceLimitExceeded",
            "VcpuLimitExceeded",
            "MaxTemplateLimitExceeded",
            "MaxTemplateVersionLimitExceeded",
            "PendingSnapshotLimitExceeded",
            "SnapshotLimitExceeded",
            "ResourceCountExceeded",
            "ResourceLimitExceeded",
            "TagLimitExceeded",
            "AttachmentLimitExceeded",
            "ServiceQuotaExceededException",
            "LimitExceededException");

    private static final Set<String> SERVER = Set.of(
            "InternalError", "InternalFailure", "Unavailable", "ServiceUnavailable", "InsufficientInstanceCapacity");

    private ErrorCodes() {}

    /**
     * Makes the exception that a failure with an AWS error code stands for.
     *
     * @param failure the failure, with its code
     * @param cause what the provider caught
     * @return the exception, {@link InvalidRequestException} for a client error without a better name and {@link
     *     ProviderException} for a failure without a code
     */
    public static AmiException toException(Failure failure, @Nullable Throwable cause) {
        if (failure.code().isEmpty()) {
            return new ProviderException(failure, cause);
        }
        String code = failure.code().get();
        if (THROTTLES.contains(code)) {
            return new ThrottledException(failure, cause);
        }
        if (isNotFound(code)) {
            return new NotFoundException(failure, cause);
        }
        if (ACCESS.contains(code)) {
            return new AccessDeniedException(failure, cause);
        }
        if (CONFLICTS.contains(code)) {
            return new ConflictException(failure, cause);
        }
        if (QUOTAS.contains(code)) {
            return new QuotaExceededException(failure, cause);
        }
        if (SERVER.contains(code)) {
            return new ProviderException(failure, cause);
        }
        return new InvalidRequestException(failure, cause);
    }

    /**
     * Tells whether a code says that the caller is being slowed down.
     *
     * @param code AWS's error code
     * @return whether trying again later is the answer
     */
    public static boolean isThrottle(String code) {
        return THROTTLES.contains(code);
    }

    private static boolean isNotFound(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.endsWith(".notfound")
                || lower.endsWith(".notfoundexception")
                || lower.endsWith("notfound")
                || lower.endsWith("notfoundexception")
                || lower.endsWith(".versionnotfound")
                || code.equals("InvalidID");
    }
}
