package se.tjanstenav.connectors.secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;

/** The SQL of secrets. */
final class SecretTable {

    private static final String WHOSE = "from secret where (cast(:agency as text) is null or agency = :agency)";

    private final JdbcClient jdbc;

    SecretTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A secret with its encrypted value. */
    record Row(StoredSecret secret, String sealed) {}

    /** Inserts or replaces; false if the name belongs to another connector, or the agency has no such connector. */
    boolean put(Row row) {
        StoredSecret secret = row.secret();
        return jdbc.sql("""
                        insert into secret (name, connector, agency, field, key_id, sealed, set_by, set_at)
                        select :name, id, agency, :field, :key, :sealed, :by, :at
                        from connector where id = :connector and agency = :agency
                        on conflict (name) do update set field = excluded.field, key_id = excluded.key_id,
                        sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at
                        where secret.connector = excluded.connector
                        """)
                        .param("name", secret.slot().name())
                        .param("connector", secret.slot().connector())
                        .param("agency", secret.agency().value())
                        .param("field", secret.slot().field().pointer())
                        .param("key", secret.keyId())
                        .param("sealed", row.sealed())
                        .param("by", secret.setBy())
                        .param("at", secret.setAt().toEpochMilli())
                        .update()
                == 1;
    }

    /** Replaces the encrypted value unless somebody has replaced it meanwhile. */
    void encryptedAnew(Row before, String keyId, String sealed) {
        jdbc.sql("update secret set key_id = :key, sealed = :sealed where name = :name and sealed = :before")
                .param("key", keyId)
                .param("sealed", sealed)
                .param("name", before.secret().slot().name())
                .param("before", before.sealed())
                .update();
    }

    Optional<Row> find(String name) {
        return jdbc.sql("select * from secret where name = :name")
                .param("name", name)
                .query(SecretTable::row)
                .optional();
    }

    long count(@Nullable AgencyId agency) {
        return jdbc.sql("select count(*) " + WHOSE)
                .param("agency", agency == null ? null : agency.value())
                .query(Long.class)
                .single();
    }

    List<StoredSecret> list(@Nullable AgencyId agency, int offset, int limit) {
        return jdbc
                .sql("select * " + WHOSE + " order by name limit :limit offset :offset")
                .param("agency", agency == null ? null : agency.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(SecretTable::row)
                .list()
                .stream()
                .map(Row::secret)
                .toList();
    }

    List<String> namesNotEncryptedWith(String keyId) {
        return jdbc.sql("select name from secret where key_id <> :key order by name")
                .param("key", keyId)
                .query(String.class)
                .list();
    }

    boolean delete(String name) {
        return jdbc.sql("delete from secret where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Makes every process look anew at the connectors that may use what was written. */
    void advanceRevision() {
        jdbc.sql("update connector_revision set last = last + 1").update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String pointer = row.getString("field");
        SecretField field = SecretField.at(pointer)
                .orElseThrow(() -> new SQLException("A secret is stored for the unknown field " + pointer));
        StoredSecret secret = new StoredSecret(
                new SecretSlot(row.getString("name"), row.getString("connector"), field),
                new AgencyId(row.getString("agency")),
                row.getString("key_id"),
                row.getString("set_by"),
                Instant.ofEpochMilli(row.getLong("set_at")));
        return new Row(secret, row.getString("sealed"));
    }
}
