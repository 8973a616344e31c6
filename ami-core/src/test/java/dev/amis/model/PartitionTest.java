package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource({
        "AWS, aws, amazonaws.com",
        "AWS_CN, aws-cn, amazonaws.com.cn",
        "AWS_US_GOV, aws-us-gov, amazonaws.com",
        "AWS_ISO, aws-iso, c2s.ic.gov",
        "AWS_ISO_B, aws-iso-b, sc2s.sgov.gov",
        "AWS_ISO_E, aws-iso-e, cloud.adc-e.uk",
        "AWS_ISO_F, aws-iso-f, csp.hci.ic.gov",
        "AWS_EUSC, aws-eusc, amazonaws.eu"
    })
    void hasItsNamesInArnsAndHosts(Partition partition, String id, String dnsSuffix) {
        assertThat(partition.id()).isEqualTo(id);
        assertThat(partition.dnsSuffix()).isEqualTo(dnsSuffix);
    }
}
