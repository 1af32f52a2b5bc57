package se.tjanstenav.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tjanstenav.catalog.model.FeedId;

/** How fresh each feed is, honestly. Answered from memory; reading it costs no SQL. */
public interface Sources {

    /**
     * Makes these the feeds of the catalogue. A feed that is no longer among them keeps its published data and its
     * status until it is removed on purpose.
     */
    void register(List<FeedRegistration> feeds);

    /** Every feed's status, ordered by feed. */
    List<SourceStatus> all();

    /** The status of every feed by its id. */
    Map<FeedId, SourceStatus> byFeed();

    /** The status of one feed. */
    Optional<SourceStatus> of(FeedId feed);
}
