package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cleanup.KeepRule;
import dev.amis.cleanup.Retirement;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A policy in stages, planned and applied every day: no step is taken too early, and in the end nothing is left over. */
@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementStagesPropertyTest {

    /** The oldest rule keeps for thirty days; a way takes nine, and twice that if it has to start over. */
    private static final int TO_THE_END = 52;

    @Provide
    Arbitrary<Intervention> interventions() {
        return Combinators.combine(
                        Arbitraries.of(Intervention.Kind.class),
                        Arbitraries.integers().between(0, 16),
                        Arbitraries.integers().between(0, 99))
                .as(Intervention::new);
    }

    /** {@link StagedWalk#day()} looks every day. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void noStepIsTakenTooEarlyWhateverSomebodyDoes(
            @ForAll RetirementCase plain,
            @ForAll @Size(max = 12) List<@From("interventions") Intervention> interventions) {
        StagedWalk walk = new StagedWalk(StagedWalk.inStages(plain));
        for (int day = 0; day < 24; day++) {
            int today = day;
            interventions.stream().filter(one -> one.day() == today).forEach(walk::happens);
            walk.day();
        }
        assertThat(Census.broken(walk.aws())).isEmpty();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void inTheEndExactlyWhatNothingKeepsIsGone(@ForAll RetirementCase plain) {
        RetirementCase one = StagedWalk.inStages(plain);
        StagedWalk walk = new StagedWalk(one);
        for (int day = 0; day < TO_THE_END; day++) {
            walk.day();
        }
        assertEnded(walk, one);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whateverGoesWrongOnSomeDayNothingIsLeftOverInTheEnd(
            @ForAll RetirementCase plain, @ForAll Trouble trouble, @ForAll @IntRange(max = 10) int troubled) {
        RetirementCase one = StagedWalk.inStages(plain);
        StagedWalk calm = new StagedWalk(one);
        StagedWalk walk = new StagedWalk(one);
        for (int day = 0; day < TO_THE_END; day++) {
            calm.aws().calls().clear();
            calm.day(() -> {
                calm.aws().calls().clear();
                Retiring.apply(calm.aws(), Retiring.plan(calm.aws(), one));
            });
            InMemoryAws aws = walk.aws();
            int calls = Math.max(1, calm.aws().calls().count());
            if (day == troubled) {
                walk.day(() -> trouble.happensTo(aws, calls, () -> Retiring.apply(aws, Retiring.plan(aws, one))));
            } else {
                walk.day();
            }
        }
        // Which image is the last of its family may differ: one that was held up for a day may outlive the others.
        assertEnded(walk, one);
        assertThat(walk.remaining()).hasSameSizeAs(calm.remaining());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theStepsOfADayCanBeTakenBack(@ForAll RetirementCase plain, @ForAll @IntRange(max = 10) int day) {
        RetirementCase one = StagedWalk.inStages(plain);
        StagedWalk walk = new StagedWalk(one);
        for (int i = 0; i < day; i++) {
            walk.day();
        }
        InMemoryAws aws = walk.aws();
        Plan plan = Retiring.plan(aws, one);
        Map<String, String> before = Census.of(aws);
        ChangeReport report = Retiring.apply(aws, plan);
        Amis.using(aws).undo(report).orThrow();
        aws.time().advance(Duration.ofHours(1));
        Set<String> lost = Retiring.lost(one, plan);
        Map<String, String> expected = new HashMap<>(before);
        assertThat(Census.differences(expected, Census.of(aws), lost)).isEmpty();
    }

    /** What is kept is there; of the rest only the last available image of a family that has no other. */
    private static void assertEnded(StagedWalk walk, RetirementCase one) {
        assertThat(Retiring.plan(walk.aws(), one).actions()).isEmpty();
        Set<String> remaining = walk.remaining();
        Set<Sketch> kept = new HashSet<>(kept(one));
        assertThat(remaining).containsAll(imageIds(kept));
        Set<String> families = new HashSet<>();
        kept.stream().filter(Sketch::isAvailable).forEach(image -> families.add(family(image)));
        for (Sketch image : one.world().images()) {
            if (remaining.contains(image.id().value()) && !kept.contains(image)) {
                assertThat(image.isAvailable()).as(image + " could be launched").isTrue();
                assertThat(families.add(family(image)))
                        .as(image + " is the last of its family")
                        .isTrue();
            }
        }
    }

    /** What rules, use and protection keep by themselves when all days have passed, and what was launched after all. */
    private static Set<Sketch> kept(RetirementCase one) {
        Map<Integer, Sketch> byNumber =
                one.world().images().stream().collect(Collectors.toMap(Sketch::number, image -> image));
        RetirementWorld later = new RetirementWorld(
                one.world().images().stream()
                        .map(RetirementStagesPropertyTest::later)
                        .toList(),
                one.world().bin(),
                one.world().ambiguous());
        RetirementCase atOnce = new RetirementCase(
                later,
                one.policy().withRetirement(new Retirement.Deregister(true)).withIncludingDisabled(true));
        Set<Sketch> kept = Stays.byItself(atOnce).stream()
                .map(image -> byNumber.get(image.number()))
                .collect(Collectors.toSet());
        if (one.policy().keepRules().stream().anyMatch(KeepRule.Latest.class::isInstance)) {
            Stays.in(atOnce).forEach(image -> kept.add(byNumber.get(image.number())));
        }
        one.world().images().stream()
                .filter(image -> image.is(Trait.DEPRECATED) && image.is(Trait.LAUNCHED_LATELY))
                .forEach(kept::add);
        return kept;
    }

    private static Sketch later(Sketch image) {
        Set<Trait> traits = new TreeSet<>(image.traits());
        traits.removeAll(Set.of(Trait.COOLING_DOWN, Trait.LAUNCHED_LATELY));
        return new Sketch(image.number(), image.region(), image.family(), image.days() + TO_THE_END, traits);
    }

    private static Set<String> imageIds(Set<Sketch> images) {
        return images.stream().map(image -> image.id().value()).collect(Collectors.toSet());
    }

    private static String family(Sketch image) {
        return image.region() + " " + image.family();
    }
}
