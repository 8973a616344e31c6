package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeEntry;
import dev.amis.create.BakeJournal;
import dev.amis.create.BakeReport;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.guest.GuestCleanup;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.tasks.BakingTest.Death;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BakeJournalTest {

    @TempDir
    Path directory;

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();
    private final Bake bake = BakingTest.whole(amis, instance).publishingTo("/golden/web");

    private Path file() {
        return directory.resolve("bake.jsonl");
    }

    private List<String> written() {
        try (BakeJournal journal = BakeJournal.inFile(file())) {
            return told(journal.entries());
        }
    }

    private static List<String> told(List<BakeEntry> entries) {
        return entries.stream().map(BakeJournalTest::told).toList();
    }

    private static String told(BakeEntry entry) {
        if (entry instanceof BakeEntry.Begun begun) {
            return begun.step() + " begun";
        }
        if (entry instanceof BakeEntry.Ended ended) {
            return ended.step().kind() + " " + ended.step().outcome();
        }
        return entry.getClass().getSimpleName();
    }

    private BakeReport run(Bake wanted) {
        try (BakeJournal journal = BakeJournal.inFile(file())) {
            return wanted.journal(journal).run();
        }
    }

    /** A run whose process dies at a call. */
    private void die(InMemoryAws on, InstanceId source, int nth) {
        assertThatThrownBy(() -> run(
                        BakingTest.whole(Amis.using(BakingTest.dyingAt(on, nth).provider()), source)))
                .isInstanceOf(Death.class);
    }

    @Test
    void eachStepIsWrittenBeforeItBeginsAndWhenItHasEnded() {
        BakeReport report = run(bake);
        report.orThrow();
        assertThat(written())
                .containsExactly(
                        "Run",
                        "PREPARE begun",
                        "Sent",
                        "PREPARE DONE",
                        "STOP begun",
                        "STOP DONE",
                        "CREATE begun",
                        "CREATE DONE",
                        "START begun",
                        "START DONE",
                        "VERIFY begun",
                        "VERIFY DONE",
                        "TAG DONE",
                        "PUBLISH begun",
                        "PUBLISH DONE",
                        "Done");
        try (BakeJournal journal = BakeJournal.inFile(file())) {
            List<BakeEntry> entries = journal.entries();
            assertThat(entries.get(entries.size() - 1)).isEqualTo(new BakeEntry.Done(report));
            assertThat(entries).extracting(BakeEntry::at).isSorted();
        }
    }

    @Test
    void aStepThatWasBegunIsOnTheDiskBeforeItsCallIsMade() {
        aws.access().deny("StopInstances");
        assertThat(run(bake).succeeded()).isFalse();
        assertThat(written()).contains("STOP begun").doesNotContain("STOP DONE").endsWith("Done");
    }

    @Test
    void furtherRunsGoOnInTheSameFile() {
        die(aws, instance, 20);
        assertThat(written()).startsWith("Run", "PREPARE begun").doesNotContain("Done");
        run(BakingTest.whole(amis, instance)).orThrow();
        run(BakingTest.whole(amis, instance)).orThrow();
        assertThat(written()).endsWith("Run", "CREATE begun", "CREATE FOUND_DONE", "VERIFY FOUND_DONE", "Done");
    }

    @Test
    void whereverAProcessDiesAnotherGoesOnWithItsFile() throws IOException {
        for (int nth = 1; nth <= 30; nth++) {
            Files.deleteIfExists(file());
            InMemoryAws other = InMemoryAws.create();
            InstanceId source = other.runInstance();
            die(other, source, nth);
            run(BakingTest.whole(Amis.using(other), source)).orThrow();
            assertThat(BakingTest.images(Amis.using(other)))
                    .as("killed at call %d", nth)
                    .hasSize(1);
            assertThat(BakingTest.source(other, source).state()).isEqualTo(InstanceState.RUNNING);
            assertThat(written()).filteredOn("Run"::equals).hasSize(2);
        }
    }

    @Test
    void aScriptThatAnEarlierRunLeftAtWorkIsWaitedForBeforeItIsSentAgain() {
        Duration takes = Duration.ofMinutes(30);
        aws.in(aws.region()).runCommands().answer("", 0, "", "", takes).answer("curl", 0, "");
        die(aws, instance, 8);
        assertThat(written()).endsWith("PREPARE begun", "Sent");
        BakeReport report = run(BakingTest.whole(amis, instance));
        report.orThrow();
        List<Instant> sent = aws.calls().entries("SendCommand").stream()
                .map(CallLog.Entry::at)
                .toList();
        assertThat(Duration.between(sent.get(0), sent.get(1))).isGreaterThanOrEqualTo(takes);
        assertThat(report.steps().get(0).outcome()).isEqualTo(BakeStep.Outcome.FOUND_DONE);
        assertThat(report.steps().get(1).kind()).isEqualTo(Kind.PREPARE);
    }

    @Test
    void aScriptThatFailedIsAtItsEnd() {
        aws.in(aws.region()).runCommands().answer("", 3, "");
        assertThat(run(bake).steps()).containsExactly(new BakeStep(Kind.PREPARE, BakeStep.Outcome.FAILED, script()));
        aws.in(aws.region()).runCommands().answer("", 0, "");
        assertThat(run(bake).orThrow().state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(written())
                .startsWith("Run", "PREPARE begun", "Sent", "PREPARE FAILED", "Done", "Run", "PREPARE begun", "Sent");
    }

    private static String script() {
        return GuestCleanup.minimal().script().toString();
    }

    @Test
    void aScriptThatDoesNotEndInTimeIsToldAsThat() {
        aws.in(aws.region()).runCommands().answer("", 0, "", "", Duration.ofMinutes(50));
        assertThatThrownBy(() -> bake.within(Duration.ofMinutes(10)).run().orThrow())
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("the script that prepares it, command ")
                .hasMessageContaining("is still InProgress");
    }

    @Test
    void aScriptThatDoesNotEndInTimeKeepsTheNextFromBeingSent() {
        aws.in(aws.region()).runCommands().answer("", 0, "", "", Duration.ofMinutes(50));
        die(aws, instance, 8);
        BakeReport report = run(BakingTest.whole(amis, instance).within(Duration.ofMinutes(10)));
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("the script of an earlier run");
        assertThat(aws.calls().count("SendCommand")).isEqualTo(1);
        assertThat(BakingTest.images(amis)).isEmpty();
    }

    @Test
    void aJournalOfAnotherBakeIsRefusedBeforeAnyCall() {
        run(bake);
        int calls = aws.calls().count();
        assertThatThrownBy(() -> run(amis.bake("web-2").fromInstance(instance)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is about the bake of web-1 from " + instance)
                .hasMessageContaining("but must be about that of web-2");
        assertThat(aws.calls().count()).isEqualTo(calls);
    }

    @Test
    void twoProcessesCannotHaveTheSameFile() {
        try (BakeJournal one = BakeJournal.inFile(file())) {
            assertThatThrownBy(() -> BakeJournal.inFile(file()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is open in this process already");
            assertThat(one.entries()).isEmpty();
        }
    }

    /** Fails from its n-th entry on. */
    private static final class FullDisk implements BakeJournal {

        private final List<BakeEntry> entries = new ArrayList<>();
        private final int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(BakeEntry entry) {
            if (entries.size() == room) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
            entries.add(entry);
        }

        @Override
        public List<BakeEntry> entries() {
            return List.copyOf(entries);
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotBegunAndTheInstanceRunsAgain() {
        int whole = 14;
        for (int room = 0; room < whole; room++) {
            InMemoryAws other = InMemoryAws.create();
            InstanceId source = other.runInstance();
            FullDisk journal = new FullDisk(room);
            BakeReport report =
                    BakingTest.whole(Amis.using(other), source).journal(journal).run();
            assertThatThrownBy(report::orThrow)
                    .as("room for %d", room)
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("could not be written down")
                    .hasMessageContaining("no space left");
            assertThat(BakingTest.source(other, source).state()).isEqualTo(InstanceState.RUNNING);
            assertThat(BakingTest.source(other, source).tags().contains("amis:bake"))
                    .isFalse();
            assertThat(other.calls().count("StopInstances") > 0)
                    .isEqualTo(told(journal.entries()).contains("STOP begun"));
            assertThat(other.calls().count("CreateImage") > 0)
                    .isEqualTo(told(journal.entries()).contains("CREATE begun"));
            BakingTest.whole(Amis.using(other), source).run().orThrow();
            assertThat(BakingTest.images(Amis.using(other))).hasSize(1);
        }
        FullDisk enough = new FullDisk(whole);
        BakingTest.whole(amis, instance).journal(enough).run().orThrow();
        assertThat(told(enough.entries())).hasSize(whole).endsWith("Done");
    }

    @Test
    void aLineThatIsCutOffIsRefusedAndDroppedOnRequest() throws IOException {
        run(bake).orThrow();
        Files.writeString(file(), Files.readString(file()).substring(0, 400));
        assertThatThrownBy(() -> BakeJournal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is cut off");
        try (BakeJournal journal = BakeJournal.inFileDroppingCutLine(file())) {
            assertThat(told(journal.entries())).containsExactly("Run");
            bake.journal(journal).run().orThrow();
        }
        assertThat(written()).endsWith("Done");
    }

    @Test
    void anEditedLineIsRefused() throws IOException {
        run(bake).orThrow();
        Files.writeString(file(), Files.readString(file()).replaceFirst("\"stop\"", "\"start\""));
        assertThatThrownBy(() -> BakeJournal.inFile(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 5: ")
                .hasMessageContaining("was changed after it was written");
    }

    @Test
    void neitherScriptsNorWhatTheyPrintedAreInTheFile() throws IOException {
        aws.in(aws.region()).runCommands().answer("", 0, "a secret was printed");
        run(amis.bake("web-1")
                        .fromInstance(instance)
                        .prepare(GuestCleanup.minimal().script()))
                .orThrow();
        assertThat(Files.readString(file())).doesNotContain("a secret was printed", "rm -", "curl");
    }
}
