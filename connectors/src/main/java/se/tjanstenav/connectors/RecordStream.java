package se.tjanstenav.connectors;

import java.util.Iterator;
import java.util.Optional;
import se.tjanstenav.catalog.Completeness;

/**
 * The records of one harvest, fetched page by page as they are read, so that a feed of any length needs the memory of
 * one page. For one thread, but for {@link #giveUp}. Both iterator methods throw {@link FetchException} where the
 * transport, the format or a limit fails: the run is then to be rejected as a whole.
 */
public interface RecordStream extends Iterator<SourceRecord>, AutoCloseable {

    /** How much of the feed was seen; to be asked once {@link #hasNext} has answered false. */
    Completeness completeness();

    /**
     * What to open the next run with if this one is published; to be asked once {@link #hasNext} has answered false.
     * Empty where the next run has to see the whole feed.
     */
    Optional<String> bookmark();

    /** Ends a run that is of no use any longer: another thread that reads soon meets a fault, whatever it waits for. */
    void giveUp();

    @Override
    void close();
}
