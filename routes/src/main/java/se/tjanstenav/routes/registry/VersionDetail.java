package se.tjanstenav.routes.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.registry.ConnectorVersion;
import se.tjanstenav.connectors.registry.Deed;
import se.tjanstenav.connectors.registry.TextFormat;
import se.tjanstenav.connectors.registry.VersionStatus;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.RequestFault;

/**
 * A version as the API shows it; its text is had by {@code Accept: application/yaml}.
 *
 * @param sha256 of the text
 * @param faults what the latest validation found
 */
record VersionDetail(
        String connector,
        int version,
        VersionStatus status,
        TextFormat format,
        String sha256,
        Deed posted,
        @Nullable Deed validated,
        @Nullable Deed approved,
        @Nullable Deed activated,
        List<RequestFault> faults,
        Map<String, Link> links) {

    static VersionDetail of(ConnectorVersion version, String linkBase) {
        return new VersionDetail(
                version.connector(),
                version.number(),
                version.status(),
                version.format(),
                version.sha256(),
                version.posted(),
                version.validated(),
                version.approved(),
                version.activated(),
                RegistryProblems.faults(version.faults()),
                links(version, linkBase));
    }

    private static Map<String, Link> links(ConnectorVersion version, String linkBase) {
        String self = linkBase + Paths.version(version.connector(), version.number());
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", Link.to(self, "self"));
        links.put("connector", Link.to(linkBase + Paths.connector(version.connector()), "connector"));
        links.put("validations", new Link(self + "/validations", "validations", "POST"));
        links.put("dryRuns", new Link(self + "/dry-runs", "dryRuns", "POST"));
        links.put("approvals", new Link(self + "/approvals", "approvals", "POST"));
        return links;
    }
}
