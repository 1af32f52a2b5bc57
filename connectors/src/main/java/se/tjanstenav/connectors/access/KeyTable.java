package se.tjanstenav.connectors.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;

/** The SQL of keys. */
final class KeyTable {

    private static final String WHOSE = "from access_key where (cast(:agency as text) is null or agency = :agency)";

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key with what its text is recognised by. */
    record Row(AccessKey key, String sha256) {}

    /** Until the transaction ends, no other gets past this. */
    void lock() {
        jdbc.sql("update access_guard set last = last + 1").update();
    }

    void insert(Row row) {
        KeyGrant grant = row.key().grant();
        jdbc.sql("""
                        insert into access_key (id, sha256, title, role, agency, expires_at, created_by, created_at)
                        values (:id, :sha256, :title, :role, :agency, :expires, :by, :at)
                        """)
                .param("id", row.key().id())
                .param("sha256", row.sha256())
                .param("title", grant.title())
                .param("role", grant.role().name().toLowerCase(Locale.ROOT))
                .param("agency", grant.agency() == null ? null : grant.agency().value())
                .param("expires", millis(grant.expiresAt()), Types.BIGINT)
                .param("by", row.key().createdBy())
                .param("at", row.key().createdAt().toEpochMilli())
                .update();
    }

    Optional<Row> byId(String id) {
        return jdbc.sql("select * from access_key where id = :id")
                .param("id", id)
                .query(KeyTable::row)
                .optional();
    }

    long count(@Nullable AgencyId agency) {
        return jdbc.sql("select count(*) " + WHOSE)
                .param("agency", agency == null ? null : agency.value())
                .query(Long.class)
                .single();
    }

    List<AccessKey> list(@Nullable AgencyId agency, int offset, int limit) {
        return jdbc
                .sql("select * " + WHOSE + " order by created_at, id limit :limit offset :offset")
                .param("agency", agency == null ? null : agency.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(KeyTable::row)
                .list()
                .stream()
                .map(Row::key)
                .toList();
    }

    long validOperatorKeysBut(String id, Instant now) {
        return jdbc.sql("""
                        select count(*) from access_key where role = 'operator' and id <> :id and revoked_at is null
                        and (expires_at is null or expires_at > :now)
                        """)
                .param("id", id)
                .param("now", now.toEpochMilli())
                .query(Long.class)
                .single();
    }

    void revoke(String id, String by, Instant at) {
        jdbc.sql("update access_key set revoked_by = :by, revoked_at = :at where id = :id and revoked_at is null")
                .param("id", id)
                .param("by", by)
                .param("at", at.toEpochMilli())
                .update();
    }

    void used(String id, LocalDate day) {
        jdbc.sql("update access_key set last_used = :day where id = :id and (last_used is null or last_used < :day)")
                .param("id", id)
                .param("day", day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String agency = row.getString("agency");
        Instant lastUsed = instant(row, "last_used");
        KeyGrant grant = new KeyGrant(
                row.getString("title"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                agency == null ? null : new AgencyId(agency),
                instant(row, "expires_at"));
        AccessKey key = new AccessKey(
                row.getString("id"),
                grant,
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                lastUsed == null ? null : LocalDate.ofInstant(lastUsed, ZoneOffset.UTC),
                row.getString("revoked_by"),
                instant(row, "revoked_at"));
        return new Row(key, row.getString("sha256"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
