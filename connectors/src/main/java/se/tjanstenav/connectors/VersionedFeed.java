package se.tjanstenav.connectors;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.mapping.MappedRecord;

/** A feed that knows which version of a registered descriptor it comes from, so that runs can tell. */
record VersionedFeed(Feed feed, int number) implements Feed {

    @Override
    public FeedId id() {
        return feed.id();
    }

    @Override
    public FeedRegistration registration() {
        return feed.registration();
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(number);
    }

    @Override
    public Instant nextHarvest(Instant after) {
        return feed.nextHarvest(after);
    }

    @Override
    public RecordStream open(@Nullable String bookmark) {
        return feed.open(bookmark);
    }

    @Override
    public SourceRecord fingerprinted(SourceRecord record) {
        return feed.fingerprinted(record);
    }

    @Override
    public MappedRecord map(SourceRecord record) {
        return feed.map(record);
    }
}
