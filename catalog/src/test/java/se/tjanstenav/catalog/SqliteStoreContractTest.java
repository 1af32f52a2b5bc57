package se.tjanstenav.catalog;

class SqliteStoreContractTest extends StoreContract {

    @Override
    int replicas() {
        return 1;
    }

    @Override
    String jdbcUrl() {
        return "jdbc:sqlite:" + folder.resolve("data/catalogue.db");
    }
}
