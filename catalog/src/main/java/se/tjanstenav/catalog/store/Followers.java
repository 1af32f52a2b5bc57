package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.model.FeedId;

/**
 * Tells what is derived from the catalogue that it has changed, after the transaction has committed. A follower that
 * fails cannot undo what is published: it is logged, and it catches up by sequence number the next time.
 */
final class Followers {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final FeedStatuses statuses;
    private final List<CatalogueFollower> followers;

    Followers(FeedStatuses statuses, List<CatalogueFollower> followers) {
        this.statuses = statuses;
        this.followers = List.copyOf(followers);
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

    private void tell(Consumer<CatalogueFollower> news) {
        followers.forEach(follower -> tryTo(() -> news.accept(follower), follower));
    }

    private static void tryTo(Runnable follow, Object follower) {
        try {
            follow.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not follow the catalogue and stays behind until the next change or restart",
                    follower.getClass().getSimpleName(),
                    e);
        }
    }
}
