package se.tjanstenav.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What the catalogue can honestly say about one feed.
 *
 * @param lastSuccess when the latest successful harvest ended
 * @param lastFailure when the latest failed harvest ended
 * @param fault why the latest harvest failed; null when it succeeded
 * @param records contributions published from this feed
 * @param harvesting whether a harvest is under way
 */
public record SourceStatus(
        FeedId feed,
        String title,
        FeedKind kind,
        Agency agency,
        SyncStatus status,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable Fault fault,
        long records,
        boolean harvesting) {}
