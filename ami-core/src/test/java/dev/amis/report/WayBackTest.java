package dev.amis.report;

import static dev.amis.report.Samples.deregister;
import static dev.amis.report.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {

    @Test
    void whatCannotBeUndoneComesFirstThenWhatIsKeptForTheShortestTime() {
        Plan plan = Samples.plan()
                .addAction(planned(deregister(1), Reversibility.reversible("a")))
                .addAction(planned(deregister(2), Reversibility.recycleBin(Duration.ofDays(14))))
                .addAction(planned(deregister(3), Reversibility.recycleBin(Duration.ofDays(7))))
                .addAction(planned(deregister(4), Reversibility.irreversible("b")))
                .addAction(planned(deregister(5), Reversibility.reversible("a")))
                .build();

        assertThat(WayBack.of(plan))
                .extracting(way -> way.kind() + " " + way.actions() + " " + way.summary())
                .containsExactly(
                        "IRREVERSIBLE 1 b",
                        "UNTIL 1 the Recycle Bin keeps it for 7 days",
                        "UNTIL 1 the Recycle Bin keeps it for 14 days",
                        "REVERSIBLE 2 a");
    }

    @Test
    void theRecycleBinCountsFromTheActionOn() {
        Plan plan = Samples.plan()
                .addAction(planned(deregister(1), Reversibility.recycleBin(Duration.ofDays(7))))
                .build();

        assertThat(WayBack.of(plan).get(0).until(plan))
                .containsExactly(
                        "2026-01-12 08:00 UTC if applied at once",
                        "2026-01-13 08:00 UTC if applied right before it expires");
    }

    @Test
    void aRetentionBeyondAllTimeHasAnEnd() {
        Plan plan = Samples.plan()
                .addAction(planned(
                        deregister(1),
                        new Reversibility(
                                Reversibility.Kind.UNTIL, Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), "long")))
                .build();

        assertThat(WayBack.of(plan).get(0).until(plan)).allMatch(line -> line.startsWith("+1000000000-12-31"));
    }

    @Test
    void manyNotesAreCounted() {
        Plan.Builder plan = Samples.plan();
        for (int i = 1; i <= 7; i++) {
            plan.addAction(planned(deregister(i), Reversibility.irreversible("note " + i)));
        }

        assertThat(WayBack.of(plan.build()).get(0).summary())
                .isEqualTo("note 1; note 2; note 3; note 4; note 5; and 2 more, see the actions");
    }
}
