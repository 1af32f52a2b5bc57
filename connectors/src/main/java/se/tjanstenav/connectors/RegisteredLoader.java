package se.tjanstenav.connectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import se.tjanstenav.connectors.RegisteredConnectors.Version;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;

/**
 * Makes feeds of registered connectors. Keeps what it has read and checked, so that a look which finds the revision it
 * knows costs one query. Used by one thread at a time.
 */
final class RegisteredLoader {

    private static final long NEVER = -1;

    private final RegisteredConnectors registry;
    private final DescriptorReader reader;
    private final FeedFactory feeds;
    private Map<Version, CheckedDescriptor> known = Map.of();
    private long seen = NEVER;

    /** What was found. */
    record Found(List<LoadedConnector> connectors, List<DescriptorFault> faults) {}

    RegisteredLoader(RegisteredConnectors registry, DescriptorReader reader, FeedFactory feeds) {
        this.registry = registry;
        this.reader = reader;
        this.feeds = feeds;
    }

    /**
     * Finds the registered connectors as they are now.
     *
     * @param before those in use: they stay as they are where their version has not changed, or is faulty
     * @param taken the ids of the operator's own connectors, which no other may have
     */
    Found load(LoadedConnectors before, Set<String> taken) {
        List<LoadedConnector> connectors = new ArrayList<>();
        List<DescriptorFault> faults = new ArrayList<>();
        try {
            look();
        } catch (DataAccessException e) {
            // The files are looked at all the same; the next look tells more.
            seen = NEVER;
        }
        known.forEach((version, descriptor) -> {
            if (taken.contains(version.connector())) {
                faults.add(descriptor.fault(
                        "/metadata/id",
                        "the connector id '%s' is also used by a descriptor file of the operator, which is used instead"
                                .formatted(version.connector()),
                        "Register the connector under another id, or ask the operator to remove the file."));
                return;
            }
            faults.addAll(descriptor.faults());
            connector(version, descriptor, before).ifPresent(connectors::add);
        });
        return new Found(connectors, faults);
    }

    private void look() {
        long revision = registry.revision();
        Map<Version, CheckedDescriptor> found = new HashMap<>();
        for (Version version : revision == seen ? known.keySet() : Set.copyOf(registry.running())) {
            found.put(version, check(version, revision != seen));
        }
        known = found;
        seen = revision;
    }

    /** A faulty one is checked at every look, since what it lacks may come. */
    private CheckedDescriptor check(Version version, boolean secretsMayHaveChanged) {
        CheckedDescriptor before = known.get(version);
        String text = before == null ? registry.text(version) : before.text();
        if (before != null && before.faults().isEmpty() && !secretsMayHaveChanged) {
            return before;
        }
        CheckedDescriptor now = CheckedDescriptor.of(
                RegisteredConnectors.source(version.connector()),
                text,
                reader.following(SecretReferences.to(registry.secrets(version.connector()))));
        return before != null && before.faults().equals(now.faults()) ? before : now;
    }

    private Optional<LoadedConnector> connector(
            Version version, CheckedDescriptor descriptor, LoadedConnectors before) {
        Optional<LoadedConnector> inUse = before.from(descriptor.source());
        Optional<Descriptor> usable = descriptor.usable();
        if (usable.isEmpty()
                || inUse.map(LoadedConnector::descriptor)
                        .filter(descriptor::sameTextAs)
                        .isPresent()) {
            return inUse;
        }
        AgencyConnection connection = feeds.connection(usable.get(), registry.secrets(version.connector()));
        ConnectorFeeds made = feeds.feeds(usable.get(), connection);
        return Optional.of(new LoadedConnector(descriptor, connection, made.of(version.number())));
    }
}
