package se.tjanstenav.catalog;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What the catalogue needs to know of a feed before its first harvest.
 *
 * @param title the connector's name for people
 * @param agency the agency that runs the feed
 * @param speaksFor further agencies whose services it may describe, for aggregators
 * @param definesConcepts how the codes of the national concepts begin that its agency's own services may define
 * @param fresh how old its data may be and still count as coming from the source
 */
public record FeedRegistration(
        FeedId feed,
        String title,
        FeedKind kind,
        Agency agency,
        List<Agency> speaksFor,
        List<String> definesConcepts,
        Duration fresh) {

    public FeedRegistration(
            FeedId feed,
            String title,
            FeedKind kind,
            Agency agency,
            List<Agency> speaksFor,
            @Nullable List<String> definesConcepts,
            Duration fresh) {
        this.feed = feed;
        this.title = title;
        this.kind = kind;
        this.agency = agency;
        this.speaksFor = List.copyOf(speaksFor);
        // Registrations stored before there were concepts name none.
        this.definesConcepts = definesConcepts == null ? List.of() : List.copyOf(definesConcepts);
        this.fresh = fresh;
    }

    /** One that defines no concepts. */
    public FeedRegistration(
            FeedId feed, String title, FeedKind kind, Agency agency, List<Agency> speaksFor, Duration fresh) {
        this(feed, title, kind, agency, speaksFor, List.of(), fresh);
    }
}
