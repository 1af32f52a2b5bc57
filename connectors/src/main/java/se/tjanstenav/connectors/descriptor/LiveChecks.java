package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a schema cannot say of live feeds. For one use. */
final class LiveChecks {

    /** Citizens wait that long. */
    private static final Duration LONGEST_BUDGET = Duration.ofSeconds(5);

    private final String at;
    private final FeedSpec feed;
    private final DescriptorReader.Places places;
    private final List<Problem> problems = new ArrayList<>();

    /** @param at pointer to the feed */
    LiveChecks(String at, FeedSpec feed, DescriptorReader.Places places) {
        this.at = at;
        this.feed = feed;
        this.places = places;
    }

    List<Problem> run() {
        Live live = feed.live();
        if (live == null) {
            if (feed.perService()) {
                add(
                        "/request",
                        "only a live feed can ask for one service",
                        "Remove serviceKey, or make the feed live.");
            }
            return problems;
        }
        if (live.budget().compareTo(LONGEST_BUDGET) > 0) {
            add("/live/budget", "citizens would wait longer than 5s", "Give at most 5s; 800ms is usual.");
        }
        if (live.staleIfError().compareTo(live.staleWhileRevalidate()) < 0) {
            add(
                    "/live/staleIfError",
                    "it is shorter than staleWhileRevalidate",
                    "Give at least as long; both begin where 'fresh' ends.");
        }
        return problems;
    }

    private void add(String below, String problem, String remedy) {
        problems.add(new Problem(at + below, places.of(at + below), problem, remedy));
    }
}
