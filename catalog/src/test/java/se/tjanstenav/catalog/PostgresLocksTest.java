package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replica that stands still, as a paused machine does, keeps from the others. */
class PostgresLocksTest {

    @TempDir
    private Path folder;

    @Test
    void aReplicaThatStandsStillAmidAPublicationLosesItsLocks() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                TestCatalogue catalogue =
                        TestCatalogue.on(server.getJdbcUrl("postgres", "postgres"), folder, Clock.systemUTC());
                Connection still = catalogue.bean(DataSource.class).getConnection()) {
            still.setAutoCommit(false);
            execute(still, "update change_head set last = last");

            assertTimeoutPreemptively(
                    Duration.ofMinutes(2), () -> catalogue.sources().register(List.of()));
            assertThatThrownBy(() -> {
                        execute(still, "update change_head set last = last + 1");
                        still.commit();
                    })
                    .isInstanceOf(SQLException.class);
            assertThat(catalogue.changes().last()).isZero();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
