package se.tjanstenav.catalog.store;

import java.util.UUID;

class SqliteMigrationTest extends MigrationContract {

    @Override
    String newDatabase() {
        return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
    }
}
