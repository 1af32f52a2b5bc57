package se.tjanstenav.connectors.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class SqliteAccessKeysContractTest extends AccessKeysContract {

    @TempDir
    private Path folder;

    @Override
    RegistryDatabase database(Clock clock) {
        return RegistryDatabase.sqlite(folder, clock, Map.of());
    }
}
