package dev.amis.testing.tasks;

import dev.amis.cleanup.FamilyRule;
import dev.amis.cleanup.KeepRule;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.cleanup.Retirement;
import dev.amis.cleanup.UseProtection;
import dev.amis.model.Region;
import dev.amis.naming.NamingScheme;
import dev.amis.testing.tasks.RetirementWorld.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generated accounts with policies. Most images are plain and many of one family, so that there is something to retire. */
public final class RetirementDomain extends DomainContextBase {

    private static final int MOST_IMAGES = 24;

    @Provide
    Arbitrary<RetirementCase> cases() {
        return Combinators.combine(worlds(), policies()).as(RetirementCase::new);
    }

    @Provide
    Arbitrary<Trouble> troubles() {
        return Combinators.combine(
                        Arbitraries.of(Trouble.Kind.class),
                        Arbitraries.integers().between(0, 999))
                .as(Trouble::new);
    }

    @Provide
    Arbitrary<Meanwhile> changes() {
        return Combinators.combine(
                        Arbitraries.of(Meanwhile.Kind.class),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 999))
                .as(Meanwhile::new);
    }

    private static Arbitrary<RetirementWorld> worlds() {
        Arbitrary<Set<Region>> ambiguous = Arbitraries.frequencyOf(
                Tuple.of(19, Arbitraries.just(Set.of())),
                Tuple.of(1, Arbitraries.of(RetirementWorld.REGIONS).map(Set::of)));
        return Combinators.combine(
                        sketches().list().ofMinSize(1).ofMaxSize(MOST_IMAGES),
                        Arbitraries.of(Rule.class).set().ofMaxSize(3),
                        ambiguous)
                .as((sketches, bin, regions) -> new RetirementWorld(numbered(sketches), bin, regions));
    }

    private static List<Sketch> numbered(List<Sketch> sketches) {
        List<Sketch> numbered = new ArrayList<>();
        for (Sketch one : sketches) {
            numbered.add(new Sketch(numbered.size() + 1, one.region(), one.family(), one.days(), one.traits()));
        }
        return numbered;
    }

    private static Arbitrary<Sketch> sketches() {
        Arbitrary<Region> regions = Arbitraries.frequency(
                Tuple.of(6, RetirementWorld.REGIONS.get(0)),
                Tuple.of(2, RetirementWorld.REGIONS.get(1)),
                Tuple.of(1, RetirementWorld.REGIONS.get(2)));
        Arbitrary<String> families =
                Arbitraries.frequency(Tuple.of(6, "web"), Tuple.of(3, "db"), Tuple.of(1, "job"), Tuple.of(1, ""));
        Arbitrary<Set<Trait>> traits = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Set.of())),
                Tuple.of(1, Arbitraries.of(Trait.class).set().ofMinSize(1).ofMaxSize(3)));
        return Combinators.combine(regions, families, Arbitraries.integers().between(1, 60), traits)
                .as((region, family, days, some) -> new Sketch(0, region, family, days, some));
    }

    private static Arbitrary<RetentionPolicy> policies() {
        Arbitrary<Boolean> including = Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true));
        Arbitrary<Set<String>> ignored = Arbitraries.frequency(
                Tuple.of(8, Set.of()),
                Tuple.of(1, Set.of("launch templates")),
                Tuple.of(1, Set.of("instances")),
                Tuple.of(1, Set.of("Auto Scaling groups")),
                Tuple.of(1, Set.of("parameters", "image recipes")));
        Arbitrary<List<Region>> regions = Arbitraries.frequency(
                Tuple.of(1, RetirementWorld.REGIONS.subList(0, 1)),
                Tuple.of(1, RetirementWorld.REGIONS.subList(0, 2)),
                Tuple.of(2, RetirementWorld.REGIONS));
        Arbitrary<UseProtection> use = Arbitraries.frequency(
                Tuple.of(4, UseProtection.WHERE_REMOVED),
                Tuple.of(4, UseProtection.ALWAYS),
                Tuple.of(1, UseProtection.NEVER));
        return Combinators.combine(
                        families(),
                        rules().list().ofMinSize(1).ofMaxSize(2),
                        retirements(),
                        regions,
                        use,
                        ignored,
                        including.list().ofSize(3))
                .as((family, rules, retirement, where, protection, sources, flags) -> RetentionPolicy.builder()
                        .families(family)
                        .addAllKeepRules(rules)
                        .retirement(retirement)
                        .addAllRegions(where)
                        .useProtection(protection)
                        .addAllIgnoredSources(sources)
                        .includingPublic(flags.get(0))
                        .includingDisabled(flags.get(1))
                        .includingFailed(flags.get(2))
                        .build());
    }

    private static Arbitrary<FamilyRule> families() {
        return Arbitraries.of(
                new FamilyRule.ByTag("Family"),
                new FamilyRule.ByScheme(NamingScheme.parse("{app}-v{version}")),
                new FamilyRule.ByName("web-*"),
                new FamilyRule.ByFunction(image -> image.tags().get("Family")));
    }

    private static Arbitrary<KeepRule> rules() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(1, 3).map(KeepRule.Latest::new)),
                Tuple.of(2, Arbitraries.of(10, 30).map(days -> new KeepRule.NewerThan(Duration.ofDays(days)))),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                new KeepRule.Tagged("Keep", Optional.empty()),
                                new KeepRule.Tagged("Keep", Optional.of("yes")),
                                new KeepRule.LaunchedWithin(Duration.ofDays(7)),
                                new KeepRule.Shared())));
    }

    private static Arbitrary<Retirement> retirements() {
        return Arbitraries.frequency(
                Tuple.of(1, new Retirement.Deprecate(Optional.empty())),
                Tuple.of(1, new Retirement.Deprecate(Optional.of(Duration.ofDays(7)))),
                Tuple.of(2, new Retirement.Disable()),
                Tuple.of(4, new Retirement.Deregister(true)),
                Tuple.of(1, new Retirement.Deregister(false)));
    }
}
