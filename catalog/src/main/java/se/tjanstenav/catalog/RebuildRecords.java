package se.tjanstenav.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where rebuilds of the search index are written down, so that every replica can tell how one stands. */
public interface RebuildRecords {

    /**
     * Notes that one begins.
     *
     * @throws RunRefusedException if one is under way
     */
    IndexRebuild begin(String by, long expected, Consumer<UUID> noted);

    /** Notes how many services it holds so far, and that it is still under way. */
    void progressed(UUID id, long services);

    /** @param detail why it failed; null where it succeeded */
    void ended(UUID id, @Nullable String detail);

    Optional<IndexRebuild> find(UUID id);

    /** The latest ones, newest first. */
    List<IndexRebuild> latest();
}
