package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;

/**
 * How fresh a service in a list is, over all sources that it comes from.
 *
 * @param sources connectors and feeds, such as {@code skatteverket/services}; more about each is found under {@code /sources}
 * @param status how the worst of them stands
 * @param asOf when all of them had been read at the latest; absent where one has not been
 */
record FreshnessDetail(
        List<String> sources, SyncStatus status, @Nullable Instant asOf) {

    /** Absent where no source is known any more. */
    static @Nullable FreshnessDetail of(Service service, Map<FeedId, SourceStatus> byFeed) {
        List<SourceStatus> shown = service.provenance().stream()
                .map(Provenance::feed)
                .distinct()
                .map(byFeed::get)
                .filter(Objects::nonNull)
                .toList();
        if (shown.isEmpty()) {
            return null;
        }
        boolean allRead = shown.stream().allMatch(source -> source.lastSuccess() != null);
        return new FreshnessDetail(
                shown.stream().map(source -> source.feed().path()).toList(),
                shown.stream()
                        .map(SourceStatus::status)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                allRead
                        ? shown.stream()
                                .map(SourceStatus::lastSuccess)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                        : null);
    }
}
