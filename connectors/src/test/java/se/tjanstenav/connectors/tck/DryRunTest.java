package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.connectors.mapping.Warning;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunReport.Result;
import se.tjanstenav.connectors.trial.FeedTrial;
import se.tjanstenav.connectors.trial.FeedTrial.Counts;
import se.tjanstenav.connectors.trial.FeedTrial.IgnoredField;
import se.tjanstenav.connectors.trial.FeedTrial.Missing;
import se.tjanstenav.connectors.trial.FeedTrial.Named;
import se.tjanstenav.connectors.trial.JsonReport;
import se.tjanstenav.connectors.trial.RecordTrial;
import se.tjanstenav.connectors.trial.RecordTrial.RejectTrial;
import se.tjanstenav.connectors.trial.RecordTrial.Verdict;
import se.tjanstenav.connectors.trial.Wishes;

/** What a dry run tells of an agency. */
class DryRunTest extends AgainstTestAgency {

    static final String SPEC = TestAgency.spec("auth: {type: none}", "{type: none}")
            .replace("mapping: {language: jsonata, expression: \"{'code': id}\"}", """
                mapping:
                      language: jsonata
                      expression: |
                        {
                          'code': id,
                          'description': {
                            'name': {'sv': name}, 'keywords': {'sv': [words]}, 'themes': [$uppercase(theme)]
                          }
                        }""".indent(0)
                    .strip());

    private DryRunBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new DryRunBench(agency, certificate, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsRecordAndContributionSideBySideWithWhatARunWouldMakeOfThem() {
        agency.replyJson(
                "/v1/list", items(item("a", "Flytta", "ny", "adress"), item("b", "Bygga"), item("c", "Gifta")));

        DryRunReport report = bench.tryOut(SPEC, 2);

        assertThat(report.result()).isEqualTo(Result.USABLE);
        FeedTrial feed = report.feeds().get(0);
        assertThat(feed.counts()).isEqualTo(new Counts(2, 2, 2, 0, 0, 0, 0));
        assertThat(feed.more()).isTrue();
        assertThat(feed.whole()).isFalse();
        assertThat(feed.missing()).isNull();
        RecordTrial first = feed.records().get(0);
        assertThat(first.verdict()).isEqualTo(Verdict.ADDED);
        assertThat(first.raw()).isEqualTo(Map.of("id", "a", "name", "Flytta", "words", List.of("ny", "adress")));
        assertThat(first.mapped())
                .isEqualTo(Map.of(
                        "externalId",
                        "a",
                        "service",
                        Map.of("authority", "agency", "code", "a"),
                        "description",
                        Map.of(
                                "name",
                                Map.of("sv", "Flytta"),
                                "keywords",
                                Map.of("sv", List.of("ny", "adress")),
                                "offered",
                                Map.of("state", "unknown"))));
    }

    @Test
    void tellsFieldByFieldWhatTheAgencyHasChanged() {
        agency.replyJson("/v1/list", items(item("a", "Flytta", "ny", "adress"), item("b", "Bygga", "hus", "lov")));
        bench.harvest(SPEC);
        agency.replyJson("/v1/list", items(item("b", "Bygga", "lov", "hus"), item("a", "Flytta hem", "adress", "hem")));

        FeedTrial feed = bench.tryOut(SPEC, 5).feeds().get(0);

        assertThat(feed.records())
                .extracting(RecordTrial::externalId, RecordTrial::verdict)
                .containsExactly(tuple("b", Verdict.UNCHANGED), tuple("a", Verdict.CHANGED));
        assertThat(feed.records().get(0).changes()).isEmpty();
        assertThat(feed.records().get(1).changes())
                .containsExactly(
                        new FieldChange("/description/keywords/sv/0", "ny", null),
                        new FieldChange("/description/keywords/sv/1", null, "hem"),
                        new FieldChange("/description/name/sv", "Flytta", "Flytta hem"));
        assertThat(feed.counts()).isEqualTo(new Counts(2, 2, 0, 1, 1, 0, 0));
    }

    @Test
    void namesWhatIsGoneOnlyAfterHavingReadTheWholeFeed() {
        agency.replyJson("/v1/list", items(item("a", "Flytta"), item("b", "Bygga"), item("c", "Gifta sig")));
        bench.harvest(SPEC);
        agency.replyJson("/v1/list", items(item("a", "Flytta"), item("b", "Bygga")));

        assertThat(bench.tryOut(SPEC, 1).feeds().get(0).missing()).isNull();
        assertThat(bench.tryOut(SPEC, 2).feeds().get(0).missing())
                .isEqualTo(new Missing(1, List.of(new Named("c", "Gifta sig"))));
        agency.replyJson("/v1/list", items(item("a", "Flytta"), "{\"name\": \"Nobody\"}"));
        assertThat(bench.tryOut(SPEC, 2).feeds().get(0).missing())
                .as("the record without id may be any")
                .isNull();
    }

    @Test
    void namesWhatTheMappingDoesNotReadAndWhatReadersWouldMiss() {
        agency.replyJson(
                "/v1/list",
                items("{\"id\": \"a\", \"name\": \"Flytta\", \"fee\": {\"amount\": 5}}", item("b", "Bygga")));

        FeedTrial feed = bench.tryOut(SPEC, 5).feeds().get(0);

        assertThat(feed.ignoredFields()).containsExactly(new IgnoredField("/fee/amount", 1));
        assertThat(feed.lacking())
                .contains(
                        new Wishes.Lack("summary", List.of("a", "b")),
                        new Wishes.Lack("a contact channel", List.of("a", "b")))
                .extracting(Wishes.Lack::wish)
                .doesNotContain("name in Swedish");
    }

    @Test
    void warnsOfWhatIsDoubtful() {
        agency.replyJson("/v1/list", items("{\"id\": \"a\", \"en\": \"Move\"}"));
        FeedTrial feed = bench.tryOut(SPEC.replace("'name': {'sv': name}", "'name': {'en': en}"), 5)
                .feeds()
                .get(0);
        assertThat(feed.records().get(0).warnings())
                .extracting(Warning::code, Warning::pointer)
                .containsExactly(tuple(Warning.Code.NO_SWEDISH_NAME, "/description/name"));
        assertThat(feed.counts().warned()).isEqualTo(1);
    }

    @Test
    void pointsFromARejectIntoTheDescriptor() {
        agency.replyJson(
                "/v1/list",
                items("{\"id\": \"a\", \"name\": \"Flytta\", \"theme\": 7}", "{\"id\": \"b\", \"words\": [\"x\"]}"));

        DryRunReport report = bench.tryOut(SPEC, 5);

        assertThat(report.result()).isEqualTo(Result.FAULTY);
        RejectTrial failed = report.feeds().get(0).records().get(0).rejects().get(0);
        assertThat(failed.code()).isEqualTo("MAPPING");
        String line = TestAgency.descriptor(SPEC).lines().toList().get(line(failed) - 1);
        assertThat(line.substring(column(failed) - 1)).startsWith("(theme)");
        assertThat(line).contains("$uppercase");
        RejectTrial missing = report.feeds().get(0).records().get(1).rejects().get(0);
        assertThat(missing.pointer()).isEqualTo("/description/name");
        assertThat(TestAgency.descriptor(SPEC).lines().toList().get(line(missing) - 1))
                .contains("expression");
    }

    private static int line(RejectTrial reject) {
        return reject.line() == null ? 0 : reject.line();
    }

    private static int column(RejectTrial reject) {
        return reject.column() == null ? 0 : reject.column();
    }

    @Test
    void listsEveryFaultOfARecordWithItsPointer() {
        agency.replyJson("/v1/list", items(item("a", "Flytta")));
        String spec = SPEC.replace("'themes': [$uppercase(theme)]", "'audience': ['x'], 'checkedOn': 'soon'");
        assertThat(bench.tryOut(spec, 5).feeds().get(0).records().get(0).rejects())
                .extracting(RejectTrial::pointer)
                .containsExactlyInAnyOrder("/description/audience", "/description/checkedOn");
    }

    @Test
    void findsTheDuplicatesThatARunWouldFind() {
        agency.replyJson("/v1/list", items(item("a", "Flytta"), item("a", "Bygga")));
        FeedTrial feed = bench.tryOut(SPEC, 5).feeds().get(0);
        assertThat(feed.records()).allSatisfy(record -> assertThat(record.rejects())
                .extracting(RejectTrial::code)
                .containsExactly("CONFLICTING_DUPLICATE"));
        assertThat(feed.counts().rejected()).isEqualTo(2);
    }

    @Test
    void showsOnlyTheBeginningOfAHugeRecord() {
        String name = "x".repeat(60);
        String words = IntStream.range(0, 20_000)
                .mapToObj(number -> "\"word " + number + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        agency.replyJson(
                "/v1/list",
                items("{\"id\": \"a\", \"name\": \"%s\", \"other\": %s, \"words\": []}".formatted(name, words)));

        DryRunReport report = bench.tryOut(SPEC, 5);

        RecordTrial record = report.feeds().get(0).records().get(0);
        assertThat(record.verdict()).isEqualTo(Verdict.ADDED);
        assertThat(record.cut()).isTrue();
        assertThat(JsonReport.write(report).length()).isBetween(50_000, 1_500_000);
    }

    @Test
    void asksALiveFeedForAServiceThatItKnows() {
        agency.replyJson("/v1/queues/A%2F1", items("{\"id\": \"x\", \"minutes\": 7}"));
        String spec = """
            egress: {hosts: [api.agency.example]}
            feeds:
              - name: queue
                kind: processingTimes
                live: {fresh: 60s, services: [A/1]}
                request: {path: "/v1/queues/{serviceKey}"}
                response: {format: json, records: /items, id: /id}
                mapping:
                  language: jsonata
                  expression: |
                    {'code': 'A/1', 'processingTimes': [{'kind': 'queue', 'startEvent': 'queueTicketTaken',
                      'endEvent': 'counterVisit', 'statistic': 'mean', 'value': minutes, 'unit': 'minutes'}]}
            """;

        FeedTrial feed = bench.tryOut(spec, 5).feeds().get(0);

        assertThat(feed.live()).isTrue();
        assertThat(feed.records()).extracting(RecordTrial::verdict).containsExactly(Verdict.LIVE);
        assertThat(feed.missing()).isNull();
    }

    @Test
    void asksNobodyWhereTheDescriptorHasFaults() {
        DryRunReport report = bench.tryOut(SPEC.replace("records: /items", "records: items"), 5);
        assertThat(report.result()).isEqualTo(Result.INVALID_DESCRIPTOR);
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/spec/feeds/0/response/records");
            assertThat(fault.line()).isPositive();
        });
        assertThat(agency.server().getAllServeEvents()).isEmpty();
    }

    static String items(String... items) {
        return "{\"items\": [%s]}".formatted(String.join(",", items));
    }

    static String item(String id, String name, String... words) {
        String list = List.of(words).stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        return "{\"id\": \"%s\", \"name\": \"%s\", \"words\": [%s]}".formatted(id, name, list);
    }
}
