package dev.amis.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Money.of("0.0500")).isEqualTo(Money.of("0.05")).hasSameHashCodeAs(Money.of("0.05"));
        assertThat(Money.of("0.00")).isEqualTo(Money.ZERO);
    }

    @Test
    void negativeAmountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("-0.05"))
                .withMessage("amount is -0.05 USD, but must be zero or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ZERO.minus(Money.of("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "1e3", ".5", "1,5", "$1", "NaN", "--1"})
    void whatIsNoPlainNumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(text))
                .withMessage("amount is '" + text + "', but must be a number such as 0.05");
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "0.004, under $0.01", "0.005, $0.01", "1.994, $1.99", "1234.5, $1234.50"})
    void peopleReadCentsAndNeverNothingForSomething(String amount, String shown) {
        assertThat(Money.of(amount)).hasToString(shown);
    }

    @Test
    void machinesReadTheWholeAmount() {
        assertThat(Money.of("0.0125").times(BigDecimal.valueOf(100)).toPlainString())
                .isEqualTo("1.25");
        assertThat(Money.of("100").toPlainString()).isEqualTo("100");
    }

    @Property
    void partsAddUpToTheWhole(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal amount,
            @ForAll @IntRange(min = 1, max = 50) int parts) {
        Money whole = new Money(amount);
        List<Money> shares = whole.split(parts);
        assertThat(shares).hasSize(parts);
        assertThat(shares.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(whole);
    }

    @Property
    void noPartIsMuchGreaterThanAnother(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal amount,
            @ForAll @IntRange(min = 2, max = 50) int parts) {
        List<Money> shares = new Money(amount).split(parts);
        assertThat(shares.get(0).minus(shares.get(1))).isLessThan(Money.of("0.0000000001"));
    }
}
