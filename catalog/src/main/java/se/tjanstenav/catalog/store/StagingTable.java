package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the runs under way have seen of their feeds: one row per external id, with a body only where it is news. What is known
 * has no row; the run remembers it by {@link KnownRecords}.
 */
final class StagingTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    StagingTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Map<String, Row> find(UUID run, Collection<String> externalIds) {
        Map<String, Row> found = new HashMap<>();
        jdbc.sql(
                        "select external_id, state, hash, ordinal, warnings from staged where run = :run and external_id in (:ids)")
                .param("run", run.toString())
                .param("ids", externalIds)
                .query(row -> {
                    String externalId = row.getString("external_id");
                    State state = State.of(row.getString("state"));
                    found.put(
                            externalId,
                            new Row(
                                    externalId,
                                    state,
                                    row.getString("hash"),
                                    row.getLong("ordinal"),
                                    null,
                                    null,
                                    null,
                                    row.getString("warnings"),
                                    RecordLinks.NONE,
                                    null));
                });
        return found;
    }

    /** Adds the rows; a row of the same external id is replaced. */
    void save(UUID run, Collection<Row> rows, Instant at) {
        MapSqlParameterSource[] values = rows.stream()
                .map(row -> new MapSqlParameterSource()
                        .addValue("run", run.toString())
                        .addValue("externalId", row.externalId())
                        .addValue("state", row.state().column())
                        .addValue("hash", row.hash())
                        .addValue("ordinal", row.ordinal())
                        .addValue("service", row.service())
                        .addValue("body", row.body())
                        .addValue("changedAt", row.changedAtSource())
                        .addValue("warnings", row.warnings())
                        .addValue("concept", row.links().concept())
                        .addValue("definesConcept", row.links().definesConcept())
                        .addValue("sameAs", row.links().sameAs())
                        .addValue("fingerprint", row.fingerprint())
                        .addValue("at", at.toEpochMilli()))
                .toArray(MapSqlParameterSource[]::new);
        batch.batchUpdate("""
                        insert into staged
                            (run, external_id, state, hash, ordinal, service, body, changed_at_source, staged_at,
                            warnings, concept, defines_concept, same_as, fingerprint)
                        values (:run, :externalId, :state, :hash, :ordinal, :service, :body, :changedAt, :at, :warnings,
                            :concept, :definesConcept, :sameAs, :fingerprint)
                        on conflict (run, external_id) do update set state = excluded.state, hash = excluded.hash,
                            service = excluded.service, body = excluded.body,
                            changed_at_source = excluded.changed_at_source, warnings = excluded.warnings,
                            concept = excluded.concept, defines_concept = excluded.defines_concept,
                            same_as = excluded.same_as, fingerprint = excluded.fingerprint
                        """, values);
    }

    /**
     * Counts the rows by an index, which does not know their warnings.
     *
     * @param warned how many of them carry a warning
     */
    Counts counts(UUID run, long warned) {
        Map<State, Long> byState = new EnumMap<>(State.class);
        jdbc.sql("select state, count(*) as n from staged where run = :run group by state")
                .param("run", run.toString())
                .query(row -> {
                    byState.put(State.of(row.getString("state")), row.getLong("n"));
                });
        return Counts.of(byState, warned);
    }

    void clear(UUID run) {
        jdbc.sql("delete from staged where run = :run")
                .param("run", run.toString())
                .update();
    }

    void clearEnded() {
        jdbc.sql("delete from staged where run in (select id from run where outcome <> 'running')")
                .update();
    }

    /**
     * How a staged record compares with what is published of it. Of the unchanged ones, those are known that were not even
     * mapped; they are in no row.
     */
    enum State {
        ADDED,
        CHANGED,
        UNCHANGED,
        KNOWN,
        REJECTED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One record.
     *
     * @param hash null where the record was rejected before it could be hashed
     * @param service id of the service it speaks of; like {@code body} only there for added and changed ones
     * @param warnings codes of what is doubtful about it as a JSON list, null for nothing and for rejected ones
     * @param links like {@code body} only there for added and changed ones
     * @param fingerprint what it is made of; null for known ones, and where the record is to be mapped the next time whatever
     *     it is made of
     */
    record Row(
            String externalId,
            State state,
            @Nullable String hash,
            long ordinal,
            @Nullable String service,
            @Nullable String body,
            @Nullable Long changedAtSource,
            @Nullable String warnings,
            RecordLinks links,
            @Nullable String fingerprint) {

        static Row rejected(String externalId, @Nullable String hash, long ordinal) {
            return bodiless(externalId, State.REJECTED, hash, ordinal);
        }

        static Row known(String externalId, String hash, long ordinal) {
            return bodiless(externalId, State.KNOWN, hash, ordinal);
        }

        private static Row bodiless(String externalId, State state, @Nullable String hash, long ordinal) {
            return new Row(externalId, state, hash, ordinal, null, null, null, null, RecordLinks.NONE, null);
        }
    }

    /**
     * External ids by state.
     *
     * @param warned those among the usable that carry a warning
     */
    record Counts(long unchanged, long added, long changed, long rejected, long warned) {

        static Counts of(Map<State, Long> byState, long warned) {
            return new Counts(
                    byState.getOrDefault(State.UNCHANGED, 0L) + byState.getOrDefault(State.KNOWN, 0L),
                    byState.getOrDefault(State.ADDED, 0L),
                    byState.getOrDefault(State.CHANGED, 0L),
                    byState.getOrDefault(State.REJECTED, 0L),
                    warned);
        }

        /** With so many that are known. */
        Counts and(KnownRecords known) {
            return new Counts(unchanged + known.count(), added, changed, rejected, warned);
        }

        long usable() {
            return unchanged + added + changed;
        }

        long seen() {
            return usable() + rejected;
        }
    }
}
