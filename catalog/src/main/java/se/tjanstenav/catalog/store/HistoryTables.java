package se.tjanstenav.catalog.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import se.tjanstenav.catalog.History;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** The tables of history, written together, and emptied of what is older than anybody wants to know. */
final class HistoryTables implements History {

    private static final int MOST_FORGOTTEN = 500;

    private final ObservationTable observations;
    private final OutcomeTable outcomes;
    private final Duration retention;

    HistoryTables(ObservationTable observations, OutcomeTable outcomes, Duration retention) {
        this.observations = observations;
        this.outcomes = outcomes;
        this.retention = retention;
    }

    @Override
    public Page<Observation> observations(ServiceId service, Selection selection, int offset, int limit) {
        return observations.page(service, selection, offset, limit);
    }

    @Override
    public Page<PastOutcome> outcomes(ServiceId service, int offset, int limit) {
        return outcomes.page(service, offset, limit);
    }

    /** Takes in how the services are now, and that others are no longer there. */
    void record(List<Service> services, Collection<String> removed, Instant at) {
        observations.record(services, at);
        outcomes.record(services, at);
        observations.left(removed, at);
        outcomes.left(removed, at);
    }

    /** Every publication deletes a little, so that none waits long for it. */
    void forgetOld(Instant at) {
        observations.forget(at.minus(retention), MOST_FORGOTTEN);
        outcomes.forget(at.minus(retention), MOST_FORGOTTEN);
    }
}
