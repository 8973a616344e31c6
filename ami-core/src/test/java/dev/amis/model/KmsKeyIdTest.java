package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeyIdTest {

    @ParameterizedTest
    @CsvSource({
        "alias/aws/ebs, AWS",
        "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs, AWS",
        "alias/ami, CUSTOMER",
        "alias/awsome, CUSTOMER",
        "arn:aws-cn:kms:cn-north-1:111122223333:alias/ami, CUSTOMER",
        "mrk-1234abcd12ab34cd56ef1234567890ab, CUSTOMER",
        "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab, CUSTOMER",
        "1234abcd-12ab-34cd-56ef-1234567890ab, UNKNOWN",
        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, UNKNOWN"
    })
    void tellsByItsNameWhoManagesIt(String name, KmsKeyId.ManagedBy managedBy) {
        assertThat(KmsKeyId.of(name).managedBy()).isEqualTo(managedBy);
    }

    @Test
    void tellsTheAccountOfAnArn() {
        assertThat(KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/1234").account())
                .contains(AccountId.of("111122223333"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alias/ami",
                "1234",
                "arn:aws:kms",
                "arn:aws:s3:eu-west-1:111122223333:key/1",
                "arn:aws:kms:eu-west-1:11112222333x:key/1",
                "kms:aws:kms:eu-west-1:111122223333:key/1",
                "arn:aws:kms:eu-west-1:111122223333:key:1"
            })
    void tellsNoAccountOfAnythingElse(String name) {
        assertThat(KmsKeyId.of(name).account()).isEqualTo(Optional.empty());
    }

    @Test
    void knowsArns() {
        assertThat(KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/1234").isArn())
                .isTrue();
        assertThat(KmsKeyId.AWS_MANAGED_EBS.isArn()).isFalse();
    }

    @Test
    void refusesBlanks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KmsKeyId.of(" "))
                .withMessage("KmsKeyId is ' ', but must not be blank");
    }
}
