package se.tjanstenav.connectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.tjanstenav.catalog.model.FeedId;

/** The connectors as they were loaded at start-up. */
final class LoadedConnectors implements Connectors, AutoCloseable {

    private final List<Feed> feeds;
    private final Map<FeedId, Feed> byId;
    private final List<DescriptorFault> faults;
    private final List<AgencyConnection> connections;

    LoadedConnectors(List<Feed> feeds, List<DescriptorFault> faults, List<AgencyConnection> connections) {
        List<Feed> sorted = new ArrayList<>(feeds);
        sorted.sort(Comparator.comparing(Feed::id));
        this.feeds = List.copyOf(sorted);
        this.byId = sorted.stream().collect(Collectors.toUnmodifiableMap(Feed::id, Function.identity()));
        this.faults = List.copyOf(faults);
        this.connections = List.copyOf(connections);
    }

    @Override
    public List<Feed> feeds() {
        return feeds;
    }

    @Override
    public Optional<Feed> feed(FeedId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<DescriptorFault> faults() {
        return faults;
    }

    @Override
    public void close() {
        connections.forEach(AgencyConnection::close);
    }
}
