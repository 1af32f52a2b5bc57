package se.tjanstenav.catalog.model;

import java.time.Instant;
import java.util.List;

/**
 * A service as the catalogue serves it: every source's contributions merged, with provenance per field group.
 *
 * @param provenance one entry per field group and feed that is shown
 * @param changedAt when the merged content last changed in the catalogue
 */
public record Service(
        ServiceId id,
        ServiceKey key,
        ServiceDescription description,
        List<Channel> channels,
        List<ProcessingTime> processingTimes,
        List<Commitment> commitments,
        List<Provenance> provenance,
        Instant changedAt) {

    public Service {
        channels = List.copyOf(channels);
        processingTimes = List.copyOf(processingTimes);
        commitments = List.copyOf(commitments);
        provenance = List.copyOf(provenance);
    }

    /** The same service with another time of change. */
    public Service changedAt(Instant at) {
        return new Service(id, key, description, channels, processingTimes, commitments, provenance, at);
    }

    public AgencyId authority() {
        return key.authority();
    }
}
