package se.tjanstenav.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Makes the search index anew from the store while the one in use goes on answering. On Lucene it is the index of the
 * hub that is asked, on OpenSearch the one that all replicas share.
 */
public interface IndexRebuilds {

    /**
     * Begins one in the background.
     *
     * @param by who asks
     * @param noted called in the transaction that writes the request down
     * @throws RunRefusedException if one is under way
     */
    IndexRebuild request(String by, Consumer<UUID> noted);

    Optional<IndexRebuild> find(UUID id);

    /** The latest ones, newest first. */
    List<IndexRebuild> latest();
}
