package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The folder of the index, held by this process alone until it is closed. */
final class IndexDirectory implements AutoCloseable {

    private static final String PREFIX = "lucene";

    private final Path folder;
    private final FileChannel channel;

    private IndexDirectory(Path folder, FileChannel channel) {
        this.folder = folder;
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
            return new IndexDirectory(folder, channel);
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

    /** The folders that generations were made in, the latest first; also that of a release which knew but one. */
    List<Path> generations() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of the search index cannot be read", e);
        }
    }

    /** Where the generation after all others goes. */
    Path next() {
        int last = generations().stream()
                .map(path -> path.getFileName().toString().substring(PREFIX.length()))
                .filter(number -> number.matches("-[0-9]{6}"))
                .mapToInt(number -> Integer.parseInt(number.substring(1)))
                .max()
                .orElse(0);
        return folder.resolve("%s-%06d".formatted(PREFIX, last + 1));
    }

    /** Throws a generation away; it can always be made again from the store. */
    void delete(Path generation) {
        try {
            FileSystemUtils.deleteRecursively(generation);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + generation + " cannot be deleted", e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the search index in " + folder + " cannot be released", e);
        }
    }
}
