package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The folder of the index, held by this process alone until it is closed. */
final class IndexDirectory implements AutoCloseable {

    private final Path content;
    private final FileChannel channel;

    private IndexDirectory(Path content, FileChannel channel) {
        this.content = content;
        this.channel = channel;
    }

    static IndexDirectory open(Path directory) {
        Path folder = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("index.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException("Another process uses the search index in " + folder
                        + "; stop it, or give this one a folder of its own with tjanstenav.catalog.index-directory");
            }
            return new IndexDirectory(folder.resolve("lucene"), channel);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder
                            + " of the search index cannot be used; set tjanstenav.catalog.index-directory to a writable one",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where the index's files lie. */
    Path content() {
        return content;
    }

    /** Throws the index away; it can always be made again from the store. */
    void clear() {
        try {
            FileSystemUtils.deleteRecursively(content);
        } catch (IOException e) {
            throw new UncheckedIOException("The unusable search index in " + content + " cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the search index in " + content + " cannot be released", e);
        }
    }
}
