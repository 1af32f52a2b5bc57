package se.tjanstenav.connectors.registry;

import java.util.List;
import se.tjanstenav.connectors.RegisteredConnectors;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.secret.StoredSecrets;

/** What of the registry runs. The operator's file secrets are none of a registered connector's. */
final class JdbcRegisteredConnectors implements RegisteredConnectors {

    private final ConnectorTable connectors;
    private final VersionTable versions;
    private final StoredSecrets secrets;

    JdbcRegisteredConnectors(ConnectorTable connectors, VersionTable versions, StoredSecrets secrets) {
        this.connectors = connectors;
        this.versions = versions;
        this.secrets = secrets;
    }

    @Override
    public long revision() {
        return connectors.revision();
    }

    @Override
    public List<Version> running() {
        return versions.running();
    }

    @Override
    public String text(Version version) {
        return versions.text(version.connector(), version.number()).orElseThrow();
    }

    @Override
    public Secrets secrets(String connector) {
        return secrets.of(connector);
    }
}
