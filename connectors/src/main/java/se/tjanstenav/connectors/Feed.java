package se.tjanstenav.connectors;

import java.time.Instant;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** One feed of a valid connector, ready to be harvested. Safe for use by several threads. */
public interface Feed {

    FeedId id();

    FeedRegistration registration();

    /** When the schedule of the descriptor wants the next harvest after the given moment, jitter included. */
    Instant nextHarvest(Instant after);

    /**
     * Begins to fetch. Nothing, or only the first page, is fetched before the stream is read.
     *
     * @throws FetchException if the agency cannot be asked at all
     */
    RecordStream open();

    /**
     * Turns one record into a contribution by the descriptor's mapping, and checks it against the model.
     *
     * @throws RecordRejectedException if this record cannot be used; others may
     */
    Contribution map(SourceRecord record);
}
