package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.OrphanWorld.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.ImageState;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reversibility;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever happens, no snapshot is lost that anything needs or that cannot be told to be free. */
@Domain(OrphanDomain.class)
@Domain(DomainContext.Global.class)
class OrphanPropertyTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPlanDeletesExactlyWhatNothingNeeds(@ForAll OrphanCase one) {
        OrphanWorld world = one.open();
        Map<String, String> before = Census.of(world.aws);

        Plan plan = one.cleanup(world.aws).plan();

        assertThat(Retiring.targets(plan)).isEqualTo(one.orphans());
        assertThat(plan.decisions()).hasSize(one.fates().size());
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(Census.of(world.aws)).isEqualTo(before);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPlanAfterApplyingIsEmpty(@ForAll OrphanCase one) {
        OrphanWorld world = one.open();

        Amis.using(world.aws).apply(one.cleanup(world.aws).plan()).orThrow();

        assertThat(one.cleanup(world.aws).plan().isEmpty()).isTrue();
        assertThat(Census.broken(world.aws)).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverCannotBeReadKeepsEverything(@ForAll OrphanCase one, @ForAll Trouble trouble) {
        OrphanWorld calm = one.open();
        one.cleanup(calm.aws).plan();
        int calls = calm.aws.calls().count();
        OrphanWorld world = one.open();

        Optional<Plan> plan =
                trouble.happensTo(world.aws, calls, () -> one.cleanup(world.aws).plan());

        assertThat(one.orphans()).containsAll(plan.map(Retiring::targets).orElse(Set.of()));
        plan.filter(made -> !made.unreadSources().isEmpty())
                .ifPresent(made -> assertThat(made.actions()).isEmpty());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverGoesWrongNothingNeededIsLostAndTheRestIsFinished(
            @ForAll OrphanCase one, @ForAll @Size(min = 1, max = 3) List<Trouble> troubles) {
        OrphanWorld calm = one.open();
        Plan plan = one.cleanup(calm.aws).plan();
        Assume.that(!plan.isEmpty());
        calm.aws.calls().clear();
        Amis.using(calm.aws).apply(plan);
        int calls = calm.aws.calls().count();

        OrphanWorld world = one.open();
        Journal journal = Journal.inMemory();
        for (Trouble trouble : troubles) {
            trouble.happensTo(world.aws, calls, () -> apply(world, plan, journal));
            assertOnlyOrphansAreGone(one, world);
        }
        apply(world, plan, journal).orThrow();
        assertOnlyOrphansAreGone(one, world);
        assertThat(Census.of(world.aws).keySet()).doesNotContainAnyElementsOf(one.orphans());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void undoBringsBackAllThatWasSaidToBeReversible(@ForAll OrphanCase one, @ForAll Trouble trouble) {
        OrphanWorld calm = one.open();
        Plan plan = one.cleanup(calm.aws).plan();
        Assume.that(!plan.isEmpty());
        calm.aws.calls().clear();
        Amis.using(calm.aws).apply(plan);

        OrphanWorld world = one.open();
        Journal journal = Journal.inMemory();
        trouble.happensTo(world.aws, calm.aws.calls().count(), () -> apply(world, plan, journal));
        ChangeReport report = ChangeReport.fromJson(apply(world, plan, journal).toJson());
        Amis.using(world.aws).undo(report).orThrow();

        assertThat(Census.of(world.aws).keySet()).containsAll(reversible(plan));
    }

    /** EC2 itself refuses to delete what an image needs, so this holds even between the look and the call. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anImageThatComesMeanwhileKeepsItsSnapshot(
            @ForAll OrphanCase one, @ForAll @IntRange(max = 999) int index, @ForAll @IntRange(max = 99) int target) {
        OrphanWorld calm = one.open();
        Plan plan = one.cleanup(calm.aws).plan();
        Assume.that(!plan.isEmpty());
        calm.aws.calls().clear();
        Amis.using(calm.aws).apply(plan);
        int nth = 1 + index % calm.aws.calls().count();
        String needed =
                plan.actions().get(target % plan.actions().size()).action().target();

        OrphanWorld world = one.open();
        Set<String> there = new HashSet<>();
        Interposed interposed = new Interposed(
                nth,
                () -> {
                    there.addAll(Census.of(world.aws).keySet());
                    if (there.contains(needed)) {
                        world.withImage(500, ImageState.AVAILABLE, Integer.parseInt(needed.substring(5), 16));
                    }
                },
                world.aws);
        Amis.using(interposed.provider()).apply(plan);

        assertThat(Census.of(world.aws).containsKey(needed)).isEqualTo(there.contains(needed));
        assertThat(Census.broken(world.aws)).isEmpty();
    }

    private static ChangeReport apply(OrphanWorld world, Plan plan, Journal journal) {
        return Amis.using(world.aws).applying(plan).journal(journal).apply();
    }

    private static void assertOnlyOrphansAreGone(OrphanCase one, OrphanWorld world) {
        Set<String> gone = new TreeSet<>(Census.of(one.open().aws).keySet());
        gone.removeAll(Census.of(world.aws).keySet());
        assertThat(one.orphans()).as("what may be gone in " + REGION).containsAll(gone);
        assertThat(Census.broken(world.aws)).isEmpty();
    }

    private static Set<String> reversible(Plan plan) {
        return plan.actions().stream()
                .filter(planned -> planned.reversibility().kind() == Reversibility.Kind.UNTIL)
                .map(PlannedAction::action)
                .map(action -> action.target())
                .collect(Collectors.toSet());
    }
}
