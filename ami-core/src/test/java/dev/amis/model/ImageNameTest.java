package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ImageNameTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()[] ./-'@_";

    @Test
    void everyCharacterOfEc2sAlphabetIsTaken() {
        assertThat(ImageName.of(ALPHABET).value()).isEqualTo(ALPHABET);
    }

    @Test
    void namesOf3And128CharactersAreTaken() {
        assertThat(ImageName.isValid("abc")).isTrue();
        assertThat(ImageName.isValid("a".repeat(128))).isTrue();
    }

    @Test
    void twoCharactersAreTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageName.of("ab"))
                .withMessage("image name has 2 characters, but must have from 3 to 128: 'ab'");
    }

    @Test
    void hundredAndTwentyNineCharactersAreTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageName.of("a".repeat(129)))
                .withMessageStartingWith("image name has 129 characters, but must have from 3 to 128: 'aaa");
    }

    @Test
    void theOffendingCharacterIsNamedWithItsPosition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageName.of("web#1"))
                .withMessage("image name has '#' at position 4, but only letters, digits and ( ) [ ] space . / - ' @ _"
                        + " are allowed: 'web#1'");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsShownWhole() {
        assertThat(ImageName.whyNot("web-😀"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("has '😀' at position 5"));
    }

    @Test
    void aGoodNameHasNothingAgainstIt() {
        assertThat(ImageName.whyNot("web-1.0")).isEmpty();
    }

    @Test
    void theFirstForbiddenCharacterIsFoundInATextOfAnyLength() {
        assertThat(ImageName.firstForbidden("a#*")).isEqualTo(1);
        assertThat(ImageName.firstForbidden("a".repeat(200))).isEqualTo(-1);
    }

    @Property(tries = 200)
    void aCharacterIsAllowedJustWhenItIsInTheAlphabet(@ForAll char c) {
        assertThat(ImageName.allows(c)).isEqualTo(ALPHABET.indexOf(c) >= 0);
    }

    @Test
    void everyAsciiCharacterIsAllowedJustWhenItIsInTheAlphabet() {
        for (char c = 0; c < 300; c++) {
            assertThat(ImageName.allows(c)).as("U+%04X", (int) c).isEqualTo(ALPHABET.indexOf(c) >= 0);
        }
    }

    @Test
    void namesAreOrderedByTheirText() {
        assertThat(ImageName.of("web-1")).isLessThan(ImageName.of("web-2"));
    }

    @Test
    void aNamePrintsAsItself() {
        assertThat(ImageName.of("web-1")).hasToString("web-1");
    }
}
