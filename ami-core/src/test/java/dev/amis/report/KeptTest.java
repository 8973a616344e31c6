package dev.amis.report;

import static dev.amis.report.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason;
import dev.amis.plan.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptTest {

    @Test
    void reasonsAreCountedTheMostFrequentFirst() {
        assertThat(Kept.describe(plan(kept(Reason.Kind.IN_USE), kept(Reason.Kind.TAGGED), kept(Reason.Kind.TAGGED))))
                .isEqualTo("2 by a tag, 1 in use");
    }

    @Test
    void severalReasonsOfAnImageAreSaid() {
        assertThat(Kept.describe(plan(kept(Reason.Kind.IN_USE, Reason.Kind.SHARED))))
                .isEqualTo("1 in use, 1 shared; some have several reasons");
    }

    @Test
    void oneReasonTwiceIsOne() {
        assertThat(Kept.describe(plan(kept(Reason.Kind.IN_USE, Reason.Kind.IN_USE))))
                .isEqualTo("1 in use");
    }

    @Test
    void imagesThatChangeDoNotCount() {
        assertThat(Kept.describe(plan(decision(1, Verdict.DISABLE, 1)))).isEqualTo("nothing is kept");
    }

    @Test
    void everyKindOfReasonHasItsWords() {
        for (Reason.Kind kind : Reason.Kind.values()) {
            assertThat(Kept.describe(plan(kept(kind)))).startsWith("1 ").doesNotContain("_");
        }
    }

    private static Plan plan(Decision... decisions) {
        return Samples.plan().addDecisions(decisions).build();
    }

    private static Decision kept(Reason.Kind... kinds) {
        List<Reason> reasons =
                Arrays.stream(kinds).map(kind -> new Reason(kind, "why")).toList();
        return new Decision(
                Samples.IRELAND, Samples.image(1), "web", Optional.empty(), 8, "web", 1, Verdict.KEEP, reasons);
    }
}
