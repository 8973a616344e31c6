package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cost.Cost;
import dev.amis.cost.CostReport;
import dev.amis.cost.ImageCost;
import dev.amis.cost.Money;
import dev.amis.cost.Saving;
import dev.amis.cost.Savings;
import dev.amis.cost.SnapshotCost;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.tasks.CostWorld.Step;
import dev.amis.testing.tasks.CostWorld.Stored;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class CostPropertyTest {

    private static final int POOL = 5;

    @Provide
    Arbitrary<CostWorld> worlds() {
        Arbitrary<Optional<Integer>> percent =
                Arbitraries.integers().between(0, 100).optional(0.8);
        Arbitrary<Stored> stored = Combinators.combine(
                        Arbitraries.integers().between(1, 500), percent, Arbitraries.of(false, false, false, true))
                .as(Stored::new);
        Arbitrary<Set<Integer>> needed =
                Arbitraries.integers().between(0, POOL - 1).set().ofMaxSize(3).map(TreeSet::new);
        return Combinators.combine(
                        stored.list().ofSize(POOL),
                        needed.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as(CostWorld::new);
    }

    @Provide
    Arbitrary<List<Step>> removals() {
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everySnapshotCountsOnceHoweverManyImagesShareIt(@ForAll("worlds") CostWorld world) {
        CostReport report = estimate(world.open());
        Set<Integer> needed = new HashSet<>();
        world.images().forEach(needed::addAll);
        assertThat(report.snapshots()).extracting(SnapshotCost::snapshotId).doesNotHaveDuplicates();
        assertThat(report.snapshots()).hasSize(needed.size());
        assertThat(report.total()).isEqualTo(sum(report.snapshots().stream().map(SnapshotCost::perMonth)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theImagesPartsAddUpToTheTotal(@ForAll("worlds") CostWorld world) {
        CostReport report = estimate(world.open());
        assertThat(sum(report.images().stream().map(ImageCost::perMonth))).isEqualTo(report.total());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsMeasuredIsNoMoreThanTheUpperBound(@ForAll("worlds") CostWorld world) {
        Cost total = estimate(world.open()).total();
        assertThat(total.measured().orElse(Money.ZERO)).isLessThanOrEqualTo(total.upperBound());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void savingsAreNoMoreThanTheTotal(@ForAll("worlds") CostWorld world, @ForAll("removals") List<Step> removals) {
        InMemoryAws aws = world.open();
        Savings savings = Amis.using(aws).costs().of(world.plan(aws, removals));
        assertThat(savings.perMonth().upperBound())
                .isLessThanOrEqualTo(savings.before().upperBound());
        assertThat(savings.savings()).extracting(Saving::snapshotId).doesNotHaveDuplicates();
    }

    /** What a plan leaves behind needs no image any more, and so is in no later report. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void appliedAPlanLowersTheTotalByWhatItSavesAndLeavesBehind(
            @ForAll("worlds") CostWorld world, @ForAll("removals") List<Step> removals) {
        InMemoryAws aws = world.open();
        Plan plan = world.plan(aws, removals);
        Savings savings = Amis.using(aws).costs().of(plan);
        CostReport before = estimate(aws);
        Cost behind = sum(before.snapshots().stream()
                .filter(snapshot -> savings.leftBehind().contains(snapshot.snapshotId()))
                .map(SnapshotCost::perMonth));
        Cost orphans = orphansDeleted(before, savings);
        Amis.using(aws).apply(plan);
        assertThat(estimate(aws)
                        .total()
                        .upperBound()
                        .plus(savings.perMonth().upperBound())
                        .plus(behind.upperBound()))
                .isEqualTo(before.total().upperBound().plus(orphans.upperBound()));
    }

    private static Cost orphansDeleted(CostReport before, Savings savings) {
        Set<SnapshotId> known =
                before.snapshots().stream().map(SnapshotCost::snapshotId).collect(Collectors.toSet());
        return sum(savings.savings().stream()
                .filter(saving -> !known.contains(saving.snapshotId()))
                .map(Saving::perMonth));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aSavingBeginsWhenTheRecycleBinLetsGo(
            @ForAll("worlds") CostWorld world, @ForAll("removals") List<Step> removals) {
        InMemoryAws aws = world.open();
        Savings savings = Amis.using(aws).costs().of(world.plan(aws, removals));
        assertThat(savings.savings())
                .extracting(Saving::startsAfter)
                .allMatch(Optional.of(world.binned() ? CostWorld.RETENTION : Duration.ZERO)::equals);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aRetentionPolicySavesExactlyWhatIsMissingAfterwards(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        CostReport before = retirementCosts(aws);
        Savings savings = before.savings(plan);
        Cost behind = sum(before.snapshots().stream()
                .filter(snapshot -> savings.leftBehind().contains(snapshot.snapshotId()))
                .map(SnapshotCost::perMonth));
        Retiring.apply(aws, plan);
        assertThat(retirementCosts(aws)
                        .total()
                        .upperBound()
                        .plus(savings.perMonth().upperBound())
                        .plus(behind.upperBound()))
                .isEqualTo(before.total().upperBound());
    }

    private static CostReport estimate(InMemoryAws aws) {
        return Amis.using(aws).costs().estimate();
    }

    private static CostReport retirementCosts(InMemoryAws aws) {
        return Amis.using(aws).costs().in(RetirementWorld.REGIONS).estimate();
    }

    private static Cost sum(Stream<Cost> costs) {
        return costs.reduce(Cost.ZERO, Cost::plus);
    }
}
