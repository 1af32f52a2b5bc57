package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** Carries what the change log names from the store into a generation of the index. */
final class LogReader {

    private static final int BATCH = 500;

    private final StoredServices store;
    private final ChangeLog log;
    private final UUID identity;

    LogReader(StoredServices store, ChangeLog log) {
        this.store = store;
        this.identity = store.identity();
        this.log = log;
    }

    /** Whether the generation has followed this log and no other. */
    boolean canFollow(Generation generation) {
        return generation
                .position()
                .filter(position -> position.follows(identity, log.last()))
                .isPresent();
    }

    IndexPosition at(long sequence) {
        return IndexPosition.of(identity, sequence);
    }

    /** Whether there is anything that the generation has not followed. */
    boolean isAheadOf(Generation generation) {
        return log.last() > reached(generation);
    }

    private static long reached(Generation generation) {
        return generation.position().map(reached -> reached.sequence).orElse(0L);
    }

    /** Brings the generation from where it stands to the end of the log. */
    void follow(Generation generation) {
        long moved = reached(generation);
        List<ChangeLog.Change> changes = log.after(moved, BATCH);
        while (!changes.isEmpty()) {
            long last = changes.get(changes.size() - 1).sequence();
            write(generation, changes.stream().map(ChangeLog.Change::service).collect(Collectors.toSet()), last);
            changes = log.after(last, BATCH);
            if (changes.isEmpty() || last - moved >= generation.stretch()) {
                generation.moveTo(at(last));
                moved = last;
            }
        }
    }

    private void write(Generation generation, Set<ServiceId> changed, long asOf) {
        List<Service> present = store.services(changed);
        List<ServiceId> gone = new ArrayList<>(changed);
        gone.removeAll(present.stream().map(Service::id).collect(Collectors.toSet()));
        generation.write(indexed(present), gone, asOf);
    }

    /** Names come straight from the store: another replica may have registered an agency a moment ago. */
    List<IndexedService> indexed(Collection<Service> services) {
        Map<AgencyId, Agency> agencies = store.storedAgencies();
        return services.stream()
                .map(service -> new IndexedService(
                        service,
                        Optional.ofNullable(agencies.get(service.authority())).stream()
                                .toList()))
                .toList();
    }
}
