package se.tjanstenav.catalog.store;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has all services merged again at start when the store's were merged by older rules: page by page, each in a
 * transaction of its own, so a service is always whole. Replicas that start together take turns with the pages, and one
 * that stops leaves its place to the next.
 */
final class MergeFormat implements SmartInitializingSingleton {

    /** Raised whenever the same contributions merge into something else than before, or are stored otherwise. */
    static final int CURRENT = 5;

    private static final Logger LOG = LoggerFactory.getLogger(MergeFormat.class);
    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Followers followers;
    private final Clock clock;

    MergeFormat(JdbcClient jdbc, Tables tables, TransactionTemplate transaction, Followers followers, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.transaction = transaction;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        State before = read();
        if (before.number() >= CURRENT) {
            return;
        }
        long last = tables.changes().last();
        int pages = 0;
        while (Objects.requireNonNull(transaction.execute(status -> mergePage()))) {
            pages++;
        }
        LOG.info(
                "All services are merged by format {} after {}: {} pages, {} changes",
                CURRENT,
                before.number(),
                pages,
                tables.changes().last() - last);
        followers.changeLogGrew();
    }

    /** Whether there may be more to merge. */
    private boolean mergePage() {
        tables.changes().lock();
        State state = read();
        if (state.number() >= CURRENT) {
            return false;
        }
        String done = Objects.equals(state.underWay(), CURRENT) ? state.doneTo() : "";
        List<String> page = tables.contributions().servicesAfter(done, PAGE);
        if (page.isEmpty()) {
            write(new State(CURRENT, null, ""));
            return false;
        }
        Instant at = Times.now(clock);
        tables.contributions().touchAgain(page);
        tables.remerge().touched(at);
        write(new State(state.number(), CURRENT, page.get(page.size() - 1)));
        return true;
    }

    private State read() {
        return jdbc.sql("select number, under_way, done_to from merge_format")
                .query((row, number) -> {
                    int underWay = row.getInt("under_way");
                    return new State(row.getInt("number"), row.wasNull() ? null : underWay, row.getString("done_to"));
                })
                .single();
    }

    private void write(State state) {
        jdbc.sql("update merge_format set number = :number, under_way = :underWay, done_to = :doneTo")
                .param("number", state.number())
                .param("underWay", state.underWay(), Types.INTEGER)
                .param("doneTo", state.doneTo())
                .update();
    }

    /**
     * How far it has come.
     *
     * @param number the format by which all services are merged
     * @param underWay the one by which they are being merged
     * @param doneTo the last service that has been
     */
    private record State(int number, @Nullable Integer underWay, String doneTo) {}
}
