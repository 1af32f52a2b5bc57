package se.tjanstenav.routes.processes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into the hubs' database from outside, as an operator with a SQL shell does. */
final class StoreProbe {

    private final String url;

    StoreProbe(String url) {
        this.url = url;
    }

    /** SQLite's own check of the whole file. */
    String integrity() {
        return first("pragma integrity_check").orElseThrow();
    }

    long services() {
        return number("select count(*) from service");
    }

    /** How many services carry the generation. */
    long services(Generation generation) {
        return number("select count(*) from service where body like ?", "%" + generation.text() + "%");
    }

    /** Numbers of the change log that were left out or used twice, or lie beyond its head. */
    long gapsInTheLog() {
        return number(
                "select abs((select last from change_head) - count(*)) + abs(count(*) - coalesce(max(sequence), 0))"
                        + " from change_log");
    }

    /** Services that a transaction was about to merge; none outside of one. */
    long leftBehind() {
        return number("select count(*) from touched");
    }

    String outcome(String run) {
        return first("select outcome from run where id = ?", run).orElse("unknown");
    }

    long read(String run) {
        return number("select read_count from run where id = ?", run);
    }

    /** Which scheduler holds the feed's task. */
    Optional<String> holder(String feed) {
        return first("select picked_by from scheduled_tasks where task_instance = ? and picked", feed);
    }

    long runs(String feed, String outcome) {
        return number("select count(*) from run where feed = ? and outcome = ?", feed, outcome);
    }

    long number(String sql, String... parameters) {
        return Long.parseLong(first(sql, parameters).orElseThrow());
    }

    private Optional<String> first(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                @Nullable String value = rows.next() ? rows.getString(1) : null;
                return Optional.ofNullable(value);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes the database as somebody else who uses its disk. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
