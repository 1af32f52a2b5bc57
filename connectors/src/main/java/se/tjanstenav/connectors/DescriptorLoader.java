package se.tjanstenav.connectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.secret.Secrets;

/** Finds descriptors, checks them one by one and against each other, and makes feeds of those that are valid. */
final class DescriptorLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DescriptorLoader.class);

    private final ResourcePatternResolver resources;
    private final Secrets secrets;
    private final FeedFactory feeds;

    DescriptorLoader(ResourcePatternResolver resources, Secrets secrets, FeedFactory feeds) {
        this.resources = resources;
        this.secrets = secrets;
        this.feeds = feeds;
    }

    LoadedConnectors load(List<String> patterns) {
        List<DescriptorFault> faults = new ArrayList<>();
        List<DescriptorFile> files = new ArrayList<>();
        for (Resource resource : find(patterns, faults)) {
            files.add(DescriptorFile.read(resource, secrets::has));
        }
        nameDuplicates(files);
        List<Feed> usable = new ArrayList<>();
        List<AgencyConnection> connections = new ArrayList<>();
        for (DescriptorFile file : files) {
            faults.addAll(file.faults());
            file.usable().ifPresent(descriptor -> add(descriptor, usable, connections));
        }
        faults.forEach(fault -> LOG.error("Descriptor fault: {}", fault));
        LOG.info("{} connectors with {} feeds are ready", connections.size(), usable.size());
        return new LoadedConnectors(usable, faults, connections);
    }

    private void add(Descriptor descriptor, List<Feed> usable, List<AgencyConnection> connections) {
        AgencyConnection connection = feeds.connection(descriptor);
        connections.add(connection);
        usable.addAll(feeds.feeds(descriptor, connection));
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
                        "the place cannot be searched: " + e.getMessage(),
                        "Correct tjanstenav.connectors.descriptors."));
            }
        }
        return List.copyOf(found.values());
    }

    private static void nameDuplicates(List<DescriptorFile> files) {
        Map<String, List<DescriptorFile>> byId = new LinkedHashMap<>();
        files.forEach(file -> file.id().ifPresent(id -> byId.computeIfAbsent(id, same -> new ArrayList<>())
                .add(file)));
        byId.forEach((id, same) -> {
            for (DescriptorFile file : same) {
                List<String> others = same.stream()
                        .filter(other -> other != file)
                        .map(DescriptorFile::source)
                        .toList();
                if (!others.isEmpty()) {
                    file.addFault(
                            "/metadata/id",
                            "the connector id '%s' is also used in %s".formatted(id, String.join(", ", others)),
                            "Give each connector its own id; until then none of them is used.");
                }
            }
        });
    }
}
