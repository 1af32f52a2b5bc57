package se.tjanstenav.routes.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.LiveFeed;

/**
 * One citizen's question to one feed.
 *
 * @param flight the request under way that will answer it, null where none is needed or none can be made
 * @param leads whether it was this question that made the request
 * @param waits whether the answer is worth waiting for
 */
record LookUp(LiveFeed feed, ServiceKey service, @Nullable Flight flight, boolean leads, boolean waits) {

    LookUp(LiveFeed feed, ServiceKey service) {
        this(feed, service, null, false, false);
    }

    LookUpKey key() {
        return LookUpKey.of(feed, service);
    }

    LookUp joining(@Nullable Flight joined, boolean leading, boolean waiting) {
        return new LookUp(feed, service, joined, leading, waiting);
    }

    Flight ownFlight() {
        return Objects.requireNonNull(flight, "Only a look-up that leads asks the agency");
    }
}
