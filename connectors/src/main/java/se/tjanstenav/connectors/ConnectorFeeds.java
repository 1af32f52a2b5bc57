package se.tjanstenav.connectors;

import java.util.List;

/** The feeds of one connector: those that are harvested, and those that are looked up live. */
record ConnectorFeeds(List<Feed> harvested, List<LiveFeed> live) {

    ConnectorFeeds {
        harvested = List.copyOf(harvested);
        live = List.copyOf(live);
    }

    /** The same feeds, of which those that are harvested tell the version of the descriptor. */
    ConnectorFeeds of(int version) {
        List<Feed> versioned = harvested.stream()
                .<Feed>map(feed -> new VersionedFeed(feed, version))
                .toList();
        return new ConnectorFeeds(versioned, live);
    }
}
