package se.tjanstenav.connectors.tck;

import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** What became of a run, in one word: a fault's code, how complete it was, or that the descriptor was refused. */
final class Outcomes {

    static final String REFUSED = "REFUSED";

    private Outcomes() {}

    static String of(TestHub hub, String feed) {
        return hub.connectors().faults().isEmpty() ? of(hub.feed(feed)) : REFUSED;
    }

    static String of(Feed feed) {
        try (RecordStream records = feed.open()) {
            records.forEachRemaining(record -> {});
            return records.completeness().name();
        } catch (FetchException e) {
            return e.fault().code();
        }
    }
}
