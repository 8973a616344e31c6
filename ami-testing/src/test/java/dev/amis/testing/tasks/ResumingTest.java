package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process dies in the middle of a plan, and another one goes on with its journal. */
class ResumingTest {

    @TempDir
    private Path folder = Path.of("");

    private final InMemoryAws aws = InMemoryAws.estate();
    private final Amis amis = Amis.using(aws);

    @Test
    void anotherProcessFinishesThePlanAndTakesAllOfItBack() {
        Set<Image> before = images();
        Plan plan = plan();
        dieInTheMiddleOf(plan);
        assertThat(images()).as("something was done").isNotEqualTo(before);

        try (Journal journal = Journal.inFile(file())) {
            ChangeReport report = amis.resume(journal);
            assertThat(report.planFingerprint()).isEqualTo(plan.fingerprint());
            assertThat(report.results(Outcome.DONE)).hasSameSizeAs(plan.actions());
            assertThat(plan().isEmpty()).isTrue();

            amis.undo(report).orThrow();
        }
        assertThat(images()).isEqualTo(before);
    }

    @Test
    void anotherProcessTakesBackWhatWasDoneWithoutFinishing() {
        Set<Image> before = images();
        dieInTheMiddleOf(plan());

        try (Journal journal = Journal.inFile(file())) {
            amis.undo(journal.report());
        }
        assertThat(images()).isEqualTo(before);
    }

    private void dieInTheMiddleOf(Plan plan) {
        assertThat(plan.actions()).hasSizeGreaterThan(3);
        try (Journal journal = Journal.inFile(file())) {
            aws.faults().crashAfter(plan.actions().size());
            assertThatThrownBy(() -> amis.applying(plan).journal(journal).apply())
                    .isInstanceOf(SimulatedCrash.class);
        }
        aws.faults().clear();
    }

    private Plan plan() {
        return amis.cleanup()
                .named("WebApp-*")
                .keepingLatest(5)
                .protectingInUse()
                .disabling()
                .plan();
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private Set<Image> images() {
        return amis.find().ownedBySelf().includingDeprecated().includingDisabled().list().stream()
                .collect(Collectors.toSet());
    }
}
