package se.tjanstenav.catalog.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import se.tjanstenav.catalog.TestPostgres;

class PostgresMigrationTest extends MigrationContract {

    private static TestPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String newDatabase() {
        return server.newDatabase();
    }
}
