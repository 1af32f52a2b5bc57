package se.tjanstenav.catalog.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/** What people have found to be right although it was held back: at most one state per feed, for one run. */
final class ApprovalTable {

    /** Long enough for an agency that is away over a week-end and a holiday, short enough to remember why. */
    private static final Duration HOLDS = Duration.ofDays(7);

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(FeedId feed, Approval approval, Instant at) {
        jdbc.sql("""
                        insert into approval (feed, run, code, usable_count, rejected_count, approved_at)
                        values (:feed, :run, :code, :usable, :rejected, :at)
                        on conflict (feed) do update set run = excluded.run, code = excluded.code,
                            usable_count = excluded.usable_count, rejected_count = excluded.rejected_count,
                            approved_at = excluded.approved_at
                        """)
                .param("feed", feed.path())
                .param("run", approval.run().toString())
                .param("code", approval.code())
                .param("usable", approval.usable())
                .param("rejected", approval.rejected())
                .param("at", at.toEpochMilli())
                .update();
    }

    /** The feed's approval for runs that are held back for the given reason, as long as it holds. */
    Optional<Approval> find(FeedId feed, String code, Instant at) {
        return jdbc.sql("select * from approval where feed = :feed and code = :code and approved_at > :after")
                .param("feed", feed.path())
                .param("code", code)
                .param("after", at.minus(HOLDS).toEpochMilli())
                .query((row, number) -> new Approval(
                        UUID.fromString(row.getString("run")),
                        row.getString("code"),
                        row.getLong("usable_count"),
                        row.getLong("rejected_count")))
                .optional();
    }

    void spend(FeedId feed) {
        jdbc.sql("delete from approval where feed = :feed")
                .param("feed", feed.path())
                .update();
    }

    /**
     * What was approved.
     *
     * @param run the run that was held back
     * @param code why
     */
    record Approval(UUID run, String code, long usable, long rejected) {

        private static final int TWENTIETH = 20;

        /**
         * Whether a run is no worse than the approved one, but for a twentieth or one record: between two harvests a
         * source may move a little.
         */
        boolean covers(RunReport.Counts counts) {
            boolean asManyUsable = code.equals(Quarantine.GROWTH)
                    ? counts.usable() <= usable + margin(usable)
                    : counts.usable() >= usable - margin(usable);
            return asManyUsable && counts.rejected() <= rejected + margin(rejected);
        }

        private static long margin(long records) {
            return Math.max(1, records / TWENTIETH);
        }

        /** The approved run was the first that missed what has gone, so this one is the second. */
        boolean ofAbsence() {
            return code.equals(Quarantine.EMPTY) || code.equals(Quarantine.SHRINK);
        }
    }
}
