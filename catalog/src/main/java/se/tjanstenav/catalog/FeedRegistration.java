package se.tjanstenav.catalog;

import java.time.Duration;
import java.util.List;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What the catalogue needs to know of a feed before its first harvest.
 *
 * @param title the connector's name for people
 * @param agency the agency that runs the feed
 * @param speaksFor further agencies whose services it may describe, for aggregators
 * @param fresh how old its data may be and still count as coming from the source
 */
public record FeedRegistration(
        FeedId feed, String title, FeedKind kind, Agency agency, List<Agency> speaksFor, Duration fresh) {

    public FeedRegistration {
        speaksFor = List.copyOf(speaksFor);
    }
}
