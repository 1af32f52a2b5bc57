package se.tjanstenav.connectors.registry;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.Connectors;

/** Derives how a connector stands from its versions and from its feeds, so that it is kept nowhere else. */
final class RegisteredStates {

    private static final String HELD_BACK = "QUARANTINED";

    private final Sources sources;
    private final Connectors connectors;

    RegisteredStates(Sources sources, Connectors connectors) {
        this.sources = sources;
        this.connectors = connectors;
    }

    RegisteredConnector of(ConnectorTable.Row row) {
        return new RegisteredConnector(
                row.id(),
                row.agency(),
                state(row),
                row.newestVersion(),
                row.activeVersion(),
                row.activatedAt(),
                row.registeredAt());
    }

    private ConnectorState state(ConnectorTable.Row row) {
        if (row.activeVersion() == null) {
            return ConnectorState.valueOf(row.newestStatus().name());
        }
        if (row.paused()) {
            return ConnectorState.PAUSED;
        }
        boolean heldBack = sources.all().stream()
                .filter(source -> source.feed().connector().equals(row.id()))
                .map(SourceStatus::fault)
                .anyMatch(RegisteredStates::heldBack);
        return heldBack ? ConnectorState.QUARANTINED : ConnectorState.ACTIVE;
    }

    private static boolean heldBack(@Nullable Fault fault) {
        return fault != null && fault.code().startsWith(HELD_BACK);
    }

    /** Whether the operator's own connectors, or data of another agency, stand under the id. */
    boolean taken(String id, AgencyId agency) {
        return connectors.idsOfFiles().contains(id) || isForeign(id, agency);
    }

    /** Whether data of another agency stand under the id. */
    boolean isForeign(String id, AgencyId agency) {
        return sources.all().stream()
                .anyMatch(source -> source.feed().connector().equals(id)
                        && !source.agency().id().equals(agency));
    }
}
