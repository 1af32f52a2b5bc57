package se.tjanstenav.connectors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.tjanstenav.catalog.model.FeedId;

/** The connectors that were found and are valid, and what is wrong with the others. */
public interface Connectors {

    /** Every harvested feed of every valid connector, ordered by id. */
    List<Feed> feeds();

    /** The harvested feed of that id. */
    Optional<Feed> feed(FeedId id);

    /** The connector ids that the operator's files use; no registered connector is used under one of them. */
    Set<String> idsOfFiles();

    /** Every live feed of every valid connector, ordered by id. */
    List<LiveFeed> liveFeeds();

    /**
     * Reads the descriptors anew. A connector whose descriptor has not changed stays as it is, with its connections; one
     * whose descriptor has become faulty stays in use as it was before.
     *
     * @return whether there is another connector, another version of one, one less, or another fault than before
     */
    boolean refresh();

    /** What keeps descriptors from being used; the hub runs with the others. */
    List<DescriptorFault> faults();
}
