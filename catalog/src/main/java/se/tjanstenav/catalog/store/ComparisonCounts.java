package se.tjanstenav.catalog.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many entries a selection has: counted once, and again only after the catalogue has changed. */
final class ComparisonCounts {

    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Cache<ComparisonCondition, Count> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ComparisonCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long of(ComparisonCondition wanted) {
        long change = jdbc.sql("select last from change_head").query(Long.class).single();
        Count count = kept.getIfPresent(wanted);
        if (count == null || count.change() != change) {
            count = new Count(change, counted(wanted));
            kept.put(wanted, count);
        }
        return count.entries();
    }

    private long counted(ComparisonCondition wanted) {
        return jdbc.sql("select count(*) from comparison c" + wanted.sql())
                .params(wanted.parameters())
                .query(Long.class)
                .single();
    }

    private record Count(long change, long entries) {}
}
