package se.tjanstenav.connectors.secret;

import java.util.Map;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class PostgresStoredSecretsContractTest extends StoredSecretsContract {

    @Override
    RegistryDatabase database() {
        return RegistryDatabase.postgres(CLOCK, Map.of());
    }
}
