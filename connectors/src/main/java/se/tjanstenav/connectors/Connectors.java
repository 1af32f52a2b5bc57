package se.tjanstenav.connectors;

import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.FeedId;

/** The connectors that were found and are valid, and what is wrong with the others. */
public interface Connectors {

    /** Every feed of every valid connector, ordered by id. */
    List<Feed> feeds();

    Optional<Feed> feed(FeedId id);

    /** What keeps descriptors from being used; the hub runs with the others. */
    List<DescriptorFault> faults();
}
