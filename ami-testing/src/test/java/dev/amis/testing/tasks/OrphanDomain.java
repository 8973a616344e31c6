package dev.amis.testing.tasks;

import dev.amis.testing.tasks.OrphanCase.Fate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generated accounts of snapshots, many of them orphans, and few with images in the Recycle Bin. */
public final class OrphanDomain extends DomainContextBase {

    @Provide
    Arbitrary<OrphanCase> cases() {
        Arbitrary<Fate> others = Arbitraries.of(
                Arrays.stream(Fate.values()).filter(fate -> !fate.isRecycled()).toList());
        Arbitrary<Fate> plain =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Fate.ORPHAN)), Tuple.of(3, others));
        // Without trust, one image in the bin keeps everything; with it, only what names the image.
        Arbitrary<OrphanCase> trusting =
                cases(Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(1, Arbitraries.just(Fate.RECYCLED))), true);
        Arbitrary<OrphanCase> strict = cases(plain, false);
        Arbitrary<OrphanCase> blind = cases(
                Arbitraries.frequencyOf(
                        Tuple.of(6, plain), Tuple.of(1, Arbitraries.of(Fate.RECYCLED, Fate.RECYCLED_BY_ANOTHER))),
                false);
        return Arbitraries.frequencyOf(Tuple.of(3, trusting), Tuple.of(3, strict), Tuple.of(1, blind));
    }

    private static Arbitrary<OrphanCase> cases(Arbitrary<Fate> fates, boolean trusting) {
        return Combinators.combine(fates.list().ofMinSize(1).ofMaxSize(14), Arbitraries.of(true, false))
                .as((list, binned) -> new OrphanCase(list, binned, trusting));
    }

    @Provide
    Arbitrary<Trouble> troubles() {
        return Combinators.combine(
                        Arbitraries.of(Trouble.Kind.class),
                        Arbitraries.integers().between(0, 999))
                .as(Trouble::new);
    }
}
