package se.tjanstenav.catalog.store;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Contributed;
import se.tjanstenav.catalog.PublishedContributions.Rest;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * The published contributions. Every method that changes some marks their services as touched, so the same transaction
 * can merge them again.
 */
final class ContributionTable {

    /** After how many complete runs without it a record counts as gone. */
    private static final int GONE = 2;

    private static final int IDS_PER_QUERY = 500;

    private static final String STAGED = """
            contribution c join staged s on s.external_id = c.external_id
            where c.feed = :feed and s.run = :run""";

    private final JdbcClient jdbc;

    ContributionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Identity> identities(FeedId feed, Collection<String> externalIds) {
        Map<String, Identity> identities = new HashMap<>();
        jdbc.sql("""
                        select external_id, hash, fingerprint, number from contribution
                        where feed = :feed and external_id in (:ids)
                        """).param("feed", feed.path()).param("ids", externalIds).query(row -> {
            identities.put(
                    row.getString("external_id"),
                    new Identity(row.getString("hash"), row.getString("fingerprint"), row.getLong("number")));
        });
        return identities;
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
        number(feed);
        touch(STAGED + " and s.state = 'changed'", run, feed);
        // One that is there already keeps its number.
        jdbc.sql("""
                        insert into contribution (feed, external_id, service, hash, body, retrieved_at,
                            changed_at_source, missing_count, warnings, concept, defines_concept, same_as, fingerprint,
                            number)
                        select :feed, external_id, service, hash, body, coalesce(staged_at, :at),
                            changed_at_source, 0, warnings, concept, defines_concept, same_as, fingerprint,
                            :highest + ordinal
                        from staged where run = :run and state in ('added', 'changed')
                        on conflict (feed, external_id) do update set service = excluded.service, hash = excluded.hash,
                            body = excluded.body, retrieved_at = excluded.retrieved_at,
                            changed_at_source = excluded.changed_at_source, missing_count = 0,
                            warnings = excluded.warnings, concept = excluded.concept,
                            defines_concept = excluded.defines_concept, same_as = excluded.same_as,
                            fingerprint = excluded.fingerprint
                        """)
                .param("feed", feed.path())
                .param("at", at.toEpochMilli())
                .param("highest", highestNumber(feed))
                .param("run", run.toString())
                .update();
        touch(STAGED + " and s.state in ('added', 'changed')", run, feed);
        applyOrigins(run, feed);
    }

    /** An unchanged record may be made of something else than before, and carry other warnings. */
    private void applyOrigins(UUID run, FeedId feed) {
        touch(
                STAGED + " and s.state = 'unchanged' and coalesce(s.warnings, '') <> coalesce(c.warnings, '')",
                run,
                feed);
        jdbc.sql("""
                        update contribution set warnings = s.warnings, fingerprint = s.fingerprint from staged s
                        where s.run = :run and s.state = 'unchanged' and contribution.feed = :feed
                            and contribution.external_id = s.external_id
                            and (coalesce(s.warnings, '') <> coalesce(contribution.warnings, '')
                                or coalesce(s.fingerprint, '') <> coalesce(contribution.fingerprint, ''))
                        """).param("run", run.toString()).param("feed", feed.path()).update();
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

    /**
     * Removes the records that are gone.
     *
     * @param approved whether an earlier run that missed as much was held back, and approved: it was the first then
     */
    int removeGone(FeedId feed, boolean approved) {
        int gone = approved ? GONE - 1 : GONE;
        String missing = "feed = :feed and missing_count > 0 and missing_count >= " + gone;
        touch("contribution c where c." + missing, null, feed);
        return jdbc.sql("delete from contribution where " + missing)
                .param("feed", feed.path())
                .update();
    }

    /** Gives those of the feed a number that were published by an older release and have none. */
    private void number(FeedId feed) {
        jdbc.sql("""
                        update contribution set number = n.number from (
                            select external_id, :highest + row_number() over () as number
                            from contribution where feed = :feed and number is null) n
                        where contribution.feed = :feed and contribution.external_id = n.external_id
                        """)
                .param("feed", feed.path())
                .param("highest", highestNumber(feed))
                .update();
    }

    private long highestNumber(FeedId feed) {
        return jdbc.sql("select coalesce(max(number), 0) from contribution where feed = :feed")
                .param("feed", feed.path())
                .query(Long.class)
                .single();
    }

    /** Marks all services of the feed, because the feed itself has changed. */
    void touchAll(FeedId feed) {
        touch("contribution c where c.feed = :feed", null, feed);
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

    /** All contributions that name the services themselves, by service id. */
    Map<String, List<Contributed>> of(Collection<String> services) {
        Map<String, List<Contributed>> found = new HashMap<>();
        for (List<String> some : Slices.of(List.copyOf(services), IDS_PER_QUERY)) {
            read("c.service in (:values)", some).forEach(contributed -> found.computeIfAbsent(
                            ServiceId.of(contributed.contribution().service()).value(), service -> new ArrayList<>())
                    .add(contributed));
        }
        return found;
    }

    /** All contributions that define one of the concepts. */
    List<Contributed> defining(Collection<String> concepts) {
        return Slices.of(List.copyOf(concepts), IDS_PER_QUERY).stream()
                .flatMap(some -> read("c.defines_concept in (:values)", some).stream())
                .toList();
    }

    private List<Contributed> read(String condition, Collection<String> values) {
        List<StoredContribution> stored = jdbc.sql("""
                        select c.feed, f.agency, c.retrieved_at, c.body, c.warnings
                        from contribution c join feed f on f.id = c.feed where\s""" + condition)
                .param("values", values)
                .query((row, number) -> StoredContribution.of(row))
                .list();
        return stored.parallelStream().map(StoredContribution::parsed).toList();
    }

    /** The services that contributions name themselves, in order of id. */
    List<String> servicesAfter(String service, int limit) {
        return jdbc.sql("""
                        select distinct service from contribution where service > :after order by service limit :limit
                        """)
                .param("after", service)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Marks the services, and fills in the columns that records stored by an older release lack. */
    void touchAgain(Collection<String> services) {
        for (String service : services) {
            jdbc.sql("insert into touched (service) values (:service) on conflict do nothing")
                    .param("service", service)
                    .update();
        }
        read("c.service in (:values)", services).forEach(this::fillInLinks);
    }

    private void fillInLinks(Contributed contributed) {
        RecordLinks links = RecordLinks.of(contributed.contribution());
        if (!links.equals(RecordLinks.NONE)) {
            jdbc.sql("""
                            update contribution set concept = :concept, defines_concept = :definesConcept,
                                same_as = :sameAs
                            where feed = :feed and external_id = :externalId
                            """)
                    .param("concept", links.concept(), Types.VARCHAR)
                    .param("definesConcept", links.definesConcept(), Types.VARCHAR)
                    .param("sameAs", links.sameAs(), Types.VARCHAR)
                    .param("feed", contributed.feed().path())
                    .param("externalId", contributed.contribution().externalId())
                    .update();
        }
    }

    /** Marks the services of some contributions, and of the instances of the concepts that those define. */
    private void touch(String contributions, @Nullable UUID run, FeedId feed) {
        String services = """
                select c.service as service from %s
                union select i.service as service from contribution i where i.concept in
                    (select c.defines_concept from %s and c.defines_concept is not null)
                """.formatted(contributions, contributions);
        jdbc.sql("insert into touched (service) select service from (" + services
                        + ") news where true on conflict do nothing")
                .param("run", String.valueOf(run))
                .param("feed", feed.path())
                .update();
    }

    /**
     * What tells a published record from what comes under its id.
     *
     * @param hash of what it says
     * @param fingerprint of what it was made of, null where it has to be mapped to tell
     * @param number among those of its feed, 0 where it has none yet
     */
    record Identity(String hash, @Nullable String fingerprint, long number) {

        /** Without a number nobody can remember that it was met. */
        boolean isMadeOf(String other) {
            return number > 0 && other.equals(fingerprint);
        }
    }
}
