package se.tjanstenav.catalog.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether another replica is still making a generation: as long as it writes, its index has more and more operations
 * behind it. One that has stood still for half a minute, by this replica's own watch, has lost its maker.
 */
final class BuildWatch {

    private static final long STILL = Duration.ofSeconds(30).toNanos();

    private final OpenSearchRequests requests;
    private @Nullable Seen last;

    BuildWatch(OpenSearchRequests requests) {
        this.requests = requests;
    }

    synchronized boolean alive(String index) {
        long operations = requests.send("GET", "/" + index + "/_stats/indexing", null)
                .at("/_all/primaries/indexing/index_total")
                .asLong();
        long now = System.nanoTime();
        Seen before = last;
        if (before == null || !before.index().equals(index) || before.operations() != operations) {
            last = new Seen(index, operations, now);
            return true;
        }
        return now - before.since() < STILL;
    }

    private record Seen(String index, long operations, long since) {}
}
