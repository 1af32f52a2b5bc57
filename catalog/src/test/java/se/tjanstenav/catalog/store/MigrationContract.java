package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database that an older release has written is brought up to date and tells the same afterwards. What each release
 * wrote lies in {@code schema-<version>.sql}, made by that release's own code.
 */
abstract class MigrationContract {

    private static final JsonMapper JSON = new JsonMapper();

    /** Until schema 9 a field group named the feeds that lost; since then it tells which of their records lost, and why. */
    private static final String OVERRULED = "overruled";

    @TempDir
    Path folder;

    /** The URL of an empty database. */
    abstract String newDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void servicesSayAllThatTheySaid(String version) throws Exception {
        String url = writtenBy(version);
        Map<String, JsonNode> before = bodies(url, "select id, body from service");
        assertThat(before).hasSize(7);

        try (TestCatalogue hub = open(url)) {
            assertTellsTheSame(hub, before);
            assertThat(hub.names(null)).hasSize(7);
            assertThat(hub.names("bygglov")).first().isEqualTo("Allt om bygglov");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void contributionsAreUnderstoodAndMergedToTheSame(String version) throws Exception {
        String url = writtenBy(version);
        Map<String, JsonNode> before = bodies(url, "select id, body from service");

        try (TestCatalogue hub = open(url)) {
            Tables tables = hub.bean(Tables.class);
            new TransactionTemplate(hub.bean(PlatformTransactionManager.class)).executeWithoutResult(under -> {
                tables.changes().lock();
                Samples.feeds().forEach(feed -> tables.contributions().touchAll(feed.feed()));
                tables.remerge().touched(new MovableClock().instant());
            });

            assertTellsTheSame(hub, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void aHarvestOfTheSameFindsNothingChanged(String version) throws Exception {
        String url = writtenBy(version);
        List<Contribution> published = published(url);

        try (TestCatalogue hub = open(url)) {
            RunReport report = hub.harvest(Samples.SERVICES, Completeness.PARTIAL, published);

            assertThat(report.counts().unchanged()).isEqualTo(published.size());
            assertThat(report.counts().changed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void theFirstHarvestCountsWhatIsMissing(String version) throws Exception {
        String url = writtenBy(version);
        List<Contribution> published = published(url);
        List<Contribution> fewer = published.subList(0, published.size() - 1);

        try (TestCatalogue hub = open(url)) {
            hub.harvest(Samples.SERVICES, Completeness.COMPLETE, published);
            assertThat(rows(url, "select count(*) from contribution where missing_count > 0"))
                    .containsExactly("0");
        }
        try (TestCatalogue hub = open(writtenBy(version))) {
            RunReport first = hub.harvest(Samples.SERVICES, Completeness.COMPLETE, fewer);
            RunReport second = hub.harvest(Samples.SERVICES, Completeness.COMPLETE, fewer);

            assertThat(first.counts().removed()).isZero();
            assertThat(second.counts().removed()).isEqualTo(1);
        }
    }

    private static List<Contribution> published(String url) throws SQLException {
        List<Contribution> published = bodies(
                        url, "select external_id, body from contribution where feed = 'skatteverket/services'")
                .values()
                .stream()
                .map(body -> Json.read(body.toString(), Contribution.class))
                .toList();
        assertThat(published).hasSizeGreaterThan(5);
        return published;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void theChangeLogGoesOnFromWhereItWas(String version) throws Exception {
        String url = writtenBy(version);
        List<String> before = rows(url, "select sequence, service, kind, at from change_log order by sequence");

        try (TestCatalogue hub = open(url)) {
            assertThat(hub.changes().after(0, before.size()).stream().map(change -> "%d %s %s %d"
                            .formatted(
                                    change.sequence(),
                                    change.service().value(),
                                    Json.name(change.kind()),
                                    change.at().toEpochMilli())))
                    .isEqualTo(before);
            assertThat(hub.changes().last()).isGreaterThanOrEqualTo(before.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "7"})
    void runsRejectsAndStatusesReadAsBefore(String version) throws Exception {
        String url = writtenBy(version);
        List<String> runs = rows(
                url, "select id, outcome, read_count, rejected_count, added_count from run where outcome <> 'running'");
        Map<String, JsonNode> faults = bodies(url, "select id, fault from run where fault is not null");
        Map<String, JsonNode> rejects = bodies(url, "select run || ' ' || place, body from reject");
        List<String> feeds = rows(url, "select id, records, last_success, last_failure from feed order by id");

        try (TestCatalogue hub = open(url)) {
            assertThat(runs.stream().map(row -> UUID.fromString(row.split(" ")[0])))
                    .allSatisfy(id ->
                            assertThat(shown(hub.runs().find(id).orElseThrow())).isIn(runs));
            faults.forEach((run, fault) -> assertHolds(
                    tree(hub.runs().find(UUID.fromString(run)).orElseThrow().fault()), fault));
            rejects.forEach((place, body) ->
                    assertThat(keptRejects(hub, place.split(" ")[0])).anySatisfy(kept -> assertHolds(kept, body)));
            assertThat(hub.sources().all().stream().map(MigrationContract::shown))
                    .isEqualTo(feeds);
        }
    }

    private static List<JsonNode> keptRejects(TestCatalogue hub, String run) {
        List<Reject> kept = hub.rejects(UUID.fromString(run));
        return kept.stream().map(MigrationContract::tree).toList();
    }

    private static String shown(RunReport run) {
        return "%s %s %d %d %d"
                .formatted(
                        run.id(),
                        Json.name(run.outcome()),
                        run.counts().read(),
                        run.counts().rejected(),
                        run.counts().added());
    }

    private static String shown(SourceStatus feed) {
        return "%s %d %s %s"
                .formatted(
                        feed.feed().path(),
                        feed.records(),
                        feed.lastSuccess() == null ? null : feed.lastSuccess().toEpochMilli(),
                        feed.lastFailure() == null ? null : feed.lastFailure().toEpochMilli());
    }

    private static void assertTellsTheSame(TestCatalogue hub, Map<String, JsonNode> before) {
        before.forEach((id, body) -> {
            Service now = hub.catalogue().service(new ServiceId(id)).orElseThrow();
            assertHolds(tree(now), body);
        });
    }

    /** Everything of the old tree is in the new one, in its place; a newer release may say more. */
    private static void assertHolds(JsonNode now, JsonNode before) {
        if (before.isObject()) {
            before.properties().forEach(field -> {
                if (field.getKey().equals(OVERRULED)) {
                    assertThat(now.path("conflicts").findValues("feed")).containsAll(field.getValue());
                } else {
                    assertHolds(now.path(field.getKey()), field.getValue());
                }
            });
        } else if (before.isArray()) {
            assertThat(now.size()).as("%s", before).isEqualTo(before.size());
            for (int i = 0; i < before.size(); i++) {
                assertHolds(now.path(i), before.path(i));
            }
        } else {
            assertThat(now).isEqualTo(before);
        }
    }

    private static JsonNode tree(@Nullable Object value) {
        return JSON.readTree(Json.write(Objects.requireNonNull(value)));
    }

    private TestCatalogue open(String url) {
        return TestCatalogue.on(url, folder, new MovableClock());
    }

    /** A database as the release of that schema left it. */
    private String writtenBy(String version) throws IOException, SQLException {
        String url = newDatabase();
        Flyway.configure(getClass().getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:se/tjanstenav/catalog/store/migration")
                .table("catalogue_schema_history")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String line : script(version).lines().toList()) {
                if (!line.startsWith("--")) {
                    statement.execute(line);
                }
            }
        }
        return url;
    }

    private static String script(String version) throws IOException {
        String name = "schema-" + version + ".sql";
        try (InputStream stream = Objects.requireNonNull(MigrationContract.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, JsonNode> bodies(String url, String sql) throws SQLException {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                bodies.put(row.getString(1), JSON.readTree(row.getString(2)));
            }
        }
        return bodies;
    }

    private static List<String> rows(String url, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(row.getString(column)));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }
}
