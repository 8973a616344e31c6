package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.Amis;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.error.ConflictException;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementPlanPropertyTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planSelectsExactlyWhatNothingKeeps(@ForAll RetirementCase one) {
        Set<Sketch> stays = Stays.in(one);
        Plan plan = Retiring.plan(one.world().open(), one);
        assertThat(Retiring.targets(plan))
                .isEqualTo(one.world().images().stream()
                        .filter(image -> !stays.contains(image))
                        .map(image -> image.id().value())
                        .collect(Collectors.toSet()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planningChangesNothing(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        Map<String, String> before = Census.of(aws);
        String world = aws.describe();
        aws.calls().clear();
        Retiring.plan(aws, one);
        assertThat(aws.calls().entries()).allMatch(call -> call.action().matches("(Describe|List|Get).*"));
        assertThat(aws.describe()).isEqualTo(world);
        assertThat(Census.of(aws)).isEqualTo(before);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void limitsRefuseExactlyThePlansThatExceedThem(
            @ForAll RetirementCase one,
            @ForAll @IntRange(min = 1, max = 8) int most,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        InMemoryAws aws = one.world().open();
        Plan unlimited = Retiring.plan(aws, one);
        Amis amis = Amis.using(aws);
        RetentionPolicy byCount = one.policy().withAtMost(OptionalInt.of(most));
        RetentionPolicy byShare = one.policy().withAtMostPercent(OptionalInt.of(percent));
        assertThat(refuses(amis, byCount)).isEqualTo(unlimited.actions().size() > most);
        assertThat(refuses(amis, byShare)).isEqualTo(exceeds(unlimited, percent));
    }

    private static boolean refuses(Amis amis, RetentionPolicy policy) {
        return catchThrowable(() -> amis.cleanup(policy).plan()) instanceof ConflictException;
    }

    private static boolean exceeds(Plan plan, int percent) {
        Set<String> targets = Retiring.targets(plan);
        return plan.decisions().stream()
                .collect(Collectors.groupingBy(decision -> decision.region() + " " + decision.family()))
                .values()
                .stream()
                .anyMatch(family -> 100
                                * family.stream()
                                        .filter(decision ->
                                                targets.contains(decision.id().value()))
                                        .count()
                        > (long) percent * family.size());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverCannotBeReadIsKept(@ForAll RetirementCase one, @ForAll Trouble trouble) {
        InMemoryAws calm = one.world().open();
        Retiring.plan(calm, one);
        List<CallLog.Entry> calls = calm.calls().entries();
        InMemoryAws aws = one.world().open();
        CallLog.Entry struck = calls.get(trouble.index() % calls.size());
        trouble.happensTo(aws, calls.size(), () -> Retiring.plan(aws, one))
                .ifPresent(plan -> assertKept(one, plan, struck));
        assertThat(Census.of(aws)).isEqualTo(Census.of(calm));
    }

    private static void assertKept(RetirementCase one, Plan plan, CallLog.Entry struck) {
        Set<String> targets = Retiring.targets(plan);
        Set<String> kept = Retiring.ids(List.copyOf(Stays.byItself(one)));
        assertThat(targets).as("what a rule keeps").noneMatch(kept::contains);
        for (List<Sketch> family : Stays.availableByFamily(one)) {
            assertThat(family)
                    .as("a family of which one stays available")
                    .anyMatch(image -> !targets.contains(image.id().value()));
        }
        switch (struck.action()) {
            case "DescribeInstances",
                    "DescribeLaunchTemplateVersions",
                    "DescribeParameters",
                    "GetParameters",
                    "GetParameter",
                    "ListImageRecipes",
                    "ListContainerRecipes" ->
                assertThat(plan.actions())
                        .extracting(planned -> planned.action().region())
                        .doesNotContain(struck.region());
            // Whether an image of others is there that something names only makes a note; a roll-out is of one Region.
            case "DescribeImages" ->
                assertThat(struck.resources().isEmpty() ? plan.actions() : List.<PlannedAction>of())
                        .extracting(planned -> planned.action().region())
                        .doesNotContain(struck.region());
            case "DescribeImageAttribute" -> assertThat(targets).noneMatch(struck.resources()::contains);
            default -> assertThat(plan.actions()).isNotNull();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyImageIsDecidedAboutAndDescribed(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        Set<String> seen = new HashSet<>();
        Census.images(aws).stream()
                .filter(image -> one.policy().regions().contains(image.region()))
                .forEach(image -> seen.add(image.imageId().value()));
        assertThat(plan.decisions())
                .extracting(decision -> decision.id().value())
                .containsExactlyInAnyOrderElementsOf(seen);
        assertThat(seen).allMatch(plan.describe()::contains);
        assertThat(plan.actions()).extracting(planned -> planned.action()).allMatch(Action.OnImage.class::isInstance);
    }
}
