package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "10",
                "2.1",
                "1.0.0",
                "0.0.0",
                "1.2.3-rc.1",
                "1.2.3-0",
                "1.2.3-0a",
                "1.2.3--",
                "1.2.3-a-b.7",
                "22.04",
                "2024.01.15",
                "2147483647.2147483647.2147483647",
                "0000000000000001",
                "1.0.0-99999999999999999999999",
                "1.0.0-zZ-aA09"
            })
    void aVersionIsKeptAsItWasWritten(String text) {
        assertThat(ImageVersion.parse(text)).hasToString(text);
    }

    @Test
    void theNumbersAndThePreReleaseCanBeRead() {
        ImageVersion version = ImageVersion.parse("12.34.56-rc.1");

        assertThat(List.of(version.major(), version.minor(), version.patch())).containsExactly(12, 34, 56);
        assertThat(version.preRelease()).isEqualTo("rc.1");
        assertThat(version.isPreRelease()).isTrue();
    }

    @Test
    void numbersThatAreNotWrittenAreZero() {
        ImageVersion version = ImageVersion.parse("7");

        assertThat(List.of(version.major(), version.minor(), version.patch())).containsExactly(7, 0, 0);
        assertThat(version.preRelease()).isEmpty();
        assertThat(version.isPreRelease()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    v1               ! a number is missing at position 1
                    ""               ! a number is missing at position 1
                    1.               ! a number is missing at position 3
                    1.2.             ! a number is missing at position 5
                    1..2             ! a number is missing at position 3
                    1.2.3.4          ! it has more than three numbers
                    1.2x             ! 'x' at position 4 cannot be part of it
                    1.2.3x           ! 'x' at position 6 cannot be part of it
                    1 2              ! ' ' at position 2 cannot be part of it
                    1.0.0+7          ! it has build metadata, and EC2 allows no '+' in a name
                    1.0+7            ! it has build metadata, and EC2 allows no '+' in a name
                    1.0-rc.1         ! a pre-release needs three numbers in front of it
                    1-rc.1           ! a pre-release needs three numbers in front of it
                    2147483648       ! the number 2147483648 is larger than 2147483647
                    1.2147483648     ! the number 2147483648 is larger than 2147483647
                    1.1.99999999999999999999 ! the number 99999999999999999999 is larger than 2147483647
                    """)
    void whatIsNoVersionIsRefusedWithTheReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageVersion.parse(text))
                .withMessage("ImageVersion '" + text + "' is not a version: " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rc..1", ".rc", "rc.", "01", "rc.01", "00", "rc_1", "rc 1", "a:b", "a@b", "a[", "a`", "a{"})
    void aPreReleaseThatSemVerDoesNotKnowIsRefused(String preRelease) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageVersion.parse("1.0.0-" + preRelease))
                .withMessage(
                        "ImageVersion '1.0.0-" + preRelease + "' is not a version: in the pre-release '" + preRelease
                                + "' every identifier must be letters, digits and hyphens, and no number may begin with 0");
    }

    @Test
    void theOrderIsThatOfTheSemVerSpecification() {
        List<ImageVersion> ordered = versions(
                "0.9.9",
                "1.0.0-1",
                "1.0.0-2",
                "1.0.0-11",
                "1.0.0-99999999999999999999",
                "1.0.0-100000000000000000000",
                "1.0.0--",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0-rc10",
                "1.0.0-rc9",
                "1.0.0-undef",
                "1.0.0",
                "1.0.1",
                "1.1.0",
                "1.2.0",
                "1.10.0",
                "2.0.0",
                "2.0.1",
                "10.0.0");
        List<ImageVersion> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));

        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void versionsOfEqualPrecedenceAreOrderedByText() {
        assertThat(versions("1.0.0", "1.0", "1", "01"))
                .isSortedAccordingTo(Collections.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void missingNumbersCountAsZeroInTheOrder() {
        assertThat(versions("1.9.9", "2", "2.0.1", "2.1", "2.1.1", "3")).isSorted();
    }

    @Test
    void equalityIsThatOfTheText() {
        assertThat(ImageVersion.parse("1.0"))
                .isEqualTo(ImageVersion.parse("1.0"))
                .hasSameHashCodeAs(ImageVersion.parse("1.0"))
                .isNotEqualTo(ImageVersion.parse("1.0.0"))
                .isNotEqualTo("1.0");
        assertThat(ImageVersion.parse("1.0").hashCode())
                .isNotEqualTo(ImageVersion.parse("2.0").hashCode());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1,            2,        1.1,      1.0.1
                    2.1,          3.0,      2.2,      2.1.1
                    1.4.2,        2.0.0,    1.5.0,    1.4.3
                    1.4.2-rc.1,   2.0.0,    1.5.0,    1.4.2
                    1.4.0-rc.1,   2.0.0,    1.4.0,    1.4.0
                    2.0.0-rc.1,   2.0.0,    2.0.0,    2.0.0
                    2024.01,      2025.00,  2024.02,  2024.01.1
                    2024.09.05,   2025.00.00, 2024.10.00, 2024.09.06
                    09,           10,       09.1,     09.0.1
                    9.9,          10.0,     9.10,     9.9.1
                    099.1,        100.0,    099.2,    099.1.1
                    0,            1,        0.1,      0.0.1
                    0.0.9,        1.0.0,    0.1.0,    0.0.10
                    """)
    void theNextVersionKeepsTheWritingWherePossible(String text, String major, String minor, String patch) {
        ImageVersion version = ImageVersion.parse(text);

        assertThat(version.nextMajor()).hasToString(major);
        assertThat(version.nextMinor()).hasToString(minor);
        assertThat(version.nextPatch()).hasToString(patch);
    }

    @Test
    void theLargestNumberHasNoSuccessor() {
        ImageVersion version = ImageVersion.parse("2147483647.2147483647.2147483647");

        assertThatIllegalStateException()
                .isThrownBy(version::nextMajor)
                .withMessage("ImageVersion " + version
                        + " has no next major version: 2147483647 is the largest number there is");
        assertThatIllegalStateException().isThrownBy(version::nextMinor).withMessageContaining("no next minor version");
        assertThatIllegalStateException().isThrownBy(version::nextPatch).withMessageContaining("no next patch version");
    }

    @Test
    void onlyTheNumberThatIsCountedUpMustBeBelowTheLargest() {
        assertThat(ImageVersion.parse("2147483646.2147483647.0").nextMajor()).hasToString("2147483647.0.0");
        assertThat(ImageVersion.parse("2147483647.0.0").nextPatch()).hasToString("2147483647.0.1");
    }

    private static List<ImageVersion> versions(String... texts) {
        List<ImageVersion> versions = new ArrayList<>();
        for (String text : texts) {
            versions.add(ImageVersion.parse(text));
        }
        return versions;
    }
}
