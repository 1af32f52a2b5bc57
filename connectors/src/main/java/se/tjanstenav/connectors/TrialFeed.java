package se.tjanstenav.connectors;

import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.mapping.ReadFields;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.Position;

/** One feed over a {@link TrialConnection}: asked and mapped exactly as a hub does it, with somebody watching. */
public final class TrialFeed {

    private final DescriptorFeed feed;

    TrialFeed(DescriptorFeed feed) {
        this.feed = feed;
    }

    public FeedRegistration registration() {
        return feed.registration();
    }

    /** Begins to fetch, from the first page or from another; throws and promises what {@link Feed#open} does. */
    public RecordStream open(Position first, PageListener pages) {
        return feed.open(null, first, pages);
    }

    /** Begins to fetch as the run after a published one does; throws and promises what {@link Feed#open} does. */
    public RecordStream openAfter(String bookmark, PageListener pages) {
        return feed.open(bookmark, Position.START, pages);
    }

    /** Maps a record as {@link Feed#map} does, and notes which of its fields the mapping reads. */
    public MappedRecord map(SourceRecord record, ReadFields fields) {
        return feed.map(record, fields);
    }
}
