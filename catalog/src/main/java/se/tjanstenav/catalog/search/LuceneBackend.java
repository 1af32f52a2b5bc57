package se.tjanstenav.catalog.search;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.SearchUnavailableException;

/**
 * Lucene within this process, in the folder of this process alone. On start the latest whole generation is used; what
 * cannot be read or was left half made is thrown away.
 */
final class LuceneBackend implements IndexBackend {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneBackend.class);

    private final IndexDirectory directory;
    private final Lexicon lexicon = new RememberedLexicon();

    /** Held for reading by searches, so that a generation is never closed under one. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private @Nullable LuceneGeneration current;

    private LuceneBackend(IndexDirectory directory) {
        this.directory = directory;
    }

    static LuceneBackend open(Path path) {
        LuceneBackend backend = new LuceneBackend(IndexDirectory.open(path));
        try {
            backend.openLatest();
            return backend;
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    private void openLatest() {
        for (Path folder : directory.generations()) {
            if (current == null) {
                current = openWhole(folder);
            }
            if (current == null || !folder.equals(current.folder())) {
                directory.delete(folder);
            }
        }
    }

    private static @Nullable LuceneGeneration openWhole(Path folder) {
        try {
            LuceneGeneration found = LuceneGeneration.open(folder);
            if (found.position().isPresent()) {
                return found;
            }
            found.close();
        } catch (RuntimeException e) {
            LOG.warn("The search index in {} cannot be read and is made anew", folder, e);
        }
        return null;
    }

    @Override
    public Optional<Generation> current() {
        inUse.readLock().lock();
        try {
            return Optional.ofNullable(current);
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public Optional<Generation> create() {
        return Optional.of(LuceneGeneration.open(directory.next()));
    }

    @Override
    public boolean use(Generation generation) {
        LuceneGeneration next = (LuceneGeneration) generation;
        LuceneGeneration before;
        inUse.writeLock().lock();
        try {
            before = current;
            current = next;
        } finally {
            inUse.writeLock().unlock();
        }
        if (before != null) {
            discard(before);
        }
        return true;
    }

    @Override
    public void discard(Generation generation) {
        LuceneGeneration unwanted = (LuceneGeneration) generation;
        unwanted.close();
        directory.delete(unwanted.folder());
    }

    @Override
    public <T> T ask(Function<SearchSession, T> question) {
        inUse.readLock().lock();
        try {
            if (current == null) {
                throw new SearchUnavailableException("The search index is being made; ask again in a moment");
            }
            return current.ask(question);
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public Lexicon lexicon() {
        return lexicon;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (current != null) {
                current.close();
                current = null;
            }
        } finally {
            inUse.writeLock().unlock();
            directory.close();
        }
    }
}
