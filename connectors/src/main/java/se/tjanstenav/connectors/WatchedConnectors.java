package se.tjanstenav.connectors;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.tjanstenav.catalog.model.FeedId;

/** The connectors as they are now. What a refresh replaces may still be harvested, so it is closed only when no run can last. */
final class WatchedConnectors implements Connectors, AutoCloseable {

    private final UnaryOperator<LoadedConnectors> load;
    private final Clock clock;
    private final List<Retired> retired = new ArrayList<>();
    private volatile LoadedConnectors current = LoadedConnectors.NONE;

    private record Retired(AgencyConnection connection, Instant idleFrom) {}

    /**
     * @param load finds the connectors, given those in use
     */
    WatchedConnectors(UnaryOperator<LoadedConnectors> load, Clock clock) {
        this.load = load;
        this.clock = clock;
        refresh();
    }

    @Override
    public List<Feed> feeds() {
        return current.feeds();
    }

    @Override
    public Optional<Feed> feed(FeedId id) {
        return current.feed(id);
    }

    @Override
    public List<LiveFeed> liveFeeds() {
        return current.live();
    }

    @Override
    public List<DescriptorFault> faults() {
        return current.faults();
    }

    @Override
    public Set<String> idsOfFiles() {
        return current.idsOfFiles();
    }

    @Override
    public synchronized boolean refresh() {
        closeIdle();
        LoadedConnectors before = current;
        LoadedConnectors now = load.apply(before);
        if (now == before) {
            return false;
        }
        current = now;
        before.connectors().stream()
                .filter(connector -> !now.connectors().contains(connector))
                .map(LoadedConnector::connection)
                .forEach(gone -> retired.add(new Retired(gone, clock.instant().plus(gone.longestRun()))));
        return true;
    }

    private void closeIdle() {
        Instant now = clock.instant();
        retired.removeIf(each -> {
            boolean idle = each.idleFrom().isBefore(now);
            if (idle) {
                each.connection().close();
            }
            return idle;
        });
    }

    @Override
    public synchronized void close() {
        retired.forEach(each -> each.connection().close());
        retired.clear();
        current.connectors().forEach(connector -> connector.connection().close());
    }
}
