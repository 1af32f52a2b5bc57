package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.model.ServiceId;

/** A generation in a folder of its own. It holds its position as the only document of a second index. */
final class LuceneGeneration implements Generation, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneGeneration.class);

    /** A commit takes as long as hundreds of services; what a crash loses is written again. */
    private static final int STRETCH = 10_000;

    /** Changes; fewer are merged soon enough as more are written. */
    static final int WORTH_IT = 1_000;

    private static final CompletableFuture<SearchIndexingPlanExecutionReport> NOTHING =
            CompletableFuture.completedFuture(null);

    private final Path folder;
    private final CloseableSearchMapping mapping;
    private volatile @Nullable IndexPosition position;
    private CompletableFuture<? extends SearchIndexingPlanExecutionReport> underWay = NOTHING;
    private final AtomicLong written = new AtomicLong();
    private @Nullable CloseableSearchMapping withoutWriter;

    private LuceneGeneration(Path folder, CloseableSearchMapping mapping) {
        this.folder = folder;
        this.mapping = mapping;
    }

    /** Opens the folder; fails where what lies there cannot be read. */
    static LuceneGeneration open(Path folder) {
        LuceneGeneration generation = new LuceneGeneration(folder, LuceneMapping.start(folder));
        try {
            generation.position = generation.readPosition();
            return generation;
        } catch (RuntimeException e) {
            generation.close();
            throw e;
        }
    }

    private @Nullable IndexPosition readPosition() {
        count();
        try (SearchSession session = mapping.createSession()) {
            return session.search(IndexPosition.class)
                    .select(f -> f.composite()
                            .from(
                                    f.field("store", String.class),
                                    f.field("format", Integer.class),
                                    f.field("sequence", Long.class))
                            .as(IndexPosition::read))
                    .where(f -> f.matchAll())
                    .fetchSingleHit()
                    .orElse(null);
        }
    }

    @Override
    public String name() {
        return folder.getFileName().toString();
    }

    Path folder() {
        return folder;
    }

    @Override
    public Optional<IndexPosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public long count() {
        try (SearchSession session = mapping.createSession()) {
            return ServiceSearch.count(session);
        }
    }

    @Override
    public int stretch() {
        return STRETCH;
    }

    /** Returns while the services are being analysed, so that others can be read meanwhile. */
    @Override
    public void write(List<IndexedService> present, Collection<ServiceId> gone, long asOf) {
        awaitWritten();
        try (SearchSession session = mapping.createSession()) {
            session.indexingPlanSynchronizationStrategy(context -> {
                context.documentCommitStrategy(DocumentCommitStrategy.NONE);
                context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
                context.indexingFutureHandler(report -> underWay = report);
            });
            SearchIndexingPlan plan = session.indexingPlan();
            present.forEach(plan::addOrUpdate);
            gone.forEach(id -> plan.purge(IndexedService.class, id.value(), null));
        }
        written.addAndGet(present.size() + gone.size());
    }

    private void awaitWritten() {
        CompletableFuture<? extends SearchIndexingPlanExecutionReport> latest = underWay;
        underWay = NOTHING;
        Throwable failure = latest.handle(LuceneGeneration::failure).join();
        if (failure != null) {
            throw new IllegalStateException("The search index in " + folder + " cannot be written", failure);
        }
    }

    private static @Nullable Throwable failure(
            @Nullable SearchIndexingPlanExecutionReport report, @Nullable Throwable thrown) {
        return report == null ? thrown : report.throwable().orElse(null);
    }

    /** Once for each half of what it holds, so that what this costs stays in proportion to what changes. */
    @Override
    public boolean grown() {
        long changes = written.get();
        return changes >= WORTH_IT && changes >= count() / 2;
    }

    /** In one segment each word is looked up once. */
    @Override
    public void layOut() {
        written.set(0);
        services().mergeSegments();
        show();
    }

    @Override
    public void moveTo(IndexPosition reached) {
        awaitWritten();
        show();
        try (SearchSession session = mapping.createSession()) {
            session.indexingPlan().addOrUpdate(reached);
        }
        position = reached;
    }

    /** Services are on disk then, and seen by searches. */
    private void show() {
        services().flush();
        services().refresh();
    }

    private SearchWorkspace services() {
        return mapping.scope(IndexedService.class).workspace();
    }

    /** Lucene reads through its writer, which a full disk closes; then what was last written whole is read. */
    <T> T ask(Function<SearchSession, T> question) {
        try {
            return ask(mapping, question);
        } catch (SearchException e) {
            if (!isOfTheDisk(e)) {
                throw e;
            }
            return ask(withoutWriter(), question);
        }
    }

    private static <T> T ask(CloseableSearchMapping mapping, Function<SearchSession, T> question) {
        try (SearchSession session = mapping.createSession()) {
            return question.apply(session);
        }
    }

    private static boolean isOfTheDisk(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof IOException || at instanceof AlreadyClosedException) {
                return true;
            }
        }
        return false;
    }

    private synchronized CloseableSearchMapping withoutWriter() {
        CloseableSearchMapping reading = withoutWriter;
        if (reading == null) {
            LOG.warn(
                    "The search index in {} cannot be written; searches are answered from its last whole state",
                    folder);
            reading = LuceneMapping.startWithoutWriter(folder);
            withoutWriter = reading;
        }
        return reading;
    }

    @Override
    public synchronized void close() {
        if (withoutWriter != null) {
            withoutWriter.close();
        }
        mapping.close();
    }
}
