package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, AWS",
        "ap-southeast-7, AWS",
        "mx-central-1, AWS",
        "il-central-1, AWS",
        "cn-north-1, AWS_CN",
        "cn-northwest-1, AWS_CN",
        "us-gov-east-1, AWS_US_GOV",
        "us-gov-west-1, AWS_US_GOV",
        "us-iso-east-1, AWS_ISO",
        "us-isob-west-1, AWS_ISO_B",
        "eu-isoe-west-1, AWS_ISO_E",
        "us-isof-south-1, AWS_ISO_F",
        "eusc-de-east-1, AWS_EUSC",
        "xx-somewhere-12, AWS"
    })
    void belongsToOnePartition(String region, Partition partition) {
        assertThat(Region.of(region).partition()).isEqualTo(partition);
    }

    @Test
    void constantsAreNamedLikeTheirRegions() throws IllegalAccessException {
        for (Field field : Region.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                Region region = (Region) field.get(null);
                assertThat(field.getName())
                        .isEqualTo(region.value().toUpperCase(Locale.ROOT).replace('-', '_'));
            }
        }
        assertThat(Arrays.stream(Region.class.getFields())).hasSize(38);
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1a, us-east-1",
        "eu-central-1c, eu-central-1",
        "us-gov-west-1b, us-gov-west-1",
        "ap-northeast-12d, ap-northeast-12"
    })
    void namesTheRegionOfAnAvailabilityZone(String zone, String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.of(zone))
                .withMessage(
                        "Region is '" + zone + "', but that is an Availability Zone; its Region is '" + region + "'");
    }

    @ParameterizedTest
    @CsvSource({"us-west-2-lax-1a, us-west-2", "us-east-1-wl1-bos-wlz-1, us-east-1", "ap-south-1-del-1a, ap-south-1"})
    void namesTheRegionOfALocalOrWavelengthZone(String zone, String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.of(zone))
                .withMessage("Region is '" + zone + "', but that is a Local or Wavelength Zone; its Region is '"
                        + region + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "us",
                "us-east",
                "us-east-",
                "us-1",
                "US-EAST-1",
                "us_east_1",
                "use1-az1",
                " us-east-1",
                "us-east-1 ",
                "u-east-1",
                "useast-east-1",
                "us-east-1A",
                "eu-west-1-",
                "eu-west-1ab",
                "us--east-1",
                "global"
            })
    void refusesWhatIsNoRegion(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.of(text))
                .withMessage("Region is '" + text + "', but must look like 'eu-west-1'");
    }

    @Test
    void printsAndOrdersAsText() {
        assertThat(Region.EU_WEST_1).hasToString("eu-west-1").isLessThan(Region.EU_WEST_2);
    }
}
