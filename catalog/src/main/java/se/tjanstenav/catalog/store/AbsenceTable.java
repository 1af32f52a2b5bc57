package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.FeedId;

/** In how many complete runs after one another each published record was missing. All of the feed have their numbers by then. */
final class AbsenceTable {

    private static final int NUMBERS_PER_QUERY = 10_000;
    private static final int NUMBERS_PER_UPDATE = 500;

    private static final String SEEN =
            "exists (select 1 from staged s where s.run = :run and s.external_id = contribution.external_id)";

    private final JdbcClient jdbc;

    AbsenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing that the run has seen is missing any longer. */
    void forgive(UUID run, FeedId feed, KnownRecords known) {
        String forgive = "update contribution set missing_count = 0 where feed = :feed and missing_count > 0 and ";
        jdbc.sql(forgive + SEEN)
                .param("feed", feed.path())
                .param("run", run.toString())
                .update();
        List<Long> missing = jdbc.sql("select number from contribution where feed = :feed and missing_count > 0")
                .param("feed", feed.path())
                .query(Long.class)
                .list();
        List<Long> back = missing.stream().filter(known::has).toList();
        for (List<Long> some : Slices.of(back, NUMBERS_PER_UPDATE)) {
            jdbc.sql(forgive + "number in (:numbers)")
                    .param("feed", feed.path())
                    .param("numbers", some)
                    .update();
        }
    }

    /** What the complete run has not seen is missing once more. */
    void count(UUID run, FeedId feed, KnownRecords known) {
        String miss = "update contribution set missing_count = missing_count + 1 where feed = :feed and not " + SEEN;
        long after = 0;
        List<Long> numbers = numbers(feed, after);
        while (!numbers.isEmpty()) {
            List<Long> unknown =
                    numbers.stream().filter(number -> !known.has(number)).toList();
            for (List<Long> some : Slices.of(unknown, NUMBERS_PER_UPDATE)) {
                jdbc.sql(miss + " and number in (:numbers)")
                        .param("feed", feed.path())
                        .param("run", run.toString())
                        .param("numbers", some)
                        .update();
            }
            after = numbers.get(numbers.size() - 1);
            numbers = numbers(feed, after);
        }
    }

    /** Read from an index alone, since records are large. */
    private List<Long> numbers(FeedId feed, long after) {
        return jdbc.sql("""
                        select number from contribution where feed = :feed and number > :after
                        order by number limit :most
                        """)
                .param("feed", feed.path())
                .param("after", after)
                .param("most", NUMBERS_PER_QUERY)
                .query(Long.class)
                .list();
    }
}
