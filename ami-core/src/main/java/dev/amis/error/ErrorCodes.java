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
            "PendingVerification",
            "Blocked",
            "AccessDenied",
            "AccessDeniedException",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "RequestExpired",
            "RequestInTheFuture",
            "RequestTimeTooSkewed",
            "CustomerKeyHasBeenRevoked",
            "ForbiddenException");

    private static final Set<String> CONFLICTS = Set.of(
            "InvalidAMIName.Duplicate",
            "InvalidAMIID.Unavailable",
            "InvalidSnapshot.InUse",
            "IncorrectState",
            "IncorrectInstanceState",
            "OperationNotPermitted",
            "IdempotentParameterMismatch",
            "IdempotentInstanceTerminated",
            "ConcurrentTagAccess",
            "InvalidLaunchTemplateName.AlreadyExistsException",
            "IdempotentParameterMismatchException",
            "ParameterAlreadyExists",
            "TooManyUpdates",
            "ResourceAlreadyExistsException",
            "ResourceInUseException",
            "ResourceDependencyException",
            "ResourceContention",
            "AlreadyExists",
            "ResourceInUse",
            "ScalingActivityInProgress",
            "InstanceRefreshInProgress",
            "IrreversibleInstanceRefresh",
            "KMSInvalidStateException",
            "DisabledException");

    private static final Set<String> QUOTAS = Set.of(
            "ConcurrentCreateImageNoRebootLimitExceeded",
            "ConcurrentSnapshotLimitExceeded",
            "InstanceLimitExceeded",
            "VcpuLimitExceeded",
            "MaxSpotInstanceCountExceeded",
            "VolumeLimitExceeded",
            "MaxIOPSLimitExceeded",
            "MaxTemplateLimitExceeded",
            "MaxTemplateVersionLimitExceeded",
            "PendingSnapshotLimitExceeded",
            "SnapshotLimitExceeded",
            "ResourceCountExceeded",
            "ResourceLimitExceeded",
            "TagLimitExceeded",
            "AttachmentLimitExceeded",
            "ServiceQuotaExceededException",
            "LimitExceeded",
            "LimitExceededException",
            "ParameterMaxVersionLimitExceeded",
            "ParameterVersionLabelLimitExceeded",
            "ParameterLimitExceeded");

    private static final Set<String> SERVER = Set.of(
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "Unavailable",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "ServiceException",
            "RequestTimeout",
            "RequestTimeoutException",
            "PriorRequestNotComplete",
            "KMSInternalException",
            "DependencyTimeoutException",
            "KeyUnavailableException",
            "InsufficientInstanceCapacity");

    private ErrorCodes() {}

    /**
     * Makes the exception that a failure with an AWS error code stands for. A failure without advice gets the one that fits
     * its code, such as {@code Allow ec2:DeregisterImage …} for {@code UnauthorizedOperation}.
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
        String code = bare(failure.code().get());
        return toException(code, advised(failure, code), cause);
    }

    /**
     * Tells whether a code says that the caller is being slowed down.
     *
     * @param code AWS's error code
     * @return whether trying again later is the answer
     */
    public static boolean isThrottle(String code) {
        return THROTTLES.contains(bare(code));
    }

    /**
     * Tells whether a code is the answer to a dry run that would have succeeded, which AWS gives as an error (HTTP 412).
     *
     * @param code AWS's error code
     * @return whether it is no failure at all
     */
    public static boolean isDryRunSuccess(String code) {
        return code.equals("DryRunOperation") || code.equals("DryRunOperationException");
    }

    static boolean isQuota(String code) {
        return QUOTAS.contains(code);
    }

    static boolean isServer(String code) {
        return SERVER.contains(code);
    }

    private static AmiException toException(String code, Failure failure, @Nullable Throwable cause) {
        if (isThrottle(code)) {
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
        if (isQuota(code)) {
            return new QuotaExceededException(failure, cause);
        }
        if (isServer(code)) {
            return new ProviderException(failure, cause);
        }
        return new InvalidRequestException(failure, cause);
    }

    private static Failure advised(Failure failure, String code) {
        return failure.advice().isPresent() ? failure : failure.withAdvice(Advice.on(failure, code));
    }

    /** Events and some older answers put the side to blame before the code. */
    static String bare(String code) {
        return code.startsWith("Client.") || code.startsWith("Server.") ? code.substring(7) : code;
    }

    private static boolean isNotFound(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.endsWith("notfound")
                || lower.endsWith("notfoundexception")
                || code.equals("InvalidID")
                || code.equals("InvocationDoesNotExist");
    }
}
