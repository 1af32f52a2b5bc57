package se.tjanstenav.connectors.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * Records completed by a further request each, in their order. As many are asked for at once as are allowed, and no
 * further records are read ahead than these. For one thread, but for the requests.
 */
public final class DetailedRecords implements Iterator<FoundRecord>, AutoCloseable {

    private final Iterator<FoundRecord> records;
    private final UnaryOperator<FoundRecord> completion;
    private final int concurrency;
    private final ExecutorService threads;
    private final Deque<Future<FoundRecord>> underWay = new ArrayDeque<>();
    private @Nullable FoundRecord upcoming;

    /**
     * Prepares; nothing is asked for before the first record is.
     *
     * @param completion asks for what a record lacks; called by several threads at once
     */
    public DetailedRecords(
            String name, Iterator<FoundRecord> records, UnaryOperator<FoundRecord> completion, int concurrency) {
        this.records = records;
        this.completion = completion;
        this.concurrency = concurrency;
        this.threads = Executors.newFixedThreadPool(concurrency, task -> {
            Thread thread = new Thread(task, "details of " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            while (underWay.size() < concurrency && records.hasNext()) {
                FoundRecord record = records.next();
                underWay.add(threads.submit(() -> completion.apply(record)));
            }
            upcoming = underWay.isEmpty() ? null : finished(underWay.remove());
        }
        return upcoming != null;
    }

    private static FoundRecord finished(Future<FoundRecord> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.of(FaultCode.INTERNAL, "The run was interrupted", e);
        } catch (ExecutionException e) {
            throw SourceException.in(e)
                    .orElseGet(() -> SourceException.of(FaultCode.INTERNAL, "A detail call failed unexpectedly", e));
        }
    }

    @Override
    public FoundRecord next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException("There is no further record");
        }
        FoundRecord record = upcoming;
        upcoming = null;
        return record;
    }

    /** Begins no further request; whoever closes also ends the run's time, which gives up those under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.clear();
    }
}
