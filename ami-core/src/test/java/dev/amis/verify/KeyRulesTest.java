package dev.amis.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.AccountId;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.KeyPort;
import dev.amis.verify.Finding.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {

    private static final AccountId VIEWER = AccountId.of("111122223333");
    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final KmsKeyId OWN = KmsKeyId.of("arn:aws:kms:eu-west-1:" + VIEWER + ":key/1234");
    private static final KmsKeyId FOREIGN = KmsKeyId.of("arn:aws:kms:eu-west-1:" + OTHER + ":key/1234");
    private static final SnapshotId ROOT = SnapshotId.of("snap-0123456789abcdef0");
    private static final SnapshotId DATA = SnapshotId.of("snap-0123456789abcdef1");
    private static final KmsKey HEALTHY = key(OWN);

    private static final Snapshot SNAPSHOT = Snapshot.builder()
            .snapshotId(ROOT)
            .region(Region.EU_WEST_1)
            .ownerId(VIEWER)
            .state(SnapshotState.COMPLETED)
            .volumeSize(8)
            .build();

    private final List<KmsKeyId> asked = new ArrayList<>();

    @Test
    void aSnapshotThatIsNotEncryptedAsksForNoKey() {
        assertThat(SnapshotRules.findings(List.of(SNAPSHOT), rules(HEALTHY))).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aSnapshotThatIsNotCompleteBlocks() {
        assertThat(SnapshotRules.findings(List.of(SNAPSHOT.withStateText("pending")), rules(HEALTHY)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.BLOCKING));
    }

    @Test
    void aKeyOfSeveralSnapshotsIsLookedAtOnce() {
        Snapshot root = SNAPSHOT.withEncrypted(true).withKmsKeyId(OWN);

        assertThat(SnapshotRules.findings(List.of(root, root.withSnapshotId(DATA)), rules(HEALTHY)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .isEqualTo(ROOT + ", " + DATA + " are encrypted with " + OWN + ", which is Enabled"));
        assertThat(asked).containsExactly(OWN);
    }

    @Test
    void aKeyThatIsNotToldStaysUnknown() {
        Snapshot nameless = SNAPSHOT.withEncrypted(true);

        assertThat(SnapshotRules.findings(
                        List.of(nameless, nameless.withKmsKeyId(KmsKeyId.of("alias/ami"))), rules(HEALTHY)))
                .hasSize(2)
                .allMatch(finding -> finding.severity() == Severity.UNKNOWN
                        && finding.why().contains("EC2 does not tell with which key"));
        assertThat(asked).isEmpty();
    }

    @Test
    void anEnabledKeyOfOnesOwnLeavesTheDoubtOfItsPolicy() {
        Finding doubt = only(HEALTHY);

        assertThat(doubt.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(doubt.what()).contains(OWN.value());
        assertThat(doubt.advice()).contains("kms:CreateGrant", "AWSServiceRoleForAutoScaling");
    }

    @Test
    void theKeyThatAwsManagesForTheAccountLeavesNoDoubt() {
        assertThat(findings(HEALTHY.withManager(KmsKeyId.ManagedBy.AWS))).isEmpty();
    }

    @Test
    void anEnabledKeyOfAnotherAccountProvesNoMoreThanThatItMayBeLookedAt() {
        Finding doubt = only(key(FOREIGN));

        assertThat(doubt.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(doubt.what()).contains(FOREIGN.value(), "a key of account " + OTHER);
        assertThat(doubt.why()).contains("proves kms:DescribeKey and nothing else");
        assertThat(doubt.advice()).contains("Let account " + OTHER);
    }

    @Test
    void aKeyThatAwsManagesForAnotherAccountBlocks() {
        Finding finding = only(key(FOREIGN).withManager(KmsKeyId.ManagedBy.AWS));

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
        assertThat(finding.what()).contains(FOREIGN.value(), "is managed by AWS for account " + OTHER);
        assertThat(finding.advice()).contains("copy the image with a customer managed key");
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048, SIGN_VERIFY", "RSA_4096, ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT, SIGN_VERIFY"})
    void aKeyOfAnotherKindBlocks(String spec, String usage) {
        Finding finding = only(HEALTHY.withKeySpec(spec).withKeyUsage(usage));

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
        assertThat(finding.what()).isEqualTo("the key " + OWN + " of " + ROOT + " is " + spec + " for " + usage);
    }

    @ParameterizedTest
    @CsvSource({
        "Disabled, kms:EnableKey",
        "PendingDeletion, kms:CancelKeyDeletion",
        "PendingReplicaDeletion, kms:CancelKeyDeletion",
        "PendingImport, kms:ImportKeyMaterial",
        "Unavailable, kms:ConnectCustomKeyStore",
        "Creating, Wait until it is Enabled"
    })
    void aKeyThatDoesNotDecryptBlocks(String state, String advice) {
        Finding finding = only(HEALTHY.withStateText(state));

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
        assertThat(finding.what()).isEqualTo("the key " + OWN + " of " + ROOT + " is " + state);
        assertThat(finding.advice()).contains(advice);
    }

    @Test
    void theDateOfItsDeletionIsTold() {
        assertThat(only(HEALTHY.withStateText("PendingDeletion")
                                .withDeletionDate(Instant.parse("2026-02-01T00:00:00Z")))
                        .what())
                .endsWith("is PendingDeletion and will be deleted at 2026-02-01T00:00:00Z");
    }

    @Test
    void theOwnerOfAForeignKeyHasToSeeToIt() {
        assertThat(only(key(FOREIGN).withStateText("Disabled")).advice())
                .isEqualTo("Let account " + OTHER + " see to it: Enable it with kms:EnableKey");
    }

    @Test
    void aKeyWhosePrimaryIsMovedWarnsBesidesTheDoubt() {
        assertThat(findings(HEALTHY.withStateText("Updating")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING, Severity.UNKNOWN);
    }

    @Test
    void aStateThatIsNotKnownStaysUnknown() {
        assertThat(only(HEALTHY.withStateText("Sleeping")))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(finding -> assertThat(finding.what()).endsWith("is Sleeping"));
    }

    @Test
    void aKeyThatIsNotThereBlocks() {
        Finding finding = only(key -> {
            throw new NotFoundException(
                    Failure.of("kms:DescribeKey", "Key does not exist").build());
        });

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
        assertThat(finding.what()).contains("there is no key " + OWN, ROOT.value());
    }

    @Test
    void aKeyThatCouldNotBeLookedAtStaysUnknownWithTheReason() {
        Finding denied = only(key -> {
            throw new AccessDeniedException(
                    Failure.of("kms:DescribeKey", "not allowed").build());
        });
        Finding unread = only(key -> {
            throw new ProviderException(
                    Failure.of("kms:DescribeKey", "no answer came").build());
        });

        assertThat(List.of(denied, unread))
                .allMatch(finding ->
                        finding.severity() == Severity.UNKNOWN && finding.what().contains(OWN.value()));
        assertThat(denied.why()).contains("not allowed");
        assertThat(unread.why()).contains("no answer came");
    }

    @Test
    void withoutAPortTheKeyStaysUnknown() {
        assertThat(new KeyRules(Optional.empty(), VIEWER).findings(OWN, List.of(ROOT)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(finding -> assertThat(finding.why()).contains("the provider looks at no keys"));
    }

    @Test
    void anInterruptIsNoFinding() {
        KeyPort interrupted = key -> {
            throw new WaitInterruptedException(
                    Failure.of("kms:DescribeKey", "interrupted").build());
        };
        assertThatThrownBy(() -> only(interrupted)).isInstanceOf(WaitInterruptedException.class);
    }

    private static KmsKey key(KmsKeyId arn) {
        KmsKey.Builder key = KmsKey.builder();
        return key.arn(arn)
                .manager(KmsKeyId.ManagedBy.CUSTOMER)
                .state(KeyState.ENABLED)
                .keySpec("SYMMETRIC_DEFAULT")
                .keyUsage("ENCRYPT_DECRYPT")
                .build();
    }

    private KeyRules rules(KmsKey told) {
        return new KeyRules(
                Optional.of(key -> {
                    asked.add(key);
                    return told;
                }),
                VIEWER);
    }

    private List<Finding> findings(KmsKey told) {
        return rules(told).findings(told.arn(), List.of(ROOT));
    }

    private Finding only(KmsKey told) {
        List<Finding> findings = findings(told);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Finding only(KeyPort port) {
        List<Finding> findings = new KeyRules(Optional.of(port), VIEWER).findings(OWN, List.of(ROOT));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
