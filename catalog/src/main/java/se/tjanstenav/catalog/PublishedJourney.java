package se.tjanstenav.catalog;

import java.time.Instant;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * A journey as the catalogue serves it.
 *
 * @param key the agency that tells of it, and that agency's own code
 * @param provenance where it comes from
 * @param changedAt when its content last changed in the catalogue
 */
public record PublishedJourney(
        JourneyId id, ServiceKey key, Journey journey, Provenance provenance, Instant changedAt) {}
