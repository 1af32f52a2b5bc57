package se.tjanstenav.connectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.tjanstenav.catalog.model.FeedId;

/** The connectors as they were found at one moment. */
final class LoadedConnectors {

    static final LoadedConnectors NONE = new LoadedConnectors(List.of(), List.of(), Set.of());

    private final List<LoadedConnector> connectors;
    private final List<DescriptorFault> faults;
    private final Set<String> idsOfFiles;
    private final List<Feed> feeds;
    private final Map<FeedId, Feed> byId;
    private final List<LiveFeed> live;

    LoadedConnectors(List<LoadedConnector> connectors, List<DescriptorFault> faults, Set<String> idsOfFiles) {
        this.connectors = List.copyOf(connectors);
        this.faults = List.copyOf(faults);
        this.idsOfFiles = Set.copyOf(idsOfFiles);
        List<Feed> sorted = new ArrayList<>();
        connectors.forEach(connector -> sorted.addAll(connector.feeds().harvested()));
        sorted.sort(Comparator.comparing(Feed::id));
        this.feeds = List.copyOf(sorted);
        this.byId = sorted.stream().collect(Collectors.toUnmodifiableMap(Feed::id, Function.identity()));
        this.live = connectors.stream()
                .flatMap(connector -> connector.feeds().live().stream())
                .sorted(Comparator.comparing(LiveFeed::id))
                .toList();
    }

    List<Feed> feeds() {
        return feeds;
    }

    List<LiveFeed> live() {
        return live;
    }

    Optional<Feed> feed(FeedId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<DescriptorFault> faults() {
        return faults;
    }

    Set<String> idsOfFiles() {
        return idsOfFiles;
    }

    List<LoadedConnector> connectors() {
        return connectors;
    }

    /** The connector in use that comes from that place. */
    Optional<LoadedConnector> from(String source) {
        return connectors.stream()
                .filter(connector -> connector.descriptor().source().equals(source))
                .findFirst();
    }

    boolean sameAs(LoadedConnectors others) {
        return connectors.equals(others.connectors)
                && faults.equals(others.faults)
                && idsOfFiles.equals(others.idsOfFiles);
    }
}
