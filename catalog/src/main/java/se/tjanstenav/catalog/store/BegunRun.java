package se.tjanstenav.catalog.store;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What a run is given when it begins.
 *
 * @param authorities the agencies whose services the feed may describe
 * @param bookmark what the last published run left
 * @param replays the reject that it repeats, null where it harvests the feed
 */
record BegunRun(
        UUID id,
        FeedId feed,
        Set<AgencyId> authorities,
        Optional<String> bookmark,
        SourceTable.@Nullable Origin replays) {

    BegunRun {
        authorities = Set.copyOf(authorities);
    }
}
