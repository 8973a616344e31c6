package dev.amis.rollout;

import dev.amis.internal.DirectoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A journal in a file, which is there as a whole or not at all. */
final class RolloutFile implements RolloutJournal {

    private final Path file;

    RolloutFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void begin(RolloutPlan plan) {
        Optional<RolloutPlan> present = plan();
        RolloutMemory.requireSame(this, present, plan);
        if (present.isEmpty()) {
            write(plan.toJson());
        }
    }

    private void write(String text) {
        Path whole = file.toAbsolutePath();
        Path draft = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
            DirectoryEntry.force(whole);
        } catch (IOException failed) {
            throw new UncheckedIOException(this + " cannot be written: " + failed, failed);
        }
    }

    @Override
    public synchronized Optional<RolloutPlan> plan() {
        try {
            return Files.exists(file) ? Optional.of(RolloutPlan.fromJson(Files.readString(file))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(this + " cannot be read: " + failed, failed);
        }
    }

    @Override
    public String toString() {
        return "journal " + file;
    }
}
