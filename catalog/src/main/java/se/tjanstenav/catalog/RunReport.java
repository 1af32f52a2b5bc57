package se.tjanstenav.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What a run did.
 *
 * @param endedAt null while it runs
 * @param fault why it failed or was quarantined
 */
public record RunReport(
        UUID id,
        FeedId feed,
        RunOutcome outcome,
        Completeness completeness,
        Instant startedAt,
        @Nullable Instant endedAt,
        Counts counts,
        @Nullable Fault fault) {

    /**
     * Records by fate. {@code read} is the sum of {@code unchanged}, {@code added}, {@code changed}, {@code rejected}
     * and identical repetitions.
     */
    public record Counts(long read, long unchanged, long added, long changed, long removed, long rejected) {}
}
