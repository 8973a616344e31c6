package dev.amis.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A journal in a file, one line after the other. What was written is kept in memory as well, as it is asked for often. */
final class FileJournal implements Journal {

    private final Path file;
    private final FileChannel channel;
    private final InMemoryJournal written = new InMemoryJournal();
    private boolean broken;

    private FileJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileJournal open(Path file, boolean droppingCutLine) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileJournal journal = new FileJournal(file, channel);
            try {
                journal.lock();
                journal.load(droppingCutLine);
            } catch (IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
            return journal;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("journal " + file + " cannot be opened: " + unreadable, unreadable);
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException here) {
            throw new IllegalStateException("journal " + file + " is open in this process already", here);
        }
        throw new IllegalStateException("journal " + file + " is in use by another process");
    }

    private void load(boolean droppingCutLine) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until all is there.
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length() && !droppingCutLine) {
            throw new IllegalArgumentException("journal " + file + " cannot be read: its last line, "
                    + text.lines().count() + ", is cut off; if the process died while it wrote, go on with"
                    + " Journal.inFileDroppingCutLine");
        }
        int number = 0;
        for (String line : text.substring(0, whole).lines().toList()) {
            number++;
            try {
                read(line);
            } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(
                        "journal " + file + " cannot be read: line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
    }

    private void read(String line) {
        if (written.plan().isEmpty()) {
            written.begin(Plan.fromJson(line));
            return;
        }
        Plan plan = written.plan().get();
        if (JournalJson.ENDED.isKindOf(line)) {
            JournalJson.Ended ended = JournalJson.ENDED.ofText(line);
            JournalEntry entry = written.find(plan.fingerprint(), ended.index())
                    .orElseThrow(() ->
                            new IllegalArgumentException("action " + ended.index() + " ended, but was never begun"));
            written.after(entry, ended.result());
        } else {
            JournalJson.Begun begun = JournalJson.BEGUN.ofText(line);
            PlannedAction planned = plan.actions().get(begun.index());
            written.before(new JournalEntry(plan.fingerprint(), begun.index(), begun.at(), planned, begun.undo()));
        }
    }

    @Override
    public synchronized void begin(Plan plan) {
        if (written.plan().isEmpty()) {
            write(PlanJson.line(plan));
        }
        written.begin(plan);
    }

    @Override
    public synchronized void before(JournalEntry entry) {
        write(JournalJson.BEGUN.toLine(new JournalJson.Begun(entry.index(), entry.at(), entry.undo())));
        written.before(entry);
    }

    @Override
    public synchronized void after(JournalEntry entry, ActionResult result) {
        write(JournalJson.ENDED.toLine(new JournalJson.Ended(entry.index(), result)));
        written.after(entry, result);
    }

    private void write(String line) {
        if (broken) {
            throw new IllegalStateException("journal " + file + " could not be written before, so it is not trusted");
        }
        broken = true;
        try {
            long end = channel.position();
            try {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException failed) {
                // Half a line would make the whole file unreadable.
                channel.truncate(end);
                channel.position(end);
                broken = false;
                throw failed;
            }
            broken = false;
        } catch (IOException failed) {
            throw new UncheckedIOException("journal " + file + " cannot be written: " + failed, failed);
        }
    }

    @Override
    public Optional<Plan> plan() {
        return written.plan();
    }

    @Override
    public Optional<JournalEntry> find(String plan, int index) {
        return written.find(plan, index);
    }

    @Override
    public Optional<ActionResult> result(String plan, int index) {
        return written.result(plan, index);
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("journal " + file + " cannot be closed: " + failed, failed);
        }
    }

    @Override
    public String toString() {
        return "journal " + file;
    }
}
