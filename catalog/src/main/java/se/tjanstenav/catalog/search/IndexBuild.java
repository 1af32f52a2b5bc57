package se.tjanstenav.catalog.search;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.IndexFollower;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.Service;

/**
 * Makes a generation from the store while searches and the change log go on: all services page by page, then what has
 * changed since, and at last the switch.
 */
final class IndexBuild {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuild.class);
    private static final int PAGE = 500;

    private final IndexBackend backend;
    private final StoredServices store;
    private final ChangeLog log;
    private final LogReader reader;
    private final IndexFollower follower;
    private volatile boolean stopped;

    IndexBuild(IndexBackend backend, StoredServices store, ChangeLog log, LogReader reader, IndexFollower follower) {
        this.backend = backend;
        this.store = store;
        this.log = log;
        this.reader = reader;
        this.follower = follower;
    }

    /**
     * @param following held while switching, so that what this replica publishes meanwhile is in the one that is used
     * @param progress told after each page
     * @return false where another replica is making one
     */
    boolean run(Object following, BuildProgress progress) {
        Optional<Generation> made = backend.create();
        if (made.isEmpty()) {
            return false;
        }
        Generation next = made.get();
        try {
            long indexed = fill(next, progress);
            synchronized (following) {
                reader.follow(next);
                follower.whileIndexChanges(() -> use(next, indexed));
            }
            return true;
        } catch (RuntimeException e) {
            discard(next, e);
            throw e;
        }
    }

    private void use(Generation next, long indexed) {
        if (backend.use(next)) {
            LOG.info("Search index {} made from the store: {} services", next.name(), indexed);
        }
    }

    private long fill(Generation next, BuildProgress progress) {
        long from = log.last();
        long indexed = 0;
        List<Service> page = store.after(null, PAGE);
        while (!page.isEmpty()) {
            if (stopped) {
                throw new IllegalStateException("The hub is shutting down");
            }
            next.write(reader.indexed(page), List.of(), from);
            indexed += page.size();
            progress.holds(indexed);
            page = store.after(page.get(page.size() - 1).id(), PAGE);
        }
        next.moveTo(reader.at(from));
        next.layOut();
        reader.follow(next);
        return indexed;
    }

    /** Leaves off what is being made, at the next page. */
    void stop() {
        stopped = true;
    }

    private void discard(Generation next, RuntimeException reason) {
        try {
            backend.discard(next);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
