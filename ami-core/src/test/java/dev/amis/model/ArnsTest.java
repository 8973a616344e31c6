package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnsTest {

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, arn:aws:ec2:eu-west-1::",
        "cn-north-1, arn:aws-cn:ec2:cn-north-1::",
        "us-gov-west-1, arn:aws-us-gov:ec2:us-gov-west-1::",
        "eusc-de-east-1, arn:aws-eusc:ec2:eusc-de-east-1::"
    })
    void imagesAndSnapshotsNamePartitionAndRegionButNoAccount(String region, String start) {
        assertThat(Samples.image().withRegion(Region.of(region)).arn())
                .isEqualTo(start + "image/ami-0123456789abcdef0");
        assertThat(Samples.snapshot().withRegion(Region.of(region)).arn())
                .isEqualTo(start + "snapshot/snap-0123456789abcdef0");
    }

    @ParameterizedTest
    @CsvSource({"aws, AWS", "aws-cn, AWS_CN", "aws-us-gov, AWS_US_GOV", "aws-iso-b, AWS_ISO_B", "aws-eusc, AWS_EUSC"})
    void organizationsAndUnitsKnowTheirPartition(String id, Partition partition) {
        OrganizationArn organization =
                OrganizationArn.of("arn:" + id + ":organizations::111122223333:organization/o-abcdefghij");
        OrganizationalUnitArn unit =
                OrganizationalUnitArn.of("arn:" + id + ":organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh");
        for (Partition each : Partition.values()) {
            assertThat(organization.isIn(each)).isEqualTo(each == partition);
            assertThat(unit.isIn(each)).isEqualTo(each == partition);
        }
    }

    @Test
    void organizationsAndUnitsPrintAsTheyWereWritten() {
        String organization = "arn:aws:organizations::111122223333:organization/o-abcdefghij";
        String unit = "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh";
        assertThat(OrganizationArn.of(organization)).hasToString(organization);
        assertThat(OrganizationalUnitArn.of(unit)).hasToString(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o-abcdefghij",
                "arn:aws:organizations::111122223333:organization/o-abcdefghi",
                "arn:aws:organizations::11112222333:organization/o-abcdefghij",
                "arn:aws:organizations:us-east-1:111122223333:organization/o-abcdefghij",
                "arn:awsx:organizations::111122223333:organization/o-abcdefghij",
                "arn:aws-:organizations::111122223333:organization/o-abcdefghij",
                "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh"
            })
    void refusesWhatIsNoOrganization(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganizationArn.of(text))
                .withMessage("OrganizationArn is '" + text + "', but must be the full ARN"
                        + " 'arn:aws:organizations::<management account>:organization/o-…'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ou-ab12-abcdefgh",
                "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab1-abcdefgh",
                "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefg",
                "arn:aws:organizations::111122223333:ou/ou-ab12-abcdefgh",
                "arn:aws:organizations::111122223333:organization/o-abcdefghij"
            })
    void refusesWhatIsNoOrganizationalUnit(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganizationalUnitArn.of(text))
                .withMessage("OrganizationalUnitArn is '" + text + "', but must be the full ARN"
                        + " 'arn:aws:organizations::<management account>:ou/o-…/ou-…'");
    }
}
