package dev.amis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {

    @Test
    void boundAndMeasureAreToldApart() {
        assertThat(cost("12.345", "3.1", true)).hasToString("at most $12.35, measured $3.10");
        assertThat(new MonthlyCost(new BigDecimal("0.001"), Optional.empty(), true))
                .hasToString("at most under $0.01");
    }

    @Test
    void whatIsNotKnownIsNotNothing() {
        assertThat(new MonthlyCost(BigDecimal.ZERO, Optional.empty(), false)).hasToString("not known");
        assertThat(cost("1", "0.5", false)).hasToString("$1.00, measured $0.50 for what could be counted, incomplete");
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(cost("1.50", "0.0", true)).isEqualTo(cost("1.5", "0", true));
    }

    @Test
    void nothingCostsLessThanNothing() {
        assertThatThrownBy(() -> cost("-1", "0", true)).hasMessage("upperBoundUsd is -1, but must be zero or more");
    }

    private static MonthlyCost cost(String bound, String measured, boolean complete) {
        return new MonthlyCost(new BigDecimal(bound), Optional.of(new BigDecimal(measured)), complete);
    }
}
