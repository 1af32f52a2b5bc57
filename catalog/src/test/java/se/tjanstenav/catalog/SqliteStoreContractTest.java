package se.tjanstenav.catalog;

class SqliteStoreContractTest extends StoreContract {

    @Override
    String jdbcUrl() {
        return "jdbc:sqlite:" + folder.resolve("data/catalogue.db");
    }
}
