package se.tjanstenav.connectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.secret.Secrets;

/** Finds descriptors, checks them one by one and against each other, and makes feeds of those that are valid. */
final class DescriptorLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DescriptorLoader.class);

    private final ResourcePatternResolver resources;
    private final DescriptorReader reader;
    private final FeedFactory feeds;
    private final Secrets secrets;
    private final Optional<RegisteredLoader> registered;

    /**
     * @param reader reads the operator's own descriptors
     * @param secrets what these may read
     * @param registered finds further connectors where agencies can register some
     */
    DescriptorLoader(
            ResourcePatternResolver resources,
            DescriptorReader reader,
            FeedFactory feeds,
            Secrets secrets,
            Optional<RegisteredLoader> registered) {
        this.resources = resources;
        this.reader = reader;
        this.feeds = feeds;
        this.secrets = secrets;
        this.registered = registered;
    }

    /**
     * Finds the connectors as they are now.
     *
     * @param before those in use: they stay as they are where their files have not changed, or have become faulty
     */
    LoadedConnectors load(List<String> patterns, LoadedConnectors before) {
        List<DescriptorFault> faults = new ArrayList<>();
        List<CheckedDescriptor> files = new ArrayList<>();
        for (Resource resource : find(patterns, faults)) {
            Optional<CheckedDescriptor> known =
                    before.from(DescriptorFile.name(resource)).map(LoadedConnector::descriptor);
            files.add(DescriptorFile.read(resource, reader, known));
        }
        List<LoadedConnector> connectors = new ArrayList<>();
        for (CheckedDescriptor file : files) {
            List<String> others = othersOfItsId(file, files);
            faults.addAll(others.isEmpty() ? file.faults() : List.of(file.duplicateOf(others)));
            connector(file, others.isEmpty(), before).ifPresent(connectors::add);
        }
        Set<String> taken = ids(files, connectors);
        registered.map(more -> more.load(before, taken)).ifPresent(found -> {
            connectors.addAll(found.connectors());
            faults.addAll(found.faults());
        });
        return told(new LoadedConnectors(connectors, faults, taken), before);
    }

    /** The ids that stand in files, faulty ones too, and those of connectors that stay in use as they were before. */
    private static Set<String> ids(List<CheckedDescriptor> files, List<LoadedConnector> connectors) {
        return Stream.concat(files.stream(), connectors.stream().map(LoadedConnector::descriptor))
                .flatMap(descriptor -> descriptor.id().stream())
                .collect(Collectors.toSet());
    }

    private Optional<LoadedConnector> connector(CheckedDescriptor file, boolean unique, LoadedConnectors before) {
        Optional<LoadedConnector> inUse = before.from(file.source());
        Optional<Descriptor> usable = unique ? file.usable() : Optional.empty();
        if (usable.isEmpty()
                || inUse.map(LoadedConnector::descriptor).filter(file::equals).isPresent()) {
            return inUse;
        }
        AgencyConnection connection = feeds.connection(usable.get(), secrets);
        return Optional.of(new LoadedConnector(file, connection, feeds.feeds(usable.get(), connection)));
    }

    private static List<String> othersOfItsId(CheckedDescriptor file, List<CheckedDescriptor> files) {
        return files.stream()
                .filter(other ->
                        other != file && file.id().isPresent() && other.id().equals(file.id()))
                .map(CheckedDescriptor::source)
                .toList();
    }

    private static LoadedConnectors told(LoadedConnectors now, LoadedConnectors before) {
        if (now.sameAs(before)) {
            return before;
        }
        now.faults().stream()
                .filter(fault -> !before.faults().contains(fault))
                .forEach(fault -> LOG.error("Descriptor fault: {}", fault));
        LOG.info(
                "{} connectors with {} feeds are ready",
                now.connectors().size(),
                now.feeds().size() + now.live().size());
        return now;
    }

    private List<Resource> find(List<String> patterns, List<DescriptorFault> faults) {
        Map<String, Resource> found = new LinkedHashMap<>();
        for (String pattern : patterns) {
            try {
                for (Resource resource : resources.getResources(pattern)) {
                    found.putIfAbsent(DescriptorFile.name(resource), resource);
                }
            } catch (IOException e) {
                faults.add(new DescriptorFault(
                        pattern,
                        "",
                        0,
                        0,
                        "the place cannot be searched: " + e.getMessage(),
                        "Correct tjanstenav.connectors.descriptors."));
            }
        }
        return List.copyOf(found.values());
    }
}
