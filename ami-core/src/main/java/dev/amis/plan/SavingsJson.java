package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.REGION;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.SnapshotId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How savings stand in documents: amounts as texts, so that no reader rounds them. */
final class SavingsJson {

    private static final Codec<BigDecimal> USD = Codec.TEXT.map(SavingsJson::amount, BigDecimal::toPlainString);

    private static final Codec<ResourceId> ID = Codec.TEXT.map(
            text -> text.startsWith("snap-") ? SnapshotId.of(text) : ImageId.of(text), ResourceId::value);

    static final Codec<PlanSavings> SAVINGS = savings();

    private SavingsJson() {}

    /** A power of ten without end would make digits without end. */
    private static BigDecimal amount(String text) {
        if (!text.matches("\\d{1,18}(\\.\\d{1,60})?")) {
            throw new IllegalArgumentException("amount is '" + text + "', but must be a number such as 0.05");
        }
        return new BigDecimal(text);
    }

    private static Codec<PlanSavings> savings() {
        Field<PlanSavings, Optional<LocalDate>> asOf = Field.optional(
                "pricesAsOf", Codec.TEXT.map(LocalDate::parse, LocalDate::toString), PlanSavings::pricesAsOf);
        Field<PlanSavings, MonthlyCost> perMonth = Field.of("perMonth", cost(), PlanSavings::perMonth);
        Field<PlanSavings, List<String>> gaps = Field.list("gaps", Codec.TEXT, PlanSavings::gaps);
        Field<PlanSavings, List<DecisionCost>> costs = Field.list("costs", decisionCost(), PlanSavings::costs);
        return Shape.of(
                v -> PlanSavings.builder()
                        .pricesAsOf(v.get(asOf))
                        .perMonth(v.get(perMonth))
                        .addAllGaps(v.get(gaps))
                        .addAllCosts(v.get(costs))
                        .build(),
                asOf,
                perMonth,
                gaps,
                costs);
    }

    private static Codec<MonthlyCost> cost() {
        Field<MonthlyCost, BigDecimal> bound = Field.of("upperBoundUsd", USD, MonthlyCost::upperBoundUsd);
        Field<MonthlyCost, Optional<BigDecimal>> measured =
                Field.optional("measuredUsd", USD, MonthlyCost::measuredUsd);
        Field<MonthlyCost, Boolean> complete =
                Field.withDefault("complete", Codec.BOOLEAN, MonthlyCost::complete, true);
        return Shape.of(
                v -> new MonthlyCost(v.get(bound), v.get(measured), v.get(complete)), bound, measured, complete);
    }

    private static Codec<DecisionCost> decisionCost() {
        Field<DecisionCost, Region> region = Field.of("region", REGION, DecisionCost::region);
        Field<DecisionCost, ResourceId> id = Field.of("id", ID, DecisionCost::id);
        Field<DecisionCost, MonthlyCost> perMonth = Field.of("perMonth", cost(), DecisionCost::perMonth);
        return Shape.of(v -> new DecisionCost(v.get(region), v.get(id), v.get(perMonth)), region, id, perMonth);
    }
}
