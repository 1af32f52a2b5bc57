package se.tjanstenav.catalog.store;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What a run is given when it begins.
 *
 * @param mandate what the feed may speak of
 * @param bookmark what the last published run left
 * @param replays the reject that it repeats, null where it harvests the feed
 */
record BegunRun(
        UUID id, FeedId feed, Mandate mandate, Optional<String> bookmark, SourceTable.@Nullable Origin replays) {}
