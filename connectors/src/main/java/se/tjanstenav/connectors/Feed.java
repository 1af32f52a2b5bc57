package se.tjanstenav.connectors;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.mapping.MappedRecord;

/** One feed of a valid connector, ready to be harvested. Safe for use by several threads. */
public interface Feed {

    FeedId id();

    FeedRegistration registration();

    /** The version of the registered descriptor that it comes from; none where the descriptor is the operator's file. */
    default Optional<Integer> version() {
        return Optional.empty();
    }

    /** When the schedule of the descriptor wants the next harvest after the given moment, jitter included. */
    Instant nextHarvest(Instant after);

    /**
     * Begins to fetch. Nothing, or only the first page, is fetched before the stream is read.
     *
     * @param bookmark what the stream of the last published run left, to ask only for what has changed since; null for
     *     the whole feed
     * @throws FetchException if the agency cannot be asked at all
     */
    RecordStream open(@Nullable String bookmark);

    /** Begins to fetch the whole feed. */
    default RecordStream open() {
        return open(null);
    }

    /** The record, read from the feed, with its fingerprint, where there can be one. */
    SourceRecord fingerprinted(SourceRecord record);

    /**
     * Turns one record into a contribution by the descriptor's mapping, checks it against the model, and warns of what is
     * doubtful.
     *
     * @throws RecordRejectedException if this record cannot be used; others may
     */
    MappedRecord map(SourceRecord record);
}
