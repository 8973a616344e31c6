package dev.amis.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The file of a journal: lines that are appended, each of which is on the disk when writing it returns. As long as it is open,
 * no other process and no other journal may have it. Thread-safe.
 */
public final class LineFile implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private boolean broken;

    private LineFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a file, and reads what it has.
     *
     * @param file the file, made if it is not there
     * @param droppingCutLine whether a last line that has no end is dropped instead of refused
     * @param reader takes each line; what it throws about a line is told with the number of the line
     * @return the file, to be gone on with
     * @throws IllegalArgumentException if the last line is cut off, or the reader refused a line
     * @throws IllegalStateException if somebody else has it open
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static LineFile open(Path file, boolean droppingCutLine, Consumer<String> reader) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            LineFile lines = new LineFile(file, channel);
            try {
                lines.lock();
                lines.load(droppingCutLine, reader);
                DirectoryEntry.force(file);
            } catch (IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
            return lines;
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

    private void load(boolean droppingCutLine, Consumer<String> reader) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until all is there.
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length() && !droppingCutLine) {
            throw new IllegalArgumentException("journal " + file + " cannot be read: its last line, "
                    + text.lines().count() + ", is cut off; if the process died while it wrote, go on with"
                    + " inFileDroppingCutLine");
        }
        int number = 0;
        for (String line : text.substring(0, whole).lines().toList()) {
            number++;
            try {
                reader.accept(line);
            } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(
                        "journal " + file + " cannot be read: line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
    }

    /**
     * Appends a line.
     *
     * @param line the line, without its end
     * @throws IllegalStateException if an earlier line could be written only in part
     * @throws UncheckedIOException if it cannot be written; the file is then as it was
     */
    public synchronized void write(String line) {
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

    /** Lets others have the file; what was written stays. */
    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("journal " + file + " cannot be closed: " + failed, failed);
        }
    }

    /** The journal and its file. */
    @Override
    public String toString() {
        return "journal " + file;
    }
}
