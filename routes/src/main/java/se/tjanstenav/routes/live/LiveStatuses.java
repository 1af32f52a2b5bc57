package se.tjanstenav.routes.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.SyncStatus;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.LiveAnswer;
import se.tjanstenav.connectors.LiveFeed;

/** How the latest look-up of every live feed went, in this process. */
@Component
class LiveStatuses {

    private final Map<FeedId, Latest> latest = new ConcurrentHashMap<>();
    private final Clock clock;

    LiveStatuses(Clock clock) {
        this.clock = clock;
    }

    private record Latest(
            @Nullable Instant success,
            @Nullable Instant failure,
            @Nullable Fault fault,
            long statements) {

        static final Latest NONE = new Latest(null, null, null, 0);
    }

    void succeeded(LiveFeed feed, LiveAnswer answer) {
        long statements = answer.services().values().stream()
                .mapToLong(
                        each -> each.processingTimes().size() + each.channels().size())
                .sum();
        latest.compute(
                feed.id(),
                (id, before) ->
                        new Latest(clock.instant(), before == null ? null : before.failure(), null, statements));
    }

    void failed(LiveFeed feed, Fault fault) {
        latest.merge(
                feed.id(),
                new Latest(null, clock.instant(), fault, 0),
                (before, now) -> new Latest(before.success(), now.failure(), now.fault(), before.statements()));
    }

    SourceStatus of(LiveFeed feed) {
        FeedRegistration registration = feed.registration();
        Latest last = latest.getOrDefault(feed.id(), Latest.NONE);
        return new SourceStatus(
                feed.id(),
                registration.title(),
                registration.kind(),
                registration.agency(),
                status(last, feed.rules()),
                last.success(),
                last.failure(),
                last.fault(),
                last.statements(),
                false);
    }

    private SyncStatus status(Latest last, LiveFeed.Rules rules) {
        Instant now = clock.instant();
        Instant success = last.success();
        if (last.fault() != null) {
            boolean shown =
                    success != null && now.isBefore(success.plus(rules.fresh()).plus(rules.staleIfError()));
            return shown ? SyncStatus.FROM_CACHE_SYNC_FAILED : SyncStatus.NO_DATA_SYNC_FAILED;
        }
        if (success == null) {
            return SyncStatus.NOT_YET_SYNCED;
        }
        return now.isBefore(success.plus(rules.fresh())) ? SyncStatus.FROM_SOURCE : SyncStatus.FROM_CACHE;
    }
}
