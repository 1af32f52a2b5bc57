package se.tjanstenav.connectors.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.RegisteredConnectors;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * Which secrets a trial may use: those of the registered connector of that id, for whoever may touch it. Once a version
 * has been approved, they are sent nowhere but where an approved version sends them, since nobody has looked at the
 * hosts of a text that is only tried.
 */
final class TrialSecrets {

    /** An id that was read out of a text with faults may be anything, also what no database keeps. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

    private static final Set<VersionStatus> LOOKED_AT = Set.of(VersionStatus.APPROVED, VersionStatus.ACTIVE);

    private final ConnectorTable connectors;
    private final VersionTable versions;
    private final RegisteredConnectors registered;
    private final DescriptorReader reader;

    TrialSecrets(
            ConnectorTable connectors,
            VersionTable versions,
            RegisteredConnectors registered,
            DescriptorReader reader) {
        this.connectors = connectors;
        this.versions = versions;
        this.registered = registered;
        this.reader = reader;
    }

    /** Whether the id is registered by another agency. */
    boolean isForeign(String id, AgencyId agency) {
        return connectors.find(id).filter(row -> !row.agency().equals(agency)).isPresent();
    }

    Secrets of(Optional<String> id, Caller by) {
        return id.filter(text -> ID.matcher(text).matches())
                .flatMap(connectors::find)
                .filter(row -> by.mayTouch(row.agency()))
                .map(row -> registered.secrets(row.id()))
                .orElseGet(NoSecrets::new);
    }

    /** The references of a text that can be followed while it is tried. */
    SecretReferences references(Secrets secrets, Optional<Descriptor> descriptor) {
        SecretReferences stored = SecretReferences.to(secrets);
        List<String> others = descriptor.map(this::hostsNobodyLookedAt).orElse(List.of());
        if (others.isEmpty()) {
            return stored;
        }
        return (pointer, secret) -> stored.fault(pointer, secret)
                .or(() -> Optional.of(new SecretReferences.Fault(
                        "the secret '%s' is not used in a trial that may reach %s, which no approved version names"
                                .formatted(secret, String.join(", ", others)),
                        "Have a version with these hosts approved first, or try without authentication.")));
    }

    private List<String> hostsNobodyLookedAt(Descriptor descriptor) {
        String id = descriptor.metadata().id();
        Set<String> known = new HashSet<>();
        boolean lookedAt = false;
        for (ConnectorVersion version : versions.all(id)) {
            if (LOOKED_AT.contains(version.status())) {
                lookedAt = true;
                versions.text(id, version.number())
                        .flatMap(text -> reader.read(text).descriptor())
                        .ifPresent(approved ->
                                known.addAll(approved.spec().egress().hosts()));
            }
        }
        List<String> others = new ArrayList<>(descriptor.spec().egress().hosts());
        others.removeAll(known);
        return lookedAt ? others : List.of();
    }
}
