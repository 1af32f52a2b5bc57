package se.tjanstenav.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;

/**
 * The published journeys. They are harvested, held back, published and removed as services are, in the same transactions;
 * what a journey takes in time is told by {@link ExpectedTime}.
 */
public interface Journeys {

    Optional<PublishedJourney> journey(JourneyId id);

    /**
     * The journeys in order of event, and of id where several agencies tell of one event.
     *
     * @param kind null for all
     * @param event code of the event, as services name it; null for all
     */
    Page<PublishedJourney> page(Journey.@Nullable Kind kind, @Nullable String event, int offset, int limit);

    /**
     * The number of the latest change of a journey, 0 before the first; removals count. Whatever is derived from journeys
     * is up to date as long as this number is the same.
     */
    long version();
}
