package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import se.tjanstenav.catalog.Freshness;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;

/** The feeds' states and the agencies in memory, read anew from the store after everything that changes them. */
final class FeedStatuses implements Freshness {

    /** A run of another process that has been silent for longer is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final FeedTable feeds;
    private final AgencyTable agencies;
    private final Clock clock;
    private final boolean shared;
    private final String process = UUID.randomUUID().toString();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of());

    /** @param shared whether other processes may harvest into the same database */
    FeedStatuses(FeedTable feeds, AgencyTable agencies, Clock clock, boolean shared) {
        this.feeds = feeds;
        this.agencies = agencies;
        this.clock = clock;
        this.shared = shared;
        reload();
    }

    /** Names this process among those that may share the database. */
    String process() {
        return process;
    }

    /** One at a time, so an older reading never replaces a newer one. */
    synchronized void reload() {
        Map<FeedId, FeedTable.Row> rows = new TreeMap<>();
        feeds.all().forEach(row -> rows.put(row.registration().feed(), row));
        snapshot = new Snapshot(rows, agencies.byId());
    }

    /**
     * Reads what other processes may have changed.
     *
     * @return the feeds about which something else is to be said than before, beyond that one of them is harvested
     */
    synchronized Set<FeedId> lookAgain() {
        Map<FeedId, FeedTable.Row> before = snapshot.rows();
        reload();
        return snapshot.rows().entrySet().stream()
                .filter(entry -> !entry.getValue().saysTheSameAs(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<SourceStatus> all() {
        Instant now = clock.instant();
        return snapshot.rows().values().stream().map(row -> status(row, now)).toList();
    }

    Map<FeedId, SourceStatus> byFeed() {
        Map<FeedId, SourceStatus> byFeed = new LinkedHashMap<>();
        all().forEach(status -> byFeed.put(status.feed(), status));
        return byFeed;
    }

    Optional<SourceStatus> of(FeedId feed) {
        return Optional.ofNullable(snapshot.rows().get(feed)).map(row -> status(row, clock.instant()));
    }

    Map<AgencyId, Agency> agencies() {
        return snapshot.agencies();
    }

    Map<AgencyId, Agency> storedAgencies() {
        return agencies.byId();
    }

    @Override
    public Optional<Instant> staleFrom(FeedId feed) {
        FeedTable.Row row = snapshot.rows().get(feed);
        return row == null || row.lastSuccess() == null || row.fault() != null
                ? Optional.empty()
                : Optional.of(row.lastSuccess().plus(row.registration().fresh()).plusMillis(1));
    }

    private SourceStatus status(FeedTable.Row row, Instant now) {
        return new SourceStatus(
                row.registration().feed(),
                row.registration().title(),
                row.registration().kind(),
                row.registration().agency(),
                sync(row, now),
                row.lastSuccess(),
                row.lastFailure(),
                row.fault(),
                row.records(),
                harvesting(row, now));
    }

    private static SyncStatus sync(FeedTable.Row row, Instant now) {
        if (row.lastSuccess() == null) {
            return row.fault() == null ? SyncStatus.NOT_YET_SYNCED : SyncStatus.NO_DATA_SYNC_FAILED;
        }
        if (row.fault() != null) {
            return SyncStatus.FROM_CACHE_SYNC_FAILED;
        }
        boolean fresh = !now.isAfter(row.lastSuccess().plus(row.registration().fresh()));
        return fresh ? SyncStatus.FROM_SOURCE : SyncStatus.FROM_CACHE;
    }

    private boolean harvesting(FeedTable.Row row, Instant now) {
        return row.harvester() != null
                && row.harvesterSeen() != null
                && alive(row.harvester(), row.harvesterSeen(), now);
    }

    /** Whether a run that has not ended is under way, or was left open by a process that died. */
    boolean alive(String harvester, Instant seenAt, Instant now) {
        return harvester.equals(process) || (shared && now.isBefore(seenAt.plus(SILENCE)));
    }

    private record Snapshot(Map<FeedId, FeedTable.Row> rows, Map<AgencyId, Agency> agencies) {}
}
