package se.tjanstenav.routes.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.registry.ConnectorState;
import se.tjanstenav.connectors.registry.RegisteredConnector;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.RequestFault;

/**
 * A connector as the API shows it.
 *
 * @param faults why the active version is not in use as it stands, if so; then the one before may be
 */
record ConnectorDetail(
        String id,
        AgencyId agency,
        ConnectorState state,
        int newestVersion,
        @Nullable Integer activeVersion,
        @Nullable Instant activatedAt,
        Instant registeredAt,
        List<RequestFault> faults,
        Map<String, Link> links) {

    static ConnectorDetail of(RegisteredConnector connector, List<RequestFault> faults, String linkBase) {
        return new ConnectorDetail(
                connector.id(),
                connector.agency(),
                connector.state(),
                connector.newestVersion(),
                connector.activeVersion(),
                connector.activatedAt(),
                connector.registeredAt(),
                faults,
                links(linkBase + Paths.connector(connector.id())));
    }

    private static Map<String, Link> links(String self) {
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", Link.to(self, "self"));
        links.put("versions", Link.to(self + "/versions", "versions"));
        links.put("state", Link.to(self + "/state", "state"));
        links.put("runs", Link.to(self + "/runs", "runs"));
        return links;
    }
}
