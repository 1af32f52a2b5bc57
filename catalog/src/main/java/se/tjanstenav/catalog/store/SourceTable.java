package se.tjanstenav.catalog.store;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The sources of rejected records, at most one per record of a feed that can be told: the newest. They go when something
 * newer of the record is published, and with their run.
 */
final class SourceTable {

    /** What one run may keep, so that a feed of rejects fills neither the disk nor the run's transaction. */
    static final long MOST_BYTES_PER_RUN = 4L * 1024 * 1024;

    /** What is kept of one feed when a run begins; beyond it, the oldest runs' sources go. */
    private static final long MOST_BYTES_PER_FEED = 16L * 1024 * 1024;

    private final JdbcClient jdbc;

    SourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a source in place of an older one of the same record. */
    void keep(UUID run, int place, FeedId feed, @Nullable String externalId, String source, Instant at) {
        if (externalId != null) {
            jdbc.sql("delete from reject_source where feed = :feed and external_id = :externalId")
                    .param("feed", feed.path())
                    .param("externalId", externalId)
                    .update();
        }
        jdbc.sql("""
                        insert into reject_source (run, place, feed, external_id, body, bytes, rejected_at)
                        values (:run, :place, :feed, :externalId, :body, :bytes, :at)
                        """)
                .param("run", run.toString())
                .param("place", place)
                .param("feed", feed.path())
                .param("externalId", externalId, Types.VARCHAR)
                .param("body", source)
                .param("bytes", source.getBytes(StandardCharsets.UTF_8).length)
                .param("at", at.toEpochMilli())
                .update();
    }

    /** Makes room before a run begins. */
    void trim(FeedId feed) {
        while (bytes(feed) > MOST_BYTES_PER_FEED) {
            jdbc.sql("""
                            delete from reject_source where run = (select s.run from reject_source s
                                join run r on r.id = s.run where s.feed = :feed order by r.fence limit 1)
                            """).param("feed", feed.path()).update();
        }
    }

    private long bytes(FeedId feed) {
        return jdbc.sql("select coalesce(sum(bytes), 0) from reject_source where feed = :feed")
                .param("feed", feed.path())
                .query(Long.class)
                .single();
    }

    /** Forgets the older sources of the records that a run has seen and published, rejected or not. */
    void forgetSeen(UUID run, FeedId feed) {
        jdbc.sql("""
                        delete from reject_source where feed = :feed and run <> :run
                        and external_id in (select external_id from staged where run = :run)
                        """).param("feed", feed.path()).param("run", run.toString()).update();
    }

    /** The records of the feed of which older runs keep sources. */
    List<String> externalIds(UUID run, FeedId feed) {
        return jdbc.sql("""
                        select distinct external_id from reject_source
                        where feed = :feed and run <> :run and external_id is not null
                        """)
                .param("feed", feed.path())
                .param("run", run.toString())
                .query(String.class)
                .list();
    }

    /** Forgets the older sources of the record. */
    void forgetSeen(UUID run, FeedId feed, String externalId) {
        jdbc.sql("delete from reject_source where feed = :feed and run <> :run and external_id = :externalId")
                .param("feed", feed.path())
                .param("run", run.toString())
                .param("externalId", externalId)
                .update();
    }

    /** Forgets every older source, because a run has seen the whole feed. */
    void forgetAllBut(UUID run, FeedId feed) {
        jdbc.sql("delete from reject_source where feed = :feed and run <> :run")
                .param("feed", feed.path())
                .param("run", run.toString())
                .update();
    }

    void forget(Origin origin) {
        jdbc.sql("delete from reject_source where run = :run and place = :place")
                .param("run", origin.run().toString())
                .param("place", origin.place())
                .update();
    }

    Optional<Kept> find(UUID run, int place) {
        return jdbc.sql("""
                        select s.body as source, s.rejected_at, j.body from reject_source s
                        join reject j on j.run = s.run and j.place = s.place
                        where s.run = :run and s.place = :place
                        """)
                .param("run", run.toString())
                .param("place", place)
                .query((row, number) -> new Kept(
                        new Origin(run, place, Instant.ofEpochMilli(row.getLong("rejected_at"))),
                        Json.read(row.getString("body"), Reject.class),
                        row.getString("source")))
                .optional();
    }

    /** The reject that a replay repeats, and when its record was fetched. */
    record Origin(UUID run, int place, Instant at) {}

    /** A kept source. */
    record Kept(Origin origin, Reject reject, String source) {

        /** Leaves out the source, which is not for logs. */
        @Override
        public String toString() {
            return "Kept[" + origin + "]";
        }
    }
}
