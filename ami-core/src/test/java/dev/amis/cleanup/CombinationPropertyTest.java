package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cleanup.Estates.Estate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules are joined as sentences are. */
class CombinationPropertyTest {

    @Provide
    Arbitrary<Estate> estates() {
        return Estates.estates();
    }

    @Provide
    Arbitrary<RetentionPolicy> policies() {
        return Estates.policies();
    }

    @Provide
    Arbitrary<KeepRule> rules() {
        return Estates.singleRules();
    }

    private static List<String> targets(Estate estate, RetentionPolicy policy, KeepRule... rules) {
        return Seen.targets(Amis.using(estate.account())
                .cleanup(policy.withKeepRules(rules))
                .plan());
    }

    @Property(tries = 100)
    void orIsAsGoodAsTwoRules(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll("rules") KeepRule one,
            @ForAll("rules") KeepRule other) {
        assertThat(targets(estate, policy, one.or(other))).isEqualTo(targets(estate, policy, one, other));
    }

    @Property(tries = 100)
    void andDistributesOverOr(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll("rules") KeepRule one,
            @ForAll("rules") KeepRule other,
            @ForAll("rules") KeepRule third) {
        assertThat(targets(estate, policy, one.and(other.or(third))))
                .isEqualTo(targets(estate, policy, one.and(other), one.and(third)));
    }

    @Property(tries = 100)
    void theOrderOfPartsMakesNoDifference(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll("rules") KeepRule one,
            @ForAll("rules") KeepRule other) {
        assertThat(targets(estate, policy, one.and(other))).isEqualTo(targets(estate, policy, other.and(one)));
    }

    @Property(tries = 100)
    void aRuleAndItselfIsTheRule(
            @ForAll("estates") Estate estate,
            @ForAll("policies") RetentionPolicy policy,
            @ForAll("rules") KeepRule rule) {
        assertThat(targets(estate, policy, rule.and(rule))).isEqualTo(targets(estate, policy, rule));
    }
}
