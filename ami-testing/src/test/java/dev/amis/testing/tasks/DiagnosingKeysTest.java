package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.InvalidRequestException;
import dev.amis.model.AccountId;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.KmsKeyId;
import dev.amis.model.VolumeType;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.testing.KmsKeys;
import dev.amis.verify.Diagnosis;
import dev.amis.verify.Finding;
import dev.amis.verify.Finding.Severity;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosingKeysTest {

    private static final AccountId FRIEND = AccountId.of("444455556666");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final KmsKeys keys = aws.in(aws.region()).kmsKeys();
    private final KmsKeyId key = keys.create("alias/ami");
    private final Image plain = amis.create("web-1")
            .fromInstance(aws.runInstance(InstanceSpec.ofBaseImage()
                    .volume(
                            "/dev/sdf",
                            EbsBlockDevice.builder()
                                    .volumeSize(20)
                                    .volumeType(VolumeType.GP3)
                                    .build())))
            .start()
            .await();
    private final Image image = encrypted(key);

    @Test
    void anImageWithoutEncryptionAsksForNoKey() {
        assertThat(aboutKeys(amis.diagnose(plain).run())).isEmpty();
        assertThat(aws.calls().entries("DescribeKey")).isEmpty();
    }

    @Test
    void anEnabledKeyOfOnesOwnLeavesADoubtAndIsLaunchable() {
        Diagnosis diagnosis = amis.diagnose(image).run();

        assertThat(diagnosis.isLaunchable()).isTrue();
        assertThat(aboutKeys(diagnosis))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(doubt -> assertThat(doubt.what()).contains(key.value(), "which is Enabled"))
                .satisfies(doubt -> assertThat(doubt.why()).contains("create grants"));
    }

    @Test
    void aKeyIsAskedForOnceWhateverTheSnapshots() {
        assertThat(image.snapshotIds()).hasSize(2);
        amis.diagnose(image).run();

        assertThat(aws.calls().entries("DescribeKey"))
                .singleElement()
                .satisfies(call -> assertThat(call.resources()).containsExactly(key.value()));
    }

    @Test
    void theKeyOfAwsIsFineInItsAccount() {
        Image image = encrypted(KmsKeyId.AWS_MANAGED_EBS);

        Diagnosis diagnosis = amis.diagnose(image).run();

        assertThat(diagnosis.isLaunchable()).isTrue();
        assertThat(aboutKeys(diagnosis)).isEmpty();
        assertThat(aws.calls().entries("DescribeKey")).hasSize(1);
    }

    @Test
    void aDisabledKeyBlocks() {
        keys.revoke(key);

        assertThat(blocking(amis.diagnose(image).run()))
                .satisfies(finding -> assertThat(finding.what()).contains(key + " of ", "is Disabled"))
                .satisfies(finding -> assertThat(finding.advice()).contains("kms:EnableKey"));
        assertThatThrownBy(() -> amis.diagnose(image).run().orThrow())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(key.value());
    }

    @Test
    void aKeyThatWaitsForItsDeletionBlocksUntilItIsCancelled() {
        keys.scheduleDeletion(key, Duration.ofDays(7));

        assertThat(blocking(amis.diagnose(image).run()))
                .satisfies(finding -> assertThat(finding.what())
                        .contains("is PendingDeletion and will be deleted at "
                                + aws.clock().instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MILLIS)))
                .satisfies(finding -> assertThat(finding.advice()).contains("kms:CancelKeyDeletion"));

        keys.restore(key);
        assertThat(amis.diagnose(image).run().isLaunchable()).isTrue();
    }

    @Test
    void aKeyThatIsGoneBlocks() {
        keys.scheduleDeletion(key, Duration.ofDays(7));
        aws.time().advance(Duration.ofDays(7));

        assertThat(blocking(amis.diagnose(image).run()).what()).startsWith("there is no key " + key);
    }

    @Test
    void aKeyThatMustNotBeLookedAtStaysUnknown() {
        aws.access().deny("kms:DescribeKey");

        Diagnosis diagnosis = amis.diagnose(image).run();

        assertThat(diagnosis.isLaunchable()).isTrue();
        assertThat(aboutKeys(diagnosis))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(finding -> assertThat(finding.what()).contains(key.value()))
                .satisfies(finding -> assertThat(finding.why()).contains("not authorized to perform: kms:DescribeKey"));
    }

    @Test
    void aKeyThatKmsDoesNotAnswerForStaysUnknown() {
        aws.faults().fail("DescribeKey", 1, "KMSInternalException");

        Diagnosis diagnosis = amis.diagnose(image).run();

        assertThat(aboutKeys(diagnosis))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN));
    }

    @Test
    void aLostAnswerOfKmsStaysUnknown() {
        aws.faults().loseAnswer("DescribeKey", 1);

        assertThat(aboutKeys(amis.diagnose(image).run()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN));
    }

    @Test
    void aForeignKeyThatIsNotSharedStaysUnknown() {
        amis.share(image).with(FRIEND).includingSnapshots().apply().orThrow();

        assertThat(aboutKeys(Amis.using(aws.as(FRIEND)).diagnose(image).run()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(finding ->
                        assertThat(finding.what()).contains(key.value(), "a key of account " + aws.account()));
    }

    @Test
    void aForeignKeyThatIsSharedProvesNoMoreThanThatItIsToldOf() {
        keys.allow(key, FRIEND);
        amis.share(image).with(FRIEND).includingSnapshots().apply().orThrow();

        Diagnosis diagnosis = Amis.using(aws.as(FRIEND)).diagnose(image).run();

        assertThat(diagnosis.isLaunchable()).isTrue();
        assertThat(aboutKeys(diagnosis))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN))
                .satisfies(finding -> assertThat(finding.why()).contains("proves kms:DescribeKey and nothing else"));
    }

    @Test
    void aForeignKeyThatItsOwnerDisabledBlocks() {
        keys.allow(key, FRIEND).revoke(key);
        amis.share(image).with(FRIEND).includingSnapshots().apply().orThrow();

        assertThat(blocking(Amis.using(aws.as(FRIEND)).diagnose(image).run()).advice())
                .startsWith("Let account " + aws.account());
    }

    @Test
    void diagnosingChangesNothing() {
        aws.calls().clear();
        amis.diagnose(image).run();

        assertThat(aws.calls().entries())
                .extracting(CallLog.Entry::action)
                .allMatch(action -> action.startsWith("Describe"));
    }

    private Image encrypted(KmsKeyId with) {
        return amis.copy(plain)
                .to(aws.region())
                .named("web-" + (with.isArn() ? 2 : 3))
                .encryptedWith(with)
                .start()
                .await()
                .orThrow()
                .images()
                .get(0);
    }

    private static List<Finding> aboutKeys(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.what().contains("key"))
                .toList();
    }

    private static Finding blocking(Diagnosis diagnosis) {
        assertThat(diagnosis.isLaunchable()).isFalse();
        assertThat(aboutKeys(diagnosis)).hasSize(1);
        return aboutKeys(diagnosis).get(0);
    }
}
