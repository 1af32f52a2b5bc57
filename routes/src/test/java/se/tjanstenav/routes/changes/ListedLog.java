package se.tjanstenav.routes.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/** A change log in memory, which counts how much of it has been read. */
final class ListedLog implements ChangeLog {

    static final Instant BEGINNING = Instant.parse("2026-11-29T12:00:00Z");

    private final List<Change> changes;
    private final AtomicInteger read = new AtomicInteger();

    ListedLog(List<Change> changes) {
        this.changes = new ArrayList<>(changes);
    }

    static Change change(long sequence, String code) {
        ServiceId service = ServiceId.of(new ServiceKey(new AgencyId("norrby"), code));
        return new Change(sequence, service, Kind.ADDED, BEGINNING.plusSeconds(sequence));
    }

    synchronized void add(Change change) {
        changes.add(change);
    }

    int read() {
        return read.get();
    }

    @Override
    public synchronized long last() {
        return changes.size();
    }

    @Override
    public synchronized List<Change> after(long sequence, int limit) {
        int from = (int) Math.min(sequence, changes.size());
        List<Change> found = changes.subList(from, Math.min(from + limit, changes.size()));
        read.addAndGet(found.size());
        return List.copyOf(found);
    }
}
