package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.SearchUnavailableException;
import se.tjanstenav.catalog.model.FeedId;

/**
 * Tells what is derived from the catalogue that it has changed, after the transaction has committed. A follower that
 * fails cannot undo what is published: it is logged, and it catches up by sequence number
 * when {@link CatalogueWatch} has it look again.
 */
final class Followers {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final FeedStatuses statuses;
    private final List<CatalogueFollower> followers;

    /** Who has failed and not yet followed again, so that an outage is told once. */
    private final Set<Object> behind = ConcurrentHashMap.newKeySet();

    Followers(FeedStatuses statuses, List<CatalogueFollower> followers) {
        this.statuses = statuses;
        this.followers = List.copyOf(followers);
    }

    /** Does what changes what readers are shown, and tells of it; the followers know when it begins and ends. */
    <T> T during(Supplier<T> publication) {
        tell(CatalogueFollower::publicationBegins);
        try {
            return publication.get();
        } finally {
            tell(CatalogueFollower::publicationEnded);
        }
    }

    /** A harvest has begun: the status says so, yet no answer about a service changes. */
    void begun() {
        tryTo(statuses::reload, statuses);
    }

    /** The status comes last: who reads that a feed is harvested finds by search what it brought. */
    void published(FeedId feed) {
        changeLogGrew();
        statusChanged(feed);
    }

    void statusChanged(FeedId feed) {
        statusChanged(Set.of(feed));
    }

    void statusChanged(Set<FeedId> feeds) {
        tryTo(statuses::reload, statuses);
        tell(follower -> follower.feedStatusChanged(feeds));
    }

    void changeLogGrew() {
        tell(CatalogueFollower::changeLogGrew);
    }

    List<CatalogueFollower> all() {
        return followers;
    }

    /** What another process may have published, or what the follower has failed to follow. */
    void lookAgain(CatalogueFollower follower) {
        tryTo(follower::lookAgain, follower);
    }

    /** What other processes may have registered, and how their harvests ended. */
    void lookAgainAtStatuses() {
        tryTo(
                () -> {
                    Set<FeedId> changed = statuses.lookAgain();
                    if (!changed.isEmpty()) {
                        tell(follower -> follower.feedStatusChanged(changed));
                    }
                },
                statuses);
    }

    private void tell(Consumer<CatalogueFollower> news) {
        followers.forEach(follower -> tryTo(() -> news.accept(follower), follower));
    }

    private void tryTo(Runnable follow, Object follower) {
        try {
            follow.run();
            if (behind.remove(follower)) {
                LOG.info("{} follows the catalogue again", follower.getClass().getSimpleName());
            }
        } catch (SearchUnavailableException e) {
            if (behind.add(follower)) {
                LOG.warn(
                        "{} cannot follow the catalogue for now and will catch up: {}",
                        follower.getClass().getSimpleName(),
                        e.getMessage());
            }
        } catch (RuntimeException e) {
            if (behind.add(follower)) {
                LOG.error(
                        "{} could not follow the catalogue and is asked again until it can",
                        follower.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
