package se.tjanstenav.connectors.audit;

import java.util.Map;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class PostgresAuditLogContractTest extends AuditLogContract {

    @Override
    RegistryDatabase database() {
        return RegistryDatabase.postgres(CLOCK, Map.of());
    }
}
