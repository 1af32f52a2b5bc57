package se.tjanstenav.connectors.registry;

import java.util.Map;

class PostgresRegistryContractTest extends RegistryContract {

    @Override
    RegistryDatabase database(Map<String, String> properties) {
        return RegistryDatabase.postgres(CLOCK, properties);
    }
}
