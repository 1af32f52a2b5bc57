package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.Merge;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * Merges the touched services again, a page at a time, and writes those that came out different, with their changes.
 * Runs within the transaction that touched them, under the lock of the change log: what asks and tells the database is
 * done by its thread alone, what only computes by all processors.
 */
final class Remerge {

    private static final int PAGE = 200;

    private final ContributionTable contributions;
    private final SameAsTable sameAs;
    private final ServiceTable services;
    private final ChangeTable changes;
    private final ConflictTable conflicts;
    private final HistoryTables history;
    private final QualityTable quality;
    private final ComparisonTable comparisons;
    private final JourneyTable journeys;

    Remerge(
            ContributionTable contributions,
            SameAsTable sameAs,
            ServiceTable services,
            ChangeTable changes,
            ConflictTable conflicts,
            HistoryTables history,
            QualityTable quality,
            ComparisonTable comparisons,
            JourneyTable journeys) {
        this.contributions = contributions;
        this.sameAs = sameAs;
        this.services = services;
        this.changes = changes;
        this.conflicts = conflicts;
        this.history = history;
        this.quality = quality;
        this.comparisons = comparisons;
        this.journeys = journeys;
    }

    void touched(Instant at) {
        sameAs.refreshTouched();
        List<String> page = contributions.touchedAfter("", PAGE);
        while (!page.isEmpty()) {
            merge(page, at);
            page = contributions.touchedAfter(page.get(page.size() - 1), PAGE);
        }
        contributions.clearTouched();
        history.forgetOld(at);
    }

    private void merge(List<String> ids, Instant at) {
        Map<String, String> shownAs = sameAs.shownAs(ids);
        Map<String, List<Contributed>> contributed = united(shownAs);
        List<Contributed> concepts = concepts(contributed.values());
        Map<String, ServiceTable.Published> published = services.published(ids);
        List<Optional<ServiceTable.Merged>> merged = ids.parallelStream()
                .map(id -> merged(id, contributed.getOrDefault(id, List.of()), concepts, published.get(id), at))
                .toList();
        List<ServiceTable.Merged> saved = new ArrayList<>();
        List<Service> there = new ArrayList<>();
        List<ChangeTable.Entry> gone = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            ServiceTable.Published before = published.get(id);
            Optional<ServiceTable.Merged> after = merged.get(i);
            after.map(ServiceTable.Merged::service).ifPresent(there::add);
            if (after.isEmpty() && before != null) {
                String target = shownAs.getOrDefault(id, id);
                gone.add(target.equals(id) ? ChangeTable.Entry.removed(id) : ChangeTable.Entry.merged(id, target));
            } else if (after.isPresent() && after.get().body() != null) {
                saved.add(after.get());
            }
        }
        write(saved, gone, published.keySet(), at);
        // Also those that are as before: of them these may know nothing yet, when all are merged after an upgrade.
        List<String> removed = gone.stream().map(ChangeTable.Entry::service).toList();
        history.record(there, removed, at);
        quality.save(there, removed);
        comparisons.save(there, removed);
        journeys.publish(ids, contributed.values(), at);
    }

    private void write(
            List<ServiceTable.Merged> saved, List<ChangeTable.Entry> gone, Set<String> published, Instant at) {
        List<ChangeTable.Entry> entries = new ArrayList<>(gone);
        Map<String, String> bodies = services.bodies(
                saved.stream().map(Remerge::id).filter(published::contains).toList());
        for (ServiceTable.Merged each : saved) {
            String before = bodies.get(id(each));
            entries.add(
                    before == null
                            ? ChangeTable.Entry.added(id(each))
                            : ChangeTable.Entry.changed(id(each), Json.changedFields(before, each.service())));
        }
        List<String> removed = gone.stream().map(ChangeTable.Entry::service).toList();
        services.save(saved);
        services.remove(removed);
        conflicts.save(saved.stream().map(ServiceTable.Merged::service).toList());
        conflicts.remove(removed);
        changes.append(entries, at);
    }

    private static String id(ServiceTable.Merged merged) {
        return merged.service().id().value();
    }

    /** The contributions to each service that is shown, by whatever key they name it. */
    private Map<String, List<Contributed>> united(Map<String, String> shownAs) {
        Map<String, List<Contributed>> united = new HashMap<>();
        contributions.of(shownAs.keySet()).forEach((service, contributed) -> united.computeIfAbsent(
                        shownAs.getOrDefault(service, service), target -> new ArrayList<>())
                .addAll(contributed));
        return united;
    }

    private List<Contributed> concepts(Collection<List<Contributed>> contributed) {
        Set<String> codes = contributed.stream()
                .flatMap(List::stream)
                .flatMap(each -> Stream.ofNullable(each.contribution().description()))
                .map(ServiceDescription::concept)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return contributions.defining(codes);
    }

    private static Optional<ServiceTable.Merged> merged(
            String id,
            List<Contributed> contributed,
            List<Contributed> concepts,
            ServiceTable.@Nullable Published before,
            Instant at) {
        return key(id, contributed)
                .flatMap(key -> Merge.merge(key, contributed, concepts, at))
                .map(service -> {
                    Json.Hashes hashes = Json.hashes(service);
                    Instant changedAt =
                            before != null && before.contentHash().equals(hashes.content()) ? before.changedAt() : at;
                    Service dated = service.changedAt(changedAt);
                    boolean differs = before == null || !before.hash().equals(hashes.whole());
                    return new ServiceTable.Merged(
                            dated, hashes.whole(), hashes.content(), differs ? Json.write(dated) : null);
                });
    }

    /** The key that the id stands for: every contribution names it, or says that its own service is the same. */
    private static Optional<ServiceKey> key(String id, List<Contributed> contributed) {
        return contributed.stream()
                .map(Contributed::contribution)
                .flatMap(each ->
                        named(each).filter(key -> ServiceId.of(key).value().equals(id)))
                .findFirst();
    }

    private static Stream<ServiceKey> named(Contribution contribution) {
        return Stream.concat(Stream.of(contribution.service()), Stream.ofNullable(contribution.sameAs()));
    }
}
