package se.tjanstenav.routes.live;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.LiveFeed;

/**
 * What one request to an agency answers. A feed whose descriptor has changed is another feed, so that nothing that the
 * version before it said is taken for its own.
 *
 * @param service null where one answer tells of all services
 */
record LookUpKey(LiveFeed feed, @Nullable ServiceKey service) {

    static LookUpKey of(LiveFeed feed, ServiceKey service) {
        return new LookUpKey(feed, feed.perService() ? service : null);
    }
}
