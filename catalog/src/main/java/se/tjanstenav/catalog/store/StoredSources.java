package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;

/** Registers feeds in the store and answers from {@link FeedStatuses}. */
final class StoredSources implements Sources {

    private final Tables tables;
    private final TransactionTemplate transaction;
    private final FeedStatuses statuses;
    private final Followers followers;
    private final Clock clock;

    StoredSources(
            Tables tables, TransactionTemplate transaction, FeedStatuses statuses, Followers followers, Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.statuses = statuses;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public void register(List<FeedRegistration> feeds) {
        followers.during(() -> {
            transaction.executeWithoutResult(status -> registerLocked(feeds));
            followers.statusChanged(feeds.stream().map(FeedRegistration::feed).collect(Collectors.toSet()));
            followers.changeLogGrew();
            return feeds;
        });
    }

    private void registerLocked(List<FeedRegistration> feeds) {
        Instant at = Times.now(clock);
        tables.changes().lock();
        Map<AgencyId, Agency> before = tables.agencies().byId();
        tables.agencies().save(feeds);
        logRenamed(before, at);
        feeds.forEach(this::save);
        tables.remerge().touched(at);
    }

    @Override
    public List<SourceStatus> all() {
        return statuses.all();
    }

    @Override
    public Map<FeedId, SourceStatus> byFeed() {
        return statuses.byFeed();
    }

    @Override
    public Optional<SourceStatus> of(FeedId feed) {
        return statuses.of(feed);
    }

    /** A service is shown and found by the name of its authority, though that is no part of what is merged. */
    private void logRenamed(Map<AgencyId, Agency> before, Instant at) {
        tables.agencies().byId().forEach((id, agency) -> {
            Agency former = before.get(id);
            if (former != null && !agency.name().equals(former.name())) {
                tables.changes()
                        .append(
                                tables.services().ofAuthority(id).stream()
                                        .map(service -> ChangeTable.Entry.changed(service, List.of()))
                                        .toList(),
                                at);
            }
        });
    }

    /** A feed that has moved to another agency may win or lose in merges that it did not before. */
    private void save(FeedRegistration feed) {
        Optional<AgencyId> before = tables.feeds().agencyOf(feed.feed());
        tables.feeds().save(feed);
        if (before.isPresent() && !before.get().equals(feed.agency().id())) {
            tables.contributions().touchAll(feed.feed());
        }
    }
}
