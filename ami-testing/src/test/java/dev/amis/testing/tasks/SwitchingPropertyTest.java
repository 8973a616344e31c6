package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Plan;
import dev.amis.testing.Faults;
import dev.amis.testing.SimulatedCrash;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong at whichever call: one version is made, and undoing brings default and latest back. */
class SwitchingPropertyTest {

    private enum Kind {
        LOST_ANSWER,
        LOST_REQUEST,
        CRASH_BEFORE,
        CRASH_AFTER,
        SERVER_ERROR;

        void arrange(Faults faults, int nth) {
            switch (this) {
                case LOST_ANSWER -> faults.loseAnswer(Faults.ANY, nth);
                case LOST_REQUEST -> faults.loseRequest(Faults.ANY, nth);
                case CRASH_BEFORE -> faults.crashBefore(nth);
                case CRASH_AFTER -> faults.crashAfter(nth);
                case SERVER_ERROR -> faults.fail(Faults.ANY, nth, "InternalError");
            }
        }
    }

    /** Goes on by the journal, as often as it takes. */
    private static ChangeReport finish(TemplateWorld world, Journal journal) {
        world.aws.faults().clear();
        return Amis.using(world.aws).resume(journal).orThrow();
    }

    @Property(tries = 150)
    void undoingBringsDefaultAndLatestBack(
            @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 14) int nth, @ForAll boolean late) {
        TemplateWorld world = new TemplateWorld();
        String before = world.state();
        if (late) {
            world.aws.faults().hidingNewFromLooks(1);
        }
        Plan plan = world.web().switchTo(world.images.get(1)).plan();
        Journal journal = Journal.inMemory();
        kind.arrange(world.aws.faults(), nth);
        Optional<ChangeReport> report = Optional.empty();
        try {
            report = Optional.of(world.amis.applying(plan).journal(journal).apply());
        } catch (SimulatedCrash | AmiException died) {
            world.aws.faults().clear();
        }
        ChangeReport done = report.filter(ChangeReport::isComplete).orElseGet(() -> {
            if (journal.plan().isEmpty()) {
                world.aws.faults().clear();
                return world.amis.applying(plan).journal(journal).apply().orThrow();
            }
            return finish(world, journal);
        });
        world.aws.faults().clear();

        assertThat(world.state()).isEqualTo("2 of [2, 1]");
        kind.arrange(world.aws.faults(), nth);
        try {
            world.amis.undo(done);
        } catch (SimulatedCrash | AmiException died) {
            world.aws.faults().clear();
        }
        world.aws.faults().clear();
        Amis.using(world.aws).undo(done).orThrow();
        assertThat(world.state()).isEqualTo(before);
    }

    @Test
    void startedAgainAtEveryCrashItMakesOneVersion() {
        int calls = Crashes.atEveryCall(
                TemplateWorld::new,
                (amis, world) -> amis.launchTemplate(TemplateWorld.NAME)
                        .switchTo(world.images.get(1))
                        .apply()
                        .orThrow(),
                world -> {
                    assertThat(world.state()).isEqualTo("2 of [2, 1]");
                    assertThat(world.web().defaultVersion().imageId())
                            .contains(world.images.get(1).imageId());
                });

        assertThat(calls).isGreaterThan(6);
    }

    @Test
    void startedAgainAtEveryCrashItMakesOneTemplate() {
        Crashes.atEveryCall(
                TemplateWorld::new,
                (amis, world) -> amis.launchTemplate("api")
                        .create()
                        .with(world.data())
                        .apply()
                        .orThrow(),
                world -> assertThat(List.of(
                                world.amis
                                        .launchTemplate("api")
                                        .defaultVersion()
                                        .versionNumber(),
                                (long) world.amis
                                        .launchTemplate("api")
                                        .versions()
                                        .size()))
                        .containsExactly(1L, 1L));
    }
}
