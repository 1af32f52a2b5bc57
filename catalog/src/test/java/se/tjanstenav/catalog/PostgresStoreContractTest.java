package se.tjanstenav.catalog;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresStoreContractTest extends StoreContract {

    private static TestPostgres server;

    private String url = "";

    @BeforeAll
    static void start() throws IOException {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    @Override
    void open() {
        url = server.newDatabase();
        super.open();
    }

    @Override
    int replicas() {
        return 3;
    }

    @Override
    String jdbcUrl() {
        return url;
    }
}
