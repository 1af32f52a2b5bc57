package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.model.ServiceId;

/** The change log and the counter that numbers it. */
final class ChangeTable implements ChangeLog {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ChangeTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public long last() {
        return jdbc.sql("select last from change_head").query(Long.class).single();
    }

    @Override
    public List<Change> after(long sequence, int limit) {
        return jdbc.sql("""
                        select * from change_log
                        where sequence > :sequence order by sequence limit :limit
                        """)
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        row.getLong("sequence"),
                        new ServiceId(row.getString("service")),
                        Json.constant(row.getString("kind"), Kind.class),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Json.texts(row.getString("fields")),
                        row.getInt("changed_fields"),
                        Optional.ofNullable(row.getString("merged_into"))
                                .map(ServiceId::new)
                                .orElse(null)))
                .list();
    }

    /** Makes every other transaction that publishes wait until this one has ended. */
    void lock() {
        jdbc.sql("update change_head set last = last").update();
    }

    /** Numbers and writes the changes; the caller holds the {@link #lock}. */
    void append(List<Entry> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        long last = last();
        MapSqlParameterSource[] rows = new MapSqlParameterSource[entries.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new MapSqlParameterSource()
                    .addValue("sequence", last + i + 1)
                    .addValue("service", entries.get(i).service())
                    .addValue("kind", Json.name(entries.get(i).kind()))
                    .addValue("at", at.toEpochMilli())
                    .addValue("fields", entries.get(i).shownFields())
                    .addValue("changedFields", entries.get(i).fields().size())
                    .addValue("mergedInto", entries.get(i).mergedInto());
        }
        batch.batchUpdate("""
                        insert into change_log (sequence, service, kind, at, fields, changed_fields, merged_into)
                        values (:sequence, :service, :kind, :at, :fields, :changedFields, :mergedInto)
                        """, rows);
        jdbc.sql("update change_head set last = :last")
                .param("last", last + rows.length)
                .update();
    }

    /**
     * A change that has no number yet.
     *
     * @param fields JSON pointers to all that differs
     */
    record Entry(
            String service,
            Kind kind,
            List<String> fields,
            @Nullable String mergedInto) {

        Entry {
            fields = List.copyOf(fields);
        }

        static Entry added(String service) {
            return new Entry(service, Kind.ADDED, List.of(), null);
        }

        static Entry changed(String service, List<String> fields) {
            return new Entry(service, Kind.CHANGED, fields, null);
        }

        static Entry removed(String service) {
            return new Entry(service, Kind.REMOVED, List.of(), null);
        }

        static Entry merged(String service, String into) {
            return new Entry(service, Kind.MERGED, List.of(), into);
        }

        private @Nullable String shownFields() {
            return fields.isEmpty()
                    ? null
                    : Json.write(fields.stream().limit(Change.MOST_FIELDS).toList());
        }
    }
}
