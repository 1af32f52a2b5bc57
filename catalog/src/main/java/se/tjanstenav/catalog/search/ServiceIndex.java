package se.tjanstenav.catalog.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * The search index, following the change log. Its position is written after the services it stands for, so whatever a
 * crash leaves undone is done again, and doing it again changes nothing. An index that cannot be read, or that followed
 * another store, is made anew from the store.
 */
final class ServiceIndex implements CatalogueFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceIndex.class);
    private static final int BATCH = 1000;

    private final IndexDirectory directory;
    private final StoredServices store;
    private final ChangeLog log;
    private final UUID storeIdentity;
    private CloseableSearchMapping mapping;
    private long position;

    private ServiceIndex(
            IndexDirectory directory, StoredServices store, ChangeLog log, CloseableSearchMapping mapping) {
        this.directory = directory;
        this.store = store;
        this.log = log;
        this.storeIdentity = store.identity();
        this.mapping = mapping;
    }

    /** Opens the index and brings it up to date. */
    static ServiceIndex open(Path path, StoredServices store, ChangeLog log) {
        IndexDirectory directory = IndexDirectory.open(path);
        @Nullable ServiceIndex index = null;
        try {
            index = new ServiceIndex(directory, store, log, startOrRestart(directory));
            index.resume();
            return index;
        } catch (RuntimeException e) {
            if (index != null) {
                index.mapping.close();
            }
            directory.close();
            throw e;
        }
    }

    private static CloseableSearchMapping startOrRestart(IndexDirectory directory) {
        try {
            return LuceneMapping.start(directory.content());
        } catch (RuntimeException e) {
            LOG.warn("The search index in {} cannot be opened and is made anew", directory.content(), e);
            directory.clear();
            return LuceneMapping.start(directory.content());
        }
    }

    private void resume() {
        Optional<IndexPosition> found = readPosition();
        if (found.isPresent() && found.get().follows(storeIdentity, log.last())) {
            position = found.get().sequence;
            if (catchUp()) {
                return;
            }
        }
        rebuild();
    }

    /** False where the index cannot follow, or has lost services that its position says it holds. */
    private boolean catchUp() {
        try {
            changeLogGrew();
        } catch (RuntimeException e) {
            LOG.warn("The search index in {} cannot be written and is made anew", directory.content(), e);
            return false;
        }
        try (SearchSession session = mapping.createSession()) {
            return ServiceSearch.count(session) == store.count();
        }
    }

    private Optional<IndexPosition> readPosition() {
        try (SearchSession session = mapping.createSession()) {
            ServiceSearch.count(session);
            return session.search(IndexPosition.class)
                    .select(f -> f.composite()
                            .from(
                                    f.field("store", String.class),
                                    f.field("format", Integer.class),
                                    f.field("sequence", Long.class))
                            .as(IndexPosition::read))
                    .where(f -> f.matchAll())
                    .fetchSingleHit();
        } catch (RuntimeException e) {
            LOG.warn("The search index in {} cannot be read and is made anew", directory.content(), e);
            return Optional.empty();
        }
    }

    private void rebuild() {
        mapping.close();
        directory.clear();
        mapping = LuceneMapping.start(directory.content());
        long last = log.last();
        long indexed = 0;
        List<Service> page = store.after(null, BATCH);
        while (!page.isEmpty()) {
            List<Service> services = page;
            write(plan -> services.forEach(service -> plan.addOrUpdate(indexed(service))));
            indexed += page.size();
            page = store.after(page.get(page.size() - 1).id(), BATCH);
        }
        moveTo(last);
        LOG.info("Search index made from the store: {} services", indexed);
        changeLogGrew();
    }

    @Override
    public synchronized void changeLogGrew() {
        List<ChangeLog.Change> changes = log.after(position, BATCH);
        while (!changes.isEmpty()) {
            follow(changes.stream().map(ChangeLog.Change::service).collect(Collectors.toSet()));
            moveTo(changes.get(changes.size() - 1).sequence());
            changes = log.after(position, BATCH);
        }
    }

    @Override
    public void feedStatusChanged(Set<FeedId> feeds) {
        // The index holds nothing about feeds.
    }

    private void follow(Collection<ServiceId> changed) {
        List<Service> present = store.services(changed);
        List<ServiceId> gone = new ArrayList<>(changed);
        gone.removeAll(present.stream().map(Service::id).collect(Collectors.toSet()));
        write(plan -> {
            present.forEach(service -> plan.addOrUpdate(indexed(service)));
            gone.forEach(id -> plan.purge(IndexedService.class, id.value(), null));
        });
    }

    private IndexedService indexed(Service service) {
        return new IndexedService(
                service,
                Optional.ofNullable(store.agencies().get(service.authority())).stream()
                        .toList());
    }

    private void moveTo(long sequence) {
        IndexPosition reached = IndexPosition.of(storeIdentity, sequence);
        write(plan -> plan.addOrUpdate(reached));
        position = sequence;
    }

    /** Returns when the changes are on disk and seen by searches. */
    private void write(Consumer<SearchIndexingPlan> changes) {
        try (SearchSession session = mapping.createSession()) {
            changes.accept(session.indexingPlan());
        }
    }

    Found search(ServiceQuery query) {
        try (SearchSession session = mapping.createSession()) {
            return ServiceSearch.run(session, query);
        }
    }

    @Override
    public void close() {
        try {
            mapping.close();
        } finally {
            directory.close();
        }
    }

    /** One page of matches and how many there are in all. */
    record Found(List<ServiceId> ids, long total) {}
}
