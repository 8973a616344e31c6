package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.cleanup.Estates.Estate;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOrder;
import dev.amis.model.ImageState;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CleanupPropertyTest {

    @Provide
    Arbitrary<Estate> estates() {
        return Estates.estates();
    }

    @Provide
    Arbitrary<RetentionPolicy> policies() {
        return Estates.policies();
    }

    private static Plan plan(StubAccount account, RetentionPolicy policy) {
        return Amis.using(account).cleanup(policy).plan();
    }

    private static Plan plan(Estate estate, RetentionPolicy policy) {
        return plan(estate.account(), policy);
    }

    private static Map<ImageId, Image> byId(Estate estate) {
        return estate.images().stream().collect(Collectors.toMap(Image::imageId, Function.identity()));
    }

    private static boolean removes(Decision decision) {
        return decision.verdict() == Verdict.DISABLE || decision.verdict() == Verdict.DEREGISTER;
    }

    @Property(tries = 100)
    void noProtectedImageIsRemoved(@ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        Map<ImageId, Image> images = byId(estate);

        assertThat(plan(estate, policy).decisions())
                .filteredOn(CleanupPropertyTest::removes)
                .noneMatch(decision ->
                        images.get(decision.id()).deregistrationProtection().blocksAt(StubAccount.NOW));
    }

    @Property(tries = 100)
    void noUsedImageIsRemoved(@ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        List<ImageId> used = estate.usedNumbers().stream().map(Samples::imageId).toList();

        assertThat(plan(estate, policy).decisions())
                .filteredOn(CleanupPropertyTest::removes)
                .noneMatch(decision -> used.contains(decision.id()));
    }

    @Property(tries = 100)
    void nothingIsRemovedWhicheverSourceFails(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll @IntRange(max = 2) int source) {
        StubAccount account = estate.account();
        if (source == 2) {
            account.here().hasTemplates = false;
        } else {
            account.here()
                    .denied
                    .add(List.of("DescribeInstances", "DescribeLaunchTemplateVersions")
                            .get(source));
        }

        assertThat(plan(account, policy).decisions()).noneMatch(CleanupPropertyTest::removes);
    }

    @Property(tries = 100)
    void theLatestAreKept(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll @IntRange(min = 1, max = 6) int count) {
        Map<ImageId, Image> images = byId(estate);
        List<KeepRule> rules = new ArrayList<>(policy.keepRules());
        rules.add(new KeepRule.Latest(count));

        plan(estate, policy.withKeepRules(rules)).decisions().stream()
                .filter(decision -> !decision.family().isEmpty())
                .filter(decision -> images.get(decision.id()).state() == ImageState.AVAILABLE)
                .collect(Collectors.groupingBy(Decision::family))
                .values()
                .forEach(family -> assertThat(family.subList(0, Math.min(count, family.size())))
                        .allMatch(decision -> decision.verdict() == Verdict.KEEP));
    }

    @Property(tries = 100)
    void familiesAreRankedFromNewestToOldest(
            @ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        Map<ImageId, Image> images = byId(estate);

        plan(estate, policy).decisions().stream()
                .collect(Collectors.groupingBy(Decision::family))
                .values()
                .forEach(family -> assertThat(family.stream().map(decision -> images.get(decision.id())))
                        .isSortedAccordingTo(ImageOrder.NEWEST_FIRST));
    }

    @Property(tries = 100)
    void aFamilyWithAnAvailableImageKeepsOne(
            @ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        Map<ImageId, Image> images = byId(estate);

        plan(estate, policy).decisions().stream()
                .filter(decision -> images.get(decision.id()).state() == ImageState.AVAILABLE)
                .collect(Collectors.groupingBy(Decision::family))
                .values()
                .forEach(family -> assertThat(family).anyMatch(decision -> decision.verdict() == Verdict.KEEP));
    }

    @Property(tries = 100)
    void theOrderOfTheImagesMakesNoDifference(
            @ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy, @ForAll long seed) {
        List<Image> shuffled = new ArrayList<>(estate.images());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(plan(estate.account(shuffled), policy)).isEqualTo(plan(estate, policy));
    }

    @Property(tries = 100)
    void everyImageIsDecidedAboutOnceAndSaysWhy(
            @ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        Plan plan = plan(estate, policy);

        assertThat(plan.decisions())
                .extracting(Decision::id)
                .containsExactlyInAnyOrderElementsOf(byId(estate).keySet());
        assertThat(plan.decisions())
                .allSatisfy(decision -> assertThat(
                                decision.reasons().stream().map(reason -> reason.kind() == Kind.NOTHING_KEEPS_IT))
                        .isNotEmpty()
                        .containsOnly(decision.verdict() != Verdict.KEEP));
    }

    @Property(tries = 100)
    void theActionsAreThoseThatWereDecided(
            @ForAll("estates") Estate estate, @ForAll("policies") RetentionPolicy policy) {
        Plan plan = plan(estate, policy);

        assertThat(Seen.targets(plan))
                .containsExactlyInAnyOrderElementsOf(plan.decisions().stream()
                        .filter(decision -> decision.verdict() != Verdict.KEEP)
                        .map(decision -> decision.id().value())
                        .toList());
    }

    @Property(tries = 100)
    void theLimitIsRespectedOrThereIsNoPlan(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll @IntRange(min = 1, max = 10) int limit) {
        int wanted = plan(estate, policy).actions().size();
        RetentionPolicy limited = policy.withAtMost(limit);

        if (wanted > limit) {
            assertThatThrownBy(() -> plan(estate, limited))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("atMost(" + wanted + ")");
        } else {
            assertThat(plan(estate, limited)).isEqualTo(plan(estate, policy));
        }
    }

    @Property(tries = 100)
    void theShareOfAFamilyIsRespectedOrThereIsNoPlan(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        boolean above = plan(estate, policy).decisions().stream()
                .filter(decision -> !decision.family().isEmpty())
                .collect(Collectors.groupingBy(Decision::family))
                .values()
                .stream()
                .anyMatch(family -> family.stream()
                                        .filter(decision -> decision.verdict() != Verdict.KEEP)
                                        .count()
                                * 100
                        > (long) percent * family.size());
        RetentionPolicy limited = policy.withAtMostPercent(percent);

        if (above) {
            assertThatThrownBy(() -> plan(estate, limited)).isInstanceOf(ConflictException.class);
        } else {
            assertThat(plan(estate, limited)).isEqualTo(plan(estate, policy));
        }
    }
}
