package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.Optional;
import se.tjanstenav.catalog.model.FeedId;

/** When a feed's status changes by the passing of time alone. Answered from memory. */
public interface Freshness {

    /**
     * The first moment at which the feed's latest success is too old to count as coming from the source, past or
     * future; empty where time does not change the status.
     */
    Optional<Instant> staleFrom(FeedId feed);
}
