package se.tjanstenav.connectors;

import java.util.List;

/** The feeds of one connector: those that are harvested, and those that are looked up live. */
record ConnectorFeeds(List<Feed> harvested, List<LiveFeed> live) {

    ConnectorFeeds {
        harvested = List.copyOf(harvested);
        live = List.copyOf(live);
    }
}
