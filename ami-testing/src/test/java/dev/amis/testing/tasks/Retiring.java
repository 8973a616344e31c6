package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the properties of retirement do over and over, and what must hold whatever was done. */
final class Retiring {

    private Retiring() {}

    static Plan plan(AmiProvider provider, RetirementCase one) {
        return Amis.using(provider).cleanup(one.policy()).plan();
    }

    static ChangeReport apply(AmiProvider provider, Plan plan) {
        return Amis.using(provider).apply(plan);
    }

    /** The images that a plan would change. */
    static Set<String> targets(Plan plan) {
        return plan.actions().stream()
                .map(planned -> planned.action().target())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of images and of their snapshots. */
    static Set<String> ids(List<Sketch> images) {
        return images.stream().flatMap(Sketch::ids).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Sketch> sketches(RetirementCase one, Set<String> imageIds) {
        return one.world().images().stream()
                .filter(image -> imageIds.contains(image.id().value()))
                .toList();
    }

    /** Lets as much time pass as has passed for another account, and what is being made or restored come to an end. */
    static void meet(InMemoryAws first, InMemoryAws second) {
        first.faults().clear();
        second.faults().clear();
        Duration ahead =
                Duration.between(first.clock().instant(), second.clock().instant());
        (ahead.isNegative() ? second : first).time().advance(ahead.abs());
        first.time().advance(Duration.ofHours(1));
        second.time().advance(Duration.ofHours(1));
    }

    /** The same account in which nothing was done but waiting, for as long. */
    static InMemoryAws untouched(RetirementCase one, InMemoryAws aws) {
        InMemoryAws untouched = one.world().open();
        untouched
                .time()
                .advance(Duration.between(RetirementWorld.NOW, aws.clock().instant()));
        return untouched;
    }

    /** What must not be lost is there: kept images as they were, their snapshots, one image of each family. */
    static void assertNothingLost(RetirementCase one, InMemoryAws aws) {
        Map<String, String> before = Census.of(untouched(one, aws));
        Map<String, String> now = Census.of(aws);
        Set<String> others = new TreeSet<>(before.keySet());
        others.removeAll(ids(List.copyOf(Stays.byItself(one))));
        assertThat(Census.differences(before, now, others)).as("what is kept").isEmpty();
        assertThat(Census.broken(aws)).as("images without snapshots").isEmpty();
        for (List<Sketch> family : Stays.availableByFamily(one)) {
            assertThat(family)
                    .as("a family of which one stays available")
                    .anyMatch(image -> isUntouched(image, before, now));
        }
    }

    private static boolean isUntouched(Sketch image, Map<String, String> before, Map<String, String> now) {
        String id = image.id().value();
        return now.containsKey(id) && now.get(id).equals(before.get(id));
    }

    /** What a plan says it cannot take back: those images, and the snapshots that only they have. */
    static Set<String> lost(RetirementCase one, Plan plan) {
        Set<String> images = plan.actions().stream()
                .filter(planned -> planned.reversibility().kind() == Reversibility.Kind.IRREVERSIBLE)
                .map(planned -> planned.action().target())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> lost = ids(sketches(one, images));
        one.world().images().stream()
                .filter(image -> !images.contains(image.id().value()))
                .flatMap(Sketch::ids)
                .forEach(lost::remove);
        return lost;
    }
}
