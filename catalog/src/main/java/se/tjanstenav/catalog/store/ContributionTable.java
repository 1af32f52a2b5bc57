package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.PublishedContributions.Rest;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The published contributions. Every method that changes some marks their services as touched, so the same transaction
 * can merge them again.
 */
final class ContributionTable {

    /** After how many complete runs without it a record counts as gone. */
    private static final int GONE = 2;

    private final JdbcClient jdbc;

    ContributionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> hashes(FeedId feed, Collection<String> externalIds) {
        Map<String, String> hashes = new HashMap<>();
        jdbc.sql("select external_id, hash from contribution where feed = :feed and external_id in (:ids)")
                .param("feed", feed.path())
                .param("ids", externalIds)
                .query(row -> {
                    hashes.put(row.getString("external_id"), row.getString("hash"));
                });
        return hashes;
    }

    /** The published ones among the feed's records of these ids. */
    List<Contribution> published(FeedId feed, Collection<String> externalIds) {
        return jdbc.sql("select body from contribution where feed = :feed and external_id in (:ids)")
                .param("feed", feed.path())
                .param("ids", externalIds)
                .query((row, number) -> Json.read(row.getString("body"), Contribution.class))
                .list();
    }

    /** The published records of the feed that have other ids. */
    Rest publishedWithout(FeedId feed, Collection<String> externalIds, int most) {
        // A list in SQL is never empty, and no record has a blank id.
        List<String> ids = externalIds.isEmpty() ? List.of("") : List.copyOf(externalIds);
        String others = " from contribution where feed = :feed and external_id not in (:ids)";
        long total = jdbc.sql("select count(*)" + others)
                .param("feed", feed.path())
                .param("ids", ids)
                .query(Long.class)
                .single();
        List<Contribution> first = jdbc.sql("select body" + others + " order by external_id limit :most")
                .param("feed", feed.path())
                .param("ids", ids)
                .param("most", most)
                .query((row, number) -> Json.read(row.getString("body"), Contribution.class))
                .list();
        return new Rest(total, first);
    }

    void applyStaged(UUID run, FeedId feed, Instant at) {
        touch("""
                select c.service from contribution c join staged s on s.external_id = c.external_id
                where c.feed = :feed and s.run = :run and s.state = 'changed'
                """, run, feed);
        jdbc.sql("""
                        insert into contribution (feed, external_id, service, hash, body, retrieved_at,
                            changed_at_source, missing_count, warnings)
                        select :feed, external_id, service, hash, body, coalesce(staged_at, :at),
                            changed_at_source, 0, warnings
                        from staged where run = :run and state in ('added', 'changed')
                        on conflict (feed, external_id) do update set service = excluded.service, hash = excluded.hash,
                            body = excluded.body, retrieved_at = excluded.retrieved_at,
                            changed_at_source = excluded.changed_at_source, missing_count = 0,
                            warnings = excluded.warnings
                        """)
                .param("feed", feed.path())
                .param("at", at.toEpochMilli())
                .param("run", run.toString())
                .update();
        touch("select service from staged where run = :run and state in ('added', 'changed')", run, feed);
        applyWarnings(run, feed);
    }

    /** An unchanged record may carry other warnings than before, because its mapping or a code list has changed. */
    private void applyWarnings(UUID run, FeedId feed) {
        String unlike = """
                s.run = :run and s.external_id = contribution.external_id and s.state = 'unchanged'
                and coalesce(s.warnings, '') <> coalesce(contribution.warnings, '')
                """;
        touch("""
                select service from contribution where feed = :feed and exists (select 1 from staged s where %s)
                """.formatted(unlike), run, feed);
        jdbc.sql("""
                        update contribution set warnings = (select s.warnings from staged s where %s)
                        where feed = :feed and exists (select 1 from staged s where %s)
                        """.formatted(unlike, unlike))
                .param("run", run.toString())
                .param("feed", feed.path())
                .update();
    }

    /** Whether something newer than the moment is published of a record that the run has staged. */
    boolean newerThan(Instant moment, UUID run, FeedId feed) {
        return jdbc.sql("""
                        select count(*) from contribution c join staged s on s.external_id = c.external_id
                        where c.feed = :feed and s.run = :run and c.retrieved_at >= :moment
                        """)
                        .param("feed", feed.path())
                        .param("run", run.toString())
                        .param("moment", moment.toEpochMilli())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether something newer than the moment is published of the record. */
    boolean newerThan(Instant moment, FeedId feed, String externalId) {
        return jdbc.sql("""
                        select count(*) from contribution
                        where feed = :feed and external_id = :externalId and retrieved_at >= :moment
                        """)
                        .param("feed", feed.path())
                        .param("externalId", externalId)
                        .param("moment", moment.toEpochMilli())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void forgiveSeen(UUID run, FeedId feed) {
        jdbc.sql("""
                        update contribution set missing_count = 0 where feed = :feed and missing_count > 0
                        and exists (select 1 from staged s
                            where s.run = :run and s.external_id = contribution.external_id)
                        """).param("feed", feed.path()).param("run", run.toString()).update();
    }

    /**
     * Counts every record that the complete run has not seen as missing once more; removes those that are gone.
     *
     * @param approved whether an earlier run that missed as much was held back, and approved: it was the first then
     */
    int removeMissing(UUID run, FeedId feed, boolean approved) {
        int gone = approved ? GONE - 1 : GONE;
        jdbc.sql("""
                        update contribution set missing_count = missing_count + 1 where feed = :feed
                        and not exists (select 1 from staged s
                            where s.run = :run and s.external_id = contribution.external_id)
                        """).param("feed", feed.path()).param("run", run.toString()).update();
        touch("select service from contribution where feed = :feed and missing_count >= " + gone, run, feed);
        return jdbc.sql("delete from contribution where feed = :feed and missing_count >= " + gone)
                .param("feed", feed.path())
                .update();
    }

    /** Marks all services of the feed, because the feed itself has changed. */
    void touchAll(FeedId feed) {
        jdbc.sql("""
                        insert into touched (service) select distinct service from contribution where feed = :feed
                        on conflict do nothing
                        """).param("feed", feed.path()).update();
    }

    List<String> touchedAfter(String service, int limit) {
        return jdbc.sql("select service from touched where service > :after order by service limit :limit")
                .param("after", service)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    void clearTouched() {
        jdbc.sql("delete from touched").update();
    }

    /** All contributions to the services, by service id. */
    Map<String, List<Contributed>> of(Collection<String> services) {
        return jdbc
                .sql("""
                        select c.service, c.feed, f.agency, c.retrieved_at, c.body, c.warnings
                        from contribution c join feed f on f.id = c.feed where c.service in (:services)
                        """)
                .param("services", services)
                .query((row, number) -> Map.entry(
                        row.getString("service"),
                        new Contributed(
                                FeedId.parse(row.getString("feed")),
                                new AgencyId(row.getString("agency")),
                                Instant.ofEpochMilli(row.getLong("retrieved_at")),
                                Json.read(row.getString("body"), Contribution.class),
                                Json.texts(row.getString("warnings")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void touch(String services, UUID run, FeedId feed) {
        jdbc.sql("insert into touched (service) select distinct service from (" + services
                        + ") news where true on conflict do nothing")
                .param("run", run.toString())
                .param("feed", feed.path())
                .update();
    }
}
