package se.tjanstenav.connectors.registry;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegistryContractTest extends RegistryContract {

    @TempDir
    private Path folder;

    @Override
    RegistryDatabase database(Map<String, String> properties) {
        return RegistryDatabase.sqlite(folder, CLOCK, properties);
    }
}
