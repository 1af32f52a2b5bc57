package se.tjanstenav.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** PostgreSQL's full text search as one would set it up for this: weighed fields, any of the words, ranked. */
final class PostgresRival {

    private static final int BATCH = 1000;
    private static final String ANY_WORD = "replace(plainto_tsquery('swedish', ?)::text, ' & ', ' | ')::tsquery";

    private final DataSource database;

    PostgresRival(DataSource database) {
        this.database = database;
    }

    String version() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    void load(Path documents) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table service (id text primary key, name text, summary text, description text,"
                    + " keywords text, agency text, themes text[])");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                            connection.prepareStatement("insert into service values (?, ?, ?, ?, ?, ?, ?)");
                    BufferedReader reader = Files.newBufferedReader(documents)) {
                int rows = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    Documents document = Documents.of(line);
                    insert.setString(1, document.id());
                    insert.setString(2, document.name());
                    insert.setString(3, document.summary());
                    insert.setString(4, document.description());
                    insert.setString(5, document.keywords());
                    insert.setString(6, document.agency());
                    insert.setArray(
                            7,
                            connection.createArrayOf("text", document.themes().toArray()));
                    insert.addBatch();
                    if (++rows % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            statement.execute("alter table service add words tsvector generated always as ("
                    + "setweight(to_tsvector('swedish', name), 'A') || setweight(to_tsvector('swedish', keywords), 'B') ||"
                    + " setweight(to_tsvector('swedish', summary), 'B') || setweight(to_tsvector('swedish', description), 'D'))"
                    + " stored");
            statement.execute("create index service_words on service using gin (words)");
            statement.execute("create index service_agency on service (agency)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze service");
        }
    }

    /** Puts the questions again and again, over so many connections, for so long. */
    Wrk.Result ask(List<Question> questions, int connections, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long until = System.nanoTime() + time.toNanos();
        AtomicInteger next = new AtomicInteger();
        List<Long> all = new ArrayList<>();
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    try (Connection connection = database.getConnection()) {
                        while (System.nanoTime() < until) {
                            Question question = questions.get(next.getAndIncrement() % questions.size());
                            long started = System.nanoTime();
                            ask(connection, question);
                            took.add(System.nanoTime() - started);
                        }
                    }
                    return took;
                }));
            }
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
        } finally {
            threads.shutdown();
        }
        Collections.sort(all);
        return new Wrk.Result(
                all.size() / (time.toMillis() / 1000.0),
                all.get(all.size() / 2) / 1e6,
                all.get(all.size() * 99 / 100) / 1e6,
                0);
    }

    private static void ask(Connection connection, Question question) throws SQLException {
        String where = " from service, (select " + ANY_WORD + " as q) question where words @@ q"
                + (question.agency() == null ? "" : " and agency = ?");
        read(
                connection,
                question,
                "select id, name, summary, agency, count(*) over (), ts_rank(words, q) as rank" + where
                        + " order by rank desc limit 20");
        if (question.facets()) {
            read(connection, question, "select agency, count(*)" + where + " group by agency");
            read(
                    connection,
                    question,
                    "select theme, count(*) from (select unnest(themes) as theme" + where + ") counted group by theme");
        }
    }

    private static void read(Connection connection, Question question, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, question.words());
            if (question.agency() != null) {
                select.setString(2, question.agency());
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }
}
