package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @Test
    void keepsLeadingZeros() {
        assertThat(AccountId.of("000000000001")).hasToString("000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678901",
                "1234567890123",
                "12345678901a",
                " 12345678901",
                "-12345678901",
                "١٢٣٤٥٦٧٨٩٠١٢"
            })
    void refusesWhatIsNotTwelveDigits(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountId.of(text))
                .withMessage("AccountId is '" + text + "', but must be exactly 12 digits");
    }

    @Test
    void ordersByText() {
        assertThat(AccountId.of("000000000002")).isGreaterThan(AccountId.of("000000000001"));
    }
}
