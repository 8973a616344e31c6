package dev.amis.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry of a file in its directory: a file that was made or moved is safe only if that is on the disk as well. */
public final class DirectoryEntry {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryEntry.class);

    private DirectoryEntry() {}

    /**
     * Writes the directory of a file out, where the operating system lets a directory be opened; Windows does not, and needs
     * it not.
     *
     * @param file the file
     */
    public static void force(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.debug("directory {} cannot be written out", directory, notHere);
        }
    }
}
