package se.tjanstenav.connectors;

import java.time.Duration;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * One feed that is asked when somebody wants to know, and never harvested. Safe for use by several threads; a feed whose
 * descriptor has not changed stays the same object.
 */
public interface LiveFeed {

    default FeedId id() {
        return registration().feed();
    }

    /** What it is called and whose it is; a live feed is never registered in the catalogue. */
    FeedRegistration registration();

    Rules rules();

    /** Whether the feed may know the service. */
    boolean answersFor(ServiceKey service);

    /** Whether each request asks for one service; otherwise one answer tells of all of them. */
    boolean perService();

    /**
     * Asks the agency, once, and again only within the budget. Lasts at most as long as the connector waits for an
     * answer, which may be longer than the budget.
     *
     * @throws FetchException if there is no usable answer
     */
    LiveAnswer ask(ServiceKey service);

    /**
     * How long what is said holds. The last two times begin where {@code fresh} ends.
     *
     * @param budget how long a citizen waits for the agency at most
     * @param fresh how long an answer holds without asking again
     * @param staleWhileRevalidate how long it is still given at once, while the agency is asked
     * @param staleIfError how long it is still given where the agency does not answer
     */
    record Rules(Duration budget, Duration fresh, Duration staleWhileRevalidate, Duration staleIfError) {}
}
