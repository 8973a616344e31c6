package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.StalePlanException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    private static final Plan PLAN = Worlds.plan(
            Worlds.planned(new Action.Disable(REGION, IMAGE)),
            Worlds.planned(new Action.Deprecate(REGION, OTHER, NEXT_YEAR)));

    @TempDir
    private Path folder = Path.of("");

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    FileJournalTest() {
        ec2.add(Worlds.image(OTHER, SNAPSHOT));
    }

    @Test
    void whatWasWrittenIsThereWhenTheFileIsOpenedAgain() {
        ChangeReport report = apply();

        try (Journal journal = Journal.inFile(file())) {
            assertThat(journal.plan()).contains(PLAN);
            assertThat(journal.find(PLAN.fingerprint(), 0))
                    .map(JournalEntry::undo)
                    .contains(undo(report, 0));
            assertThat(journal.result(PLAN.fingerprint(), 1))
                    .contains(report.results().get(1));
            assertThat(journal.find("another plan", 0)).isEmpty();
            assertThat(journal.report().results()).isEqualTo(report.results());
        }
    }

    @Test
    void whereverTheProcessDiesTheRestIsFinishedAndAllOfItCanBeTakenBack() {
        TinyEc2.World before = ec2.world();
        apply();
        int calls = ec2.calls.size();
        TinyEc2.World promised = ec2.world();

        for (TinyEc2.Mishap death : List.of(TinyEc2.Mishap.CRASH_BEFORE, TinyEc2.Mishap.CRASH_AFTER)) {
            for (int call = 1; call <= calls; call++) {
                TinyEc2 other = Worlds.ofOneImage();
                other.add(Worlds.image(OTHER, SNAPSHOT));
                other.mishaps.put(call, death);
                Path file = folder.resolve(death + "-" + call);
                try (Journal journal = Journal.inFile(file)) {
                    assertThatThrownBy(() -> apply(other, journal)).isInstanceOf(TinyEc2.Crash.class);
                }
                try (Journal journal = Journal.inFile(file)) {
                    ChangeReport report = Worlds.engine(other).resuming(journal).apply();
                    assertThat(other.world()).as("%s %s", death, call).isEqualTo(promised);
                    Worlds.engine(other).undoing(report).apply();
                    assertThat(other.world()).as("%s %s", death, call).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void whatADeadProcessDidCanBeTakenBackWithoutFinishing() {
        TinyEc2.World before = ec2.world();
        ec2.mishaps.put(4, TinyEc2.Mishap.CRASH_AFTER);
        try (Journal journal = Journal.inFile(file())) {
            assertThatThrownBy(() -> apply(ec2, journal)).isInstanceOf(TinyEc2.Crash.class);
        }
        assertThat(ec2.world()).isNotEqualTo(before);

        try (Journal journal = Journal.inFile(file())) {
            ChangeReport report = journal.report();
            assertThat(report.results()).hasSizeLessThanOrEqualTo(2);
            Worlds.engine(ec2).undoing(report).apply();
        }
        assertThat(ec2.world()).isEqualTo(before);
    }

    @Test
    void aPlanThatHasExpiredMeanwhileIsNotGoneOnWith() {
        apply();
        ec2.now = PLAN.expiresAt();
        try (Journal journal = Journal.inFile(file())) {
            assertThatThrownBy(() -> Worlds.engine(ec2).resuming(journal).apply())
                    .isInstanceOf(StalePlanException.class)
                    .hasMessageContaining("what a journal says was done can be taken back");
        }
    }

    @Test
    void aCutLastLineIsRefused() throws IOException {
        apply();
        cut(3);
        assertThatThrownBy(() -> Journal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its last line, 5, is cut off")
                .hasMessageContaining("inFileDroppingCutLine");
    }

    @Test
    void aCutLastLineIsDroppedOnRequest() throws IOException {
        apply();
        cut(3);
        try (Journal journal = Journal.inFileDroppingCutLine(file())) {
            assertThat(journal.result(PLAN.fingerprint(), 0)).isPresent();
            assertThat(journal.find(PLAN.fingerprint(), 1)).isPresent();
            assertThat(journal.result(PLAN.fingerprint(), 1)).isEmpty();
            assertThat(journal.report().results().get(1).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(Files.readAllLines(file())).hasSize(4);
        Journal.inFile(file()).close();
    }

    @Test
    void aLineCutInTheMiddleOfTheFileIsRefusedEvenThen() throws IOException {
        apply();
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(1).substring(0, 60) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> Journal.inFileDroppingCutLine(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: ");
    }

    @Test
    void anEditedLineIsRefused() throws IOException {
        apply();
        Files.writeString(file(), Files.readString(file()).replace("\"done\"", "\"failed\""));
        assertThatThrownBy(() -> Journal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3: ")
                .hasMessageContaining("was changed after it was written");
    }

    @Test
    void aFileThatIsNoJournalIsRefused() throws IOException {
        Files.writeString(file(), "hello\n");
        assertThatThrownBy(() -> Journal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1: ");
        assertThat(file()).hasContent("hello");
    }

    @Test
    void anEndWithoutABeginningIsRefused() throws IOException {
        apply();
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> Journal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: action 0 ended, but was never begun");
    }

    @Test
    void anotherPlanIsRefusedBeforeAnyCall() {
        apply();
        ec2.calls.clear();
        Plan other = PLAN.withTitle("another");
        try (Journal journal = Journal.inFile(file())) {
            assertThatThrownBy(() ->
                            Worlds.engine(ec2).applying(other).journal(journal).apply())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the journal is about the plan 'a test'");
        }
        assertThat(ec2.calls).isEmpty();
    }

    @Test
    void aJournalThatIsOpenIsNotOpenedAgain() {
        try (Journal journal = Journal.inFile(file())) {
            assertThatThrownBy(() -> Journal.inFile(file()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(journal + " is open in this process already");
        }
    }

    @Test
    void aFileThatCannotBeMadeIsAnError() {
        assertThatThrownBy(() -> Journal.inFile(folder.resolve("none/journal")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void withoutAJournalOnTheDiskNothingIsChanged() {
        Journal journal = Journal.inFile(file());
        journal.begin(PLAN);
        journal.close();
        ChangeReport report = Worlds.engine(ec2).applying(PLAN).journal(journal).apply();
        assertThat(report.results()).extracting(ActionResult::outcome).containsOnly(Outcome.FAILED);
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void anEmptyJournalHasNothingToResume() {
        try (Journal journal = Journal.inFile(file())) {
            assertThat(journal.plan()).isEqualTo(Optional.empty());
            assertThatThrownBy(() -> Worlds.engine(ec2).resuming(journal))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nothing to resume");
            assertThatThrownBy(journal::report)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nothing was begun");
        }
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private ChangeReport apply() {
        try (Journal journal = Journal.inFile(file())) {
            return apply(ec2, journal);
        }
    }

    private static ChangeReport apply(TinyEc2 ec2, Journal journal) {
        return Worlds.engine(ec2).applying(PLAN).journal(journal).apply();
    }

    private static List<PlannedAction> undo(ChangeReport report, int index) {
        return report.results().get(index).undo();
    }

    private void cut(int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(all, all.length - bytes));
    }
}
