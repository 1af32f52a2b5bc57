package se.tjanstenav.connectors.secret;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class SqliteStoredSecretsContractTest extends StoredSecretsContract {

    @TempDir
    private Path folder;

    @Override
    RegistryDatabase database() {
        return RegistryDatabase.sqlite(folder, CLOCK, Map.of());
    }
}
