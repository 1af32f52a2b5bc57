package se.tjanstenav.routes.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.sqlite.SQLiteDataSource;
import se.tjanstenav.catalog.model.FeedId;

class HarvestPlanTest {

    private static final FeedId FEED = FeedId.parse("provverket/services");
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private final SQLiteDataSource database = new SQLiteDataSource();

    @BeforeEach
    void createTable(@TempDir Path folder) {
        database.setUrl("jdbc:sqlite:" + folder.resolve("plan.sqlite"));
        new ResourceDatabasePopulator(
                        new ClassPathResource("se/tjanstenav/catalog/store/migration/V2__scheduled_tasks.sql"))
                .execute(database);
    }

    @Test
    void plansAFeedThatOthersPlanAtTheSameMoment() {
        plan(LATER, database);

        plan(NOW, new Contested(database, "version = version + 1", 6));

        assertThat(due()).isEqualTo(NOW);
    }

    @Test
    void leavesAFeedToThoseWhoPlanItOverAndOver() {
        plan(LATER, database);

        plan(NOW, new Contested(database, "version = version + 1", Integer.MAX_VALUE));

        assertThat(due()).isEqualTo(LATER);
    }

    @Test
    void leavesAFeedToTheProcessThatTakesItAtTheSameMoment() {
        plan(LATER, database);

        assertThatExceptionOfType(TaskInstanceCurrentlyExecutingException.class)
                .isThrownBy(() -> plan(NOW, new Contested(database, "version = version + 1, picked = 1", 6)));

        assertThat(due()).isEqualTo(LATER);
    }

    private static void plan(Instant at, DataSource dataSource) {
        HarvestPlan.plan(FEED, at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE, client(dataSource));
    }

    private Instant due() {
        return client(database)
                .getScheduledExecution(
                        HarvestTask.HARVEST.instance(FEED.path()).data(0).build())
                .orElseThrow()
                .getExecutionTime();
    }

    private static SchedulerClient client(DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource).build();
    }

    /** A database in which another hub changes the task before each of the first steps of this one. */
    private static final class Contested extends DelegatingDataSource {

        private final JdbcClient other;
        private final String change;
        private int left;

        Contested(DataSource database, String change, int times) {
            super(database);
            this.other = JdbcClient.create(database);
            this.change = change;
            this.left = times;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (left-- > 0) {
                other.sql("update scheduled_tasks set " + change).update();
            }
            return super.getConnection();
        }
    }
}
