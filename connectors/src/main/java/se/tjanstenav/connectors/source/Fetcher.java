package se.tjanstenav.connectors.source;

import se.tjanstenav.connectors.egress.RunDeadline;

/** Fetches the pages of one feed. Safe for use by several threads. */
@FunctionalInterface
public interface Fetcher {

    /**
     * Fetches the page at a position; its records are read as the page is.
     *
     * @throws se.tjanstenav.connectors.fault.SourceException if there is no usable answer
     */
    Page fetch(Position position, RunDeadline deadline);
}
