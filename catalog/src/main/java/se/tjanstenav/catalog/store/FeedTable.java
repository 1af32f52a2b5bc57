package se.tjanstenav.catalog.store;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;

/** The feeds, and how their latest harvests ended. */
final class FeedTable {

    private final JdbcClient jdbc;

    FeedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(FeedRegistration registration) {
        jdbc.sql("""
                        insert into feed (id, agency, registration)
                        values (:id, :agency, :registration)
                        on conflict (id) do update set agency = excluded.agency, registration = excluded.registration
                        """)
                .param("id", registration.feed().path())
                .param("agency", registration.agency().id().value())
                .param("registration", Json.write(registration))
                .update();
    }

    Optional<AgencyId> agencyOf(FeedId feed) {
        return jdbc.sql("select agency from feed where id = :id")
                .param("id", feed.path())
                .query(String.class)
                .optional()
                .map(AgencyId::new);
    }

    /** What the feed may speak of. */
    Mandate mandate(FeedId feed) {
        return Mandate.of(Json.read(
                jdbc.sql("select registration from feed where id = :id")
                        .param("id", feed.path())
                        .query(String.class)
                        .single(),
                FeedRegistration.class));
    }

    /** Keeps every other transaction from beginning or ending a run of the feed until this one commits. */
    void lock(FeedId feed) {
        int rows = jdbc.sql("update feed set records = records where id = :id")
                .param("id", feed.path())
                .update();
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "There is no feed " + feed + " in the catalogue; register it before harvesting it");
        }
    }

    long records(FeedId feed) {
        return jdbc.sql("select records from feed where id = :id")
                .param("id", feed.path())
                .query(Long.class)
                .single();
    }

    void succeeded(FeedId feed, Instant at, long growth) {
        jdbc.sql("update feed set last_success = :at, fault = null, records = records + :growth where id = :id")
                .param("at", at.toEpochMilli())
                .param("growth", growth)
                .param("id", feed.path())
                .update();
    }

    void grown(FeedId feed, long growth) {
        jdbc.sql("update feed set records = records + :growth where id = :id")
                .param("growth", growth)
                .param("id", feed.path())
                .update();
    }

    /** What the last published run left, unless a record that it missed may yet be removed. */
    Optional<String> bookmark(FeedId feed) {
        return jdbc.sql("""
                        select bookmark from feed where id = :id and bookmark is not null and not exists
                            (select 1 from contribution where feed = :id and missing_count > 0)
                        """).param("id", feed.path()).query(String.class).optional();
    }

    void leave(FeedId feed, @Nullable String bookmark) {
        jdbc.sql("update feed set bookmark = :bookmark where id = :id")
                .param("bookmark", bookmark, Types.VARCHAR)
                .param("id", feed.path())
                .update();
    }

    void failed(FeedId feed, Instant at, Fault fault) {
        jdbc.sql("update feed set last_failure = :at, fault = :fault where id = :id")
                .param("at", at.toEpochMilli())
                .param("fault", Json.write(fault))
                .param("id", feed.path())
                .update();
    }

    List<Row> all() {
        return jdbc.sql("""
                        select f.registration, f.records, f.last_success, f.last_failure, f.fault, r.owner, r.seen_at
                        from feed f left join run r on r.feed = f.id and r.outcome = 'running'
                        order by f.id
                        """)
                .query((row, number) -> new Row(
                        Json.read(row.getString("registration"), FeedRegistration.class),
                        row.getLong("records"),
                        Times.instant(row, "last_success"),
                        Times.instant(row, "last_failure"),
                        Json.readOptional(row.getString("fault"), Fault.class),
                        row.getString("owner"),
                        Times.instant(row, "seen_at")))
                .list();
    }

    /**
     * A feed as it stands.
     *
     * @param harvester the process whose run has not ended
     * @param harvesterSeen when that run last gave a sign of life
     */
    record Row(
            FeedRegistration registration,
            long records,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable Fault fault,
            @Nullable String harvester,
            @Nullable Instant harvesterSeen) {

        boolean saysTheSameAs(@Nullable Row other) {
            return other != null && withoutHarvester().equals(other.withoutHarvester());
        }

        private Row withoutHarvester() {
            return new Row(registration, records, lastSuccess, lastFailure, fault, null, null);
        }
    }
}
