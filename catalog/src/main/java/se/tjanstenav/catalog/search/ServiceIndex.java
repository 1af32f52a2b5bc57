package se.tjanstenav.catalog.search;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.IndexFollower;
import se.tjanstenav.catalog.SearchUnavailableException;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The search index, following the change log. Its position is written after the services it stands for, so whatever a
 * crash leaves undone is done again, and doing it again changes nothing. An index that cannot follow, because it is
 * broken or belongs to another store, is made anew beside the old one.
 *
 * <p>Where replicas share an index, each of them may write what is due: whoever publishes does so at once, and the
 * others see to it that it was done. The index itself keeps an older state from replacing a newer one, so that no
 * replica has to be the one that follows.
 */
final class ServiceIndex implements CatalogueFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceIndex.class);

    /** Between two attempts to make an index, which may fail for a reason that stays. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final Duration LAST_PAGE = Duration.ofSeconds(30);

    private final IndexBackend backend;
    private final StoredServices store;
    private final ChangeLog log;
    private final IndexFollower follower;
    private final LogReader reader;
    private final IndexBuild build;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "index-build");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean building = new AtomicBoolean();

    /** Where a shared index stood when it was last found behind; the next look finds out whether anybody is at it. */
    private long behindAt = -1;

    private volatile boolean checked;

    /** When it may be tried again to make the index, by the clock of {@link System#nanoTime}. */
    private volatile long notBefore = System.nanoTime();

    private ServiceIndex(IndexBackend backend, StoredServices store, ChangeLog log, IndexFollower follower) {
        this.backend = backend;
        this.store = store;
        this.log = log;
        this.follower = follower;
        this.reader = new LogReader(store, log);
        this.build = new IndexBuild(backend, store, log, reader, follower);
    }

    /** Brings the index up to date, or leaves that for when its server can be reached. */
    static ServiceIndex open(IndexBackend backend, StoredServices store, ChangeLog log, IndexFollower follower) {
        ServiceIndex index = new ServiceIndex(backend, store, log, follower);
        try {
            if (!index.check()) {
                index.rebuild();
            }
        } catch (SearchUnavailableException e) {
            LOG.warn("Searches are answered when the index in {} is: {}", backend, e.getMessage());
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
        return index;
    }

    /** Whether there is an index that follows this store, could follow to its end, and has all services. */
    private synchronized boolean check() {
        Optional<Generation> found = usable();
        boolean whole = found.isPresent() && catchesUp(found.get()) && holdsAll(found.get());
        checked = whole;
        return whole;
    }

    private Optional<Generation> usable() {
        return backend.current().filter(reader::canFollow);
    }

    private boolean catchesUp(Generation current) {
        try {
            follow(current);
            return true;
        } catch (SearchUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The search index in {} cannot be written and is made anew", backend, e);
            return false;
        }
    }

    private void follow(Generation current) {
        if (reader.isAheadOf(current)) {
            follower.whileIndexChanges(() -> reader.follow(current));
            if (current.grown()) {
                builder.execute(() -> layOut(current));
            }
        }
    }

    /** Only the builder puts generations in use and throws them away, so this one stays meanwhile. */
    private void layOut(Generation followed) {
        try {
            if (backend.current().filter(followed::equals).isPresent() && followed.grown()) {
                followed.layOut();
            }
        } catch (RuntimeException e) {
            LOG.warn("The search index {} stays as it is; searches take longer", followed.name(), e);
        }
    }

    /** Only a log that stands still can be counted against. */
    private boolean holdsAll(Generation current) {
        long last = log.last();
        boolean same = current.count() == store.count();
        return same || log.last() != last;
    }

    /** Makes the index anew beside the one in use, unless that is being done. */
    void rebuild() {
        if (building.compareAndSet(false, true)) {
            try {
                checked = build.run(this, BuildProgress.UNHEEDED);
            } finally {
                building.set(false);
            }
        }
    }

    /** Makes the index anew beside the one in use, after any that is being made. */
    void rebuildInBackground(BuildProgress progress) {
        builder.execute(() -> {
            building.set(true);
            try {
                boolean made = build.run(this, progress);
                progress.ended(made ? null : "Another replica is making the index; ask again when that has ended");
            } catch (SearchUnavailableException e) {
                progress.ended(e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("The search index in {} could not be made", backend, e);
                progress.ended("The index could not be made; the hub's log tells why");
            } finally {
                building.set(false);
            }
        });
    }

    @Override
    public synchronized void changeLogGrew() {
        usable().ifPresentOrElse(this::follow, this::rebuildSoon);
    }

    @Override
    public synchronized void lookAgain() {
        if (!checked && !check()) {
            rebuildSoon();
        } else if (!backend.shared() || nobodyIsAtIt()) {
            changeLogGrew();
        }
    }

    /** Who published writes to the index too; the others step in when it has not moved between two looks. */
    private boolean nobodyIsAtIt() {
        long position = backend.current()
                .flatMap(Generation::position)
                .map(found -> found.sequence)
                .orElse(-1L);
        boolean behind = position != log.last();
        boolean stuck = behind && position == behindAt;
        behindAt = behind ? position : -1;
        return stuck || position < 0;
    }

    private void rebuildSoon() {
        if (!building.get() && System.nanoTime() - notBefore >= 0) {
            builder.execute(this::tryToRebuild);
        }
    }

    private void tryToRebuild() {
        try {
            rebuild();
        } catch (SearchUnavailableException e) {
            LOG.warn("The search index in {} is made when its server is back: {}", backend, e.getMessage());
            notBefore = System.nanoTime() + REST.toNanos();
        } catch (RuntimeException e) {
            LOG.error("The search index in {} could not be made, and is tried again", backend, e);
            notBefore = System.nanoTime() + REST.toNanos();
        }
    }

    @Override
    public void feedStatusChanged(Set<FeedId> feeds) {
        // The index holds nothing about feeds.
    }

    /** Answers from the generation in use. */
    <T> T ask(Function<SearchSession, T> question) {
        return backend.ask(question);
    }

    Lexicon lexicon() {
        return backend.lexicon();
    }

    @Override
    public void close() {
        build.stop();
        builder.shutdown();
        try {
            builder.awaitTermination(LAST_PAGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        backend.close();
    }
}
