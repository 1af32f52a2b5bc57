package se.tjanstenav.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.bench.Figure.Aim;
import se.tjanstenav.searchnode.OpenSearchNode;

/** The hub's search beside OpenSearch's and PostgreSQL's, over the same documents and with the same questions. */
final class Search implements Measurement {

    private static final List<String> JVM = List.of("-Xmx2g");

    /** A quarter of it holds the answers to all questions of the set. */
    private static final String CACHE = "512MB";

    /** How often each question is put in one round in ways of its own, so that no answer to it is kept. */
    private static final int WAYS = 4;

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("search", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        report.condition("hub", "-Xmx2g, SQLite, Lucene, no tracing, cache-size=%s".formatted(CACHE));
        report.condition("services", extent.services());
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        TestBed.Catalogue catalogue = bed.catalogue(extent.services());
        Path hubFolder = catalogue.copy(folder.resolve("hub"));
        List<String> settings = new ArrayList<>(catalogue.settings());
        settings.add("--management.tracing.enabled=false");
        settings.add("--tjanstenav.catalog.cache-size=" + CACHE);
        try (Hub hub = Hub.start(hubFolder, installed, JVM, settings);
                OpenSearchNode node = OpenSearchNode.startLarge(folder.resolve("opensearch"), 2048);
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "1GB")
                        .start()) {
            OpenSearchRival opensearch = new OpenSearchRival(node.uri());
            opensearch.load(catalogue.documents());
            report.condition("OpenSearch", opensearch.version() + ", one shard, -Xmx2g");
            PostgresRival postgresql = new PostgresRival(postgres.getPostgresDatabase());
            postgresql.load(catalogue.documents());
            report.condition("PostgreSQL", postgresql.version() + ", 1 GB of shared buffers, GIN index");
            List<Question> questions = Question.fixedSet(catalogue.agencies());
            report.condition("questions", questions.size());
            Wrk ofHub = new Wrk(questions.stream().map(Search::path).toList(), List.of(), 8);
            AtomicInteger way = new AtomicInteger();
            Wrk ofOpenSearch = new Wrk(
                    questions.stream().map(opensearch::request).toList(), List.of("Content-Type: application/json"), 8);
            anew(questions, way, 4 * WAYS).warmUp(hub.uri("/"), extent.warmUp());
            ofHub.warmUp(hub.uri("/"), extent.warmUp());
            ofOpenSearch.warmUp(node.uri(), extent.warmUp());
            Rounds.Results results = new Rounds()
                    .with("anew", () -> anew(questions, way, WAYS).against(hub.uri("/"), extent.load()))
                    .with("again", () -> ofHub.against(hub.uri("/"), extent.load()))
                    .with("opensearch", () -> ofOpenSearch.against(node.uri(), extent.load()))
                    .with("postgresql", () -> postgresql.ask(questions, 8, extent.load()))
                    .run(extent.rounds());
            tell(report, results, "opensearch", "OpenSearch", Aim.atLeast(2), Aim.atMost(0.5));
            tell(report, results, "postgresql", "PostgreSQL", null, null);
        }
        report.remark(
                "Questions put again are answered from memory until something is published. Neither OpenSearch nor"
                        + " PostgreSQL keeps answers with services.");
        return report;
    }

    /** The questions in ways in which nobody has put them before: with other numbers of blanks, which no search minds. */
    private static Wrk anew(List<Question> questions, AtomicInteger way, int ways) {
        List<String> paths = Stream.generate(way::incrementAndGet)
                .limit(ways)
                .flatMap(blanks -> questions.stream().map(question -> path(question, "+".repeat(blanks))))
                .toList();
        return new Wrk(paths, List.of(), 8);
    }

    private static void tell(
            Report report,
            Rounds.Results results,
            String rival,
            String name,
            @Nullable Aim throughput,
            @Nullable Aim slowest) {
        for (String put : List.of("anew", "again")) {
            report.add(new Figure(
                    "questions put %s, beside %s".formatted(put, name),
                    "questions/s",
                    results.perSecond(put),
                    results.perSecond(rival),
                    throughput));
            report.add(new Figure(
                    "p99 of a question put %s, beside %s".formatted(put, name),
                    "ms",
                    results.p99(put),
                    results.p99(rival),
                    slowest));
        }
    }

    static String path(Question question) {
        return path(question, "");
    }

    private static String path(Question question, String blanks) {
        StringBuilder path = new StringBuilder("/catalog/v1/services?q=")
                .append(URLEncoder.encode(question.words(), StandardCharsets.UTF_8))
                .append(blanks);
        if (question.agency() != null) {
            path.append("&agency=").append(question.agency());
        }
        if (question.facets()) {
            path.append("&facets=agency,theme");
        }
        return path.toString();
    }
}
