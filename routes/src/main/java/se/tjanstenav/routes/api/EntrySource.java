package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Service;

/**
 * Where a service's times or commitments come from.
 *
 * @param id connector and feed, such as {@code skatteverket/times}
 * @param retrievedAt when the hub fetched what is shown, if unchanged since then
 * @param status how the source stands; absent where it is no longer connected
 */
record EntrySource(String id, Instant retrievedAt, @Nullable SyncStatus status) {

    static List<EntrySource> list(Service service, FieldGroup group, Map<FeedId, SourceStatus> sources) {
        return service.provenance().stream()
                .filter(entry -> entry.group() == group)
                .map(entry -> {
                    SourceStatus source = sources.get(entry.feed());
                    return new EntrySource(
                            entry.feed().path(), entry.retrievedAt(), source == null ? null : source.status());
                })
                .toList();
    }
}
