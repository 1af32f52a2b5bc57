package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.Merge;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * Merges the touched services again, a page at a time, and writes those that came out different, with their changes.
 * Runs within the transaction that touched them, under the lock of the change log.
 */
final class Remerge {

    private static final int PAGE = 200;

    private final ContributionTable contributions;
    private final ServiceTable services;
    private final ChangeTable changes;

    Remerge(ContributionTable contributions, ServiceTable services, ChangeTable changes) {
        this.contributions = contributions;
        this.services = services;
        this.changes = changes;
    }

    void touched(Instant at) {
        List<String> page = contributions.touchedAfter("", PAGE);
        while (!page.isEmpty()) {
            merge(page, at);
            page = contributions.touchedAfter(page.get(page.size() - 1), PAGE);
        }
        contributions.clearTouched();
    }

    private void merge(List<String> ids, Instant at) {
        Map<String, List<Contributed>> contributed = contributions.of(ids);
        Map<String, ServiceTable.Published> published = services.published(ids);
        List<ServiceTable.Merged> saved = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<ChangeTable.Entry> entries = new ArrayList<>();
        for (String id : ids) {
            ServiceTable.Published before = published.get(id);
            Optional<ServiceTable.Merged> after = merged(contributed.getOrDefault(id, List.of()), before, at);
            if (after.isEmpty() && before != null) {
                removed.add(id);
                entries.add(new ChangeTable.Entry(id, ChangeLog.Kind.REMOVED));
            } else if (after.isPresent() && differs(before, after.get())) {
                saved.add(after.get());
                entries.add(new ChangeTable.Entry(id, before == null ? ChangeLog.Kind.ADDED : ChangeLog.Kind.CHANGED));
            }
        }
        services.save(saved);
        services.remove(removed);
        changes.append(entries, at);
    }

    private static boolean differs(ServiceTable.@Nullable Published before, ServiceTable.Merged after) {
        return before == null || !before.hash().equals(after.hash());
    }

    private static Optional<ServiceTable.Merged> merged(
            List<Contributed> contributed, ServiceTable.@Nullable Published before, Instant at) {
        if (contributed.isEmpty()) {
            return Optional.empty();
        }
        ServiceKey key = contributed.get(0).contribution().service();
        return Merge.merge(key, contributed, at).map(service -> {
            String content = Json.contentHash(service);
            Instant changedAt = before != null && before.contentHash().equals(content) ? before.changedAt() : at;
            Service dated = Merge.merge(key, contributed, changedAt).orElseThrow();
            return new ServiceTable.Merged(dated, Json.hash(service), content);
        });
    }
}
