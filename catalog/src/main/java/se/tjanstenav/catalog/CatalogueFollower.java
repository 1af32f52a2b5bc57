package se.tjanstenav.catalog;

import java.util.Set;
import se.tjanstenav.catalog.model.FeedId;

/** Something derived from the published catalogue, told after each transaction that may concern it. */
public interface CatalogueFollower {

    /** The change log may have grown: read on from where this follower stands. Calling it once too often is harmless. */
    void changeLogGrew();

    /**
     * Another process may have published, or this follower may have failed before: see to it that it is up to date.
     * Called every half second on a thread of its own.
     */
    default void lookAgain() {
        changeLogGrew();
    }

    /** What {@link Sources} says about these feeds has changed. */
    void feedStatusChanged(Set<FeedId> feeds);

    /**
     * From now on what readers are shown may change at any moment, since this process publishes. Followed by one
     * {@link #publicationEnded}, when all followers have been told.
     */
    default void publicationBegins() {}

    /** That is over, whether or not anything was published. Other publications may still be under way. */
    default void publicationEnded() {}
}
