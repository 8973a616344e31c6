package dev.amis.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {

    private static String advice(String operation, String reason, String code) {
        return Advice.on(Failure.of(operation, reason).build(), code).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UnauthorizedOperation", "AccessDenied", "AccessDeniedException"})
    void namesTheActionThatWasCalled(String code) {
        assertThat(advice("DeregisterImage", "You are not authorized to perform this operation.", code))
                .isEqualTo("Allow ec2:DeregisterImage in the caller's IAM policy, and look for service control policies"
                        + " that deny it");
    }

    @Test
    void namesTheActionThatAwsNames() {
        String reason =
                "You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/ann is not"
                        + " authorized to perform: ec2:CreateTags on resource: arn:aws:ec2:eu-west-1::image/* because no"
                        + " identity-based policy allows the ec2:CreateTags action. Encoded authorization failure message: abc";
        assertThat(advice("CreateImage", reason, "UnauthorizedOperation"))
                .isEqualTo("Allow ec2:CreateTags in the caller's IAM policy, and look for service control policies that"
                        + " deny it; sts:DecodeAuthorizationMessage reads the encoded message");
    }

    @Test
    void keepsThePrefixOfAnotherService() {
        assertThat(advice("rbin:ListRules", "No.", "AccessDeniedException")).startsWith("Allow rbin:ListRules in ");
    }

    @Test
    void inventsNoActionForATaskOfThisLibrary() {
        assertThat(advice("retiring 3 images", "No.", "UnauthorizedOperation")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidAMIName.Duplicate, use the image that has it",
        "InvalidAMIName.Malformed, 3 to 128",
        "InvalidAMIID.NotFound, can take a moment to be visible",
        "InvalidInstanceID.NotFound, can take a moment to be visible",
        "InvalidSnapshot.NotFound, can take a moment to be visible",
        "InvalidID, can take a moment to be visible",
        "InvalidAMIID.Unavailable, pending",
        "InvalidSnapshot.InUse, Deregister the image",
        "IncorrectState, Look at its state",
        "IncorrectInstanceState, Look at its state",
        "OperationNotPermitted, deregistration protection",
        "AuthFailure, Only the owner",
        "OptInRequired, Subscribe",
        "ExpiredToken, fresh credentials",
        "ExpiredTokenException, fresh credentials",
        "InvalidClientTokenId, access key",
        "UnrecognizedClientException, access key",
        "SignatureDoesNotMatch, access key",
        "RequestExpired, clock",
        "RequestTimeTooSkewed, clock",
        "RequestInTheFuture, clock",
        "DryRunOperation, Nothing was changed",
        "InvalidParameterValue, refused again",
        "InvalidRequest, refused again",
        "InvalidAMIID.Malformed, hexadecimal",
        "InvalidNextToken, first page",
        "CustomerKeyHasBeenRevoked, KMS key",
        "IdempotentParameterMismatch, another client token",
        "ConcurrentTagAccess, Try again",
        "TagLimitExceeded, 50",
        "TagPolicyViolation, tag policy",
        "PendingSnapshotLimitExceeded, Wait until",
        "ConcurrentSnapshotLimitExceeded, Wait until",
        "ConcurrentCreateImageNoRebootLimitExceeded, Wait until",
        "SnapshotCreationPerVolumeRateExceeded, 15 seconds",
        "BootForVolumeTypeUnsupported, gp3",
        "NotExportable, product or billing codes",
        "InsufficientInstanceCapacity, Availability Zone",
        "RequestLimitExceeded, fewer calls",
        "ResourceLimitExceeded, Service Quotas",
        "InternalError, Try again later"
    })
    void commonCodesHaveAdvice(String code, String part) {
        assertThat(advice("CopyImage", "Because.", code)).contains(part).doesNotEndWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignatureDoesNotMatch", "InvalidSignatureException"})
    void aSignatureOfAnotherHourIsTheClocks(String code) {
        String late = "Signature expired: 20260105T080000Z is now earlier than 20260105T085500Z";
        assertThat(advice("CopyImage", late, code)).isEqualTo("Set the clock of this machine right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidAction", "SomethingNew"})
    void othersSpeakForThemselves(String code) {
        assertThat(advice("CopyImage", "Because.", code)).isEqualTo("none");
    }
}
