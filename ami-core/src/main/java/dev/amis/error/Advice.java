package dev.amis.error;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person can do about the common error codes. */
final class Advice {

    /** How AWS names the action that is missing; it may be another than the one that was called. */
    private static final Pattern MISSING = Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private static final Pattern ACTION = Pattern.compile("([a-z0-9-]+:)?[A-Z][A-Za-z0-9]+");

    /** A signature of another hour reads as one of another key, but for the sentence that comes with it. */
    private static final Pattern ANOTHER_HOUR = Pattern.compile("expired|not yet current");

    private static final Set<String> SIGNATURES = Set.of("SignatureDoesNotMatch", "InvalidSignatureException");

    private static final Set<String> UNAUTHORIZED =
            Set.of("UnauthorizedOperation", "AccessDenied", "AccessDeniedException");

    private static final String FRESH =
            "Check the id, the Region and the account; what was just made can take a moment to be visible";
    private static final String CREDENTIALS = "Get fresh credentials";
    private static final String KEYS = "Check the access key, and that it belongs to the partition of the Region";
    private static final String CLOCK = "Set the clock of this machine right";
    private static final String SHAPE = "Correct the id: it has a prefix such as ami- and 8 or 17 hexadecimal digits";
    private static final String PAGING = "Ask again from the first page";
    private static final String REQUEST = "Correct what AWS names above; the same request will be refused again";
    private static final String BUSY = "Wait until some of what is running has ended";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "AuthFailure",
                    "Only the owner can do this: check whose credentials are used and whether their"
                            + " account has enabled the Region"),
            Map.entry(
                    "OptInRequired",
                    "Subscribe to the product in the AWS Marketplace, or to the service, with this account"),
            Map.entry("PendingVerification", "Wait until AWS has verified the account, or ask its support"),
            Map.entry("Blocked", "Ask AWS support why the account is blocked"),
            Map.entry("ExpiredToken", CREDENTIALS),
            Map.entry("ExpiredTokenException", CREDENTIALS),
            Map.entry("InvalidClientTokenId", KEYS),
            Map.entry("UnrecognizedClientException", KEYS),
            Map.entry("SignatureDoesNotMatch", KEYS),
            Map.entry("InvalidSignatureException", KEYS),
            Map.entry("RequestExpired", CLOCK + ", or get fresh credentials if temporary ones have run out"),
            Map.entry("RequestInTheFuture", CLOCK),
            Map.entry("RequestTimeTooSkewed", CLOCK),
            Map.entry("DryRunOperation", "Nothing was changed: this was a dry run, and the call would have succeeded"),
            Map.entry("FilterLimitExceeded", "Ask with fewer filters or filter values: 200 at the most"),
            Map.entry("InvalidFilter", "Use a filter that the action knows"),
            Map.entry("InvalidAMIAttributeItemValue", "Check the accounts, groups and organizations that are named"),
            Map.entry("InvalidUserID.Malformed", "Use account ids of 12 digits"),
            Map.entry("InvalidAMIID.Malformed", SHAPE),
            Map.entry("InvalidInstanceID.Malformed", SHAPE),
            Map.entry("InvalidSnapshotID.Malformed", SHAPE),
            Map.entry("InvalidLaunchTemplateId.Malformed", SHAPE),
            Map.entry("InvalidLaunchTemplateId.NotFound", FRESH),
            Map.entry("InvalidLaunchTemplateId.VersionNotFound", "Look at the versions that the template has"),
            Map.entry("InvalidLaunchTemplateName.NotFoundException", FRESH),
            Map.entry("InvalidLaunchTemplateName.AlreadyExistsException", "Choose another name, or use that template"),
            Map.entry("InvalidLaunchTemplateName.MalformedException", "Use 3 to 128 letters, digits and ( ) . / _"),
            Map.entry("InvalidMaxResults", PAGING + ", with pages of a size that the action allows"),
            Map.entry("InvalidNextToken", PAGING),
            Map.entry("InvalidPaginationToken", PAGING),
            Map.entry("InvalidBlockDeviceMapping", REQUEST),
            Map.entry("InvalidClientToken", REQUEST),
            Map.entry("InvalidParameter", REQUEST),
            Map.entry("InvalidParameterCombination", REQUEST),
            Map.entry("InvalidParameterValue", REQUEST),
            Map.entry("InvalidRequest", REQUEST),
            Map.entry("MissingParameter", REQUEST),
            Map.entry("UnknownParameter", REQUEST),
            Map.entry("ValidationError", REQUEST),
            Map.entry("ResourceContention", "Try again when the change that is under way has ended"),
            Map.entry("SnapshotCopyUnsupported.InterRegion", "Copy to a Region that takes snapshots of this one"),
            Map.entry("UnsupportedOperation", "Look whether image, instance type and Region support it"),
            Map.entry("KMSInvalidStateException", "Look at the key's state, and try again when it has the right one"),
            Map.entry("DisabledException", "Enable the KMS key again, or use another"),
            Map.entry("CustomerKeyHasBeenRevoked", "Enable the KMS key again, or use another"),
            Map.entry("InvalidAMIID.NotFound", FRESH),
            Map.entry("InvalidAMIID.Unavailable", "Look at its state: it is pending, failed, or was just deregistered"),
            Map.entry("InvalidAMIName.Duplicate", "Choose another name, or use the image that has it"),
            Map.entry(
                    "InvalidAMIName.Malformed",
                    "Use 3 to 128 letters, digits and characters of ( ) [ ] space . / - ' @ _"),
            Map.entry("InvalidInstanceID.NotFound", FRESH),
            Map.entry("InvalidSnapshot.NotFound", FRESH),
            Map.entry("InvalidSnapshot.InUse", "Deregister the image that uses it first"),
            Map.entry("InvalidID", FRESH),
            Map.entry("IncorrectState", "Look at its state, and try again when it has the right one"),
            Map.entry("IncorrectInstanceState", "Look at its state, and try again when it has the right one"),
            Map.entry(
                    "OperationNotPermitted",
                    "Look for what forbids it: deregistration protection, blocked public access, or the default EBS key"),
            Map.entry("IdempotentParameterMismatch", "Use another client token for a request with other parameters"),
            Map.entry(
                    "IdempotentInstanceTerminated", "Use another client token: the instance of this one is terminated"),
            Map.entry("ConcurrentTagAccess", "Try again"),
            Map.entry("TagLimitExceeded", "Remove tags: a resource takes 50"),
            Map.entry("TagPolicyViolation", "Use tags that the organization's tag policy allows"),
            Map.entry("PendingSnapshotLimitExceeded", BUSY),
            Map.entry("ConcurrentSnapshotLimitExceeded", BUSY),
            Map.entry("ConcurrentCreateImageNoRebootLimitExceeded", BUSY),
            Map.entry("SnapshotCreationPerVolumeRateExceeded", "Leave 15 seconds between the snapshots of a volume"),
            Map.entry("BootForVolumeTypeUnsupported", "Use gp3, gp2, io2, io1 or standard for the root device"),
            Map.entry("NotExportable", "Export an image without product or billing codes that the account owns"),
            Map.entry(
                    "InsufficientInstanceCapacity",
                    "Try another Availability Zone or instance type, or try again later"));

    private Advice() {}

    /** What to do about a failure; nothing where the reason has to speak for itself. */
    static Optional<String> on(Failure failure, String code) {
        if (UNAUTHORIZED.contains(code)) {
            return unauthorized(failure);
        }
        if (SIGNATURES.contains(code) && ANOTHER_HOUR.matcher(failure.reason()).find()) {
            return Optional.of(CLOCK);
        }
        return Optional.ofNullable(BY_CODE.get(code)).or(() -> byKind(code));
    }

    private static Optional<String> byKind(String code) {
        if (ErrorCodes.isThrottle(code)) {
            return Optional.of("Try again later, with fewer calls a second");
        }
        if (ErrorCodes.isQuota(code)) {
            return Optional.of("Remove what is not needed any more, or ask for a higher quota in Service Quotas");
        }
        return ErrorCodes.isServer(code) ? Optional.of("Try again later") : Optional.empty();
    }

    private static Optional<String> unauthorized(Failure failure) {
        String decode = failure.reason().contains("ncoded authorization failure message")
                ? "; sts:DecodeAuthorizationMessage reads the encoded message"
                : "";
        return missing(failure)
                .map(action -> "Allow " + action + " in the caller's IAM policy, and look for service control policies"
                        + " that deny it" + decode);
    }

    private static Optional<String> missing(Failure failure) {
        Matcher named = MISSING.matcher(failure.reason());
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        String operation = failure.operation();
        if (!ACTION.matcher(operation).matches()) {
            return Optional.empty();
        }
        return Optional.of(operation.contains(":") ? operation : "ec2:" + operation);
    }
}
