package se.tjanstenav.connectors.access;

import java.time.Clock;
import java.util.Map;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class PostgresAccessKeysContractTest extends AccessKeysContract {

    @Override
    RegistryDatabase database(Clock clock) {
        return RegistryDatabase.postgres(clock, Map.of());
    }
}
