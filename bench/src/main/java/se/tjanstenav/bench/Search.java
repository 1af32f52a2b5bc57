package se.tjanstenav.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tjanstenav.bench.Figure.Aim;
import se.tjanstenav.bench.Volume.Agency;
import se.tjanstenav.searchnode.OpenSearchNode;

/** The hub's search beside OpenSearch's and PostgreSQL's, over the same documents and with the same questions. */
final class Search implements Measurement {

    private static final List<String> JVM = List.of("-Xmx2g");

    @Override
    public Report run(Path folder, Extent extent) throws Exception {
        Report report = new Report("search", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        report.condition("hub", "-Xmx2g, SQLite, Lucene, no cache of answers, no tracing");
        Path files = Files.createDirectories(folder.resolve("files"));
        Volume volume = new Volume(files);
        report.condition("services", volume.write(extent.services()));
        Installation installed = Installation.in(folder, Machine.javaHomes().get(0));
        report.condition("JDK", installed.feature());
        Path hubFolder = folder.resolve("hub");
        try (Nginx nginx = Nginx.serving(files)) {
            List<String> settings = new ArrayList<>(volume.settings(hubFolder, nginx.port(), List.of(Agency.values())));
            Reads.harvest(hubFolder, installed, settings);
            // Or every question but the first would be answered without a search.
            settings.add("--tjanstenav.catalog.cache-size=0");
            settings.add("--management.tracing.enabled=false");
            try (Hub hub = Hub.start(hubFolder, installed, JVM, settings);
                    OpenSearchNode node = OpenSearchNode.startLarge(folder.resolve("opensearch"), 2048);
                    EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                            .setServerConfig("shared_buffers", "1GB")
                            .start()) {
                Path documents = folder.resolve("documents.ndjson");
                Documents.export(hub, documents);
                OpenSearchRival opensearch = new OpenSearchRival(node.uri());
                opensearch.load(documents);
                report.condition("OpenSearch", opensearch.version() + ", one shard, -Xmx2g");
                PostgresRival postgresql = new PostgresRival(postgres.getPostgresDatabase());
                postgresql.load(documents);
                report.condition("PostgreSQL", postgresql.version() + ", 1 GB of shared buffers, GIN index");
                List<Question> questions = Question.fixedSet();
                report.condition("questions", questions.size());
                Wrk ofHub = new Wrk(questions.stream().map(Search::path).toList(), List.of(), 8);
                Wrk ofOpenSearch = new Wrk(
                        questions.stream().map(opensearch::request).toList(),
                        List.of("Content-Type: application/json"),
                        8);
                new Wrk(ofHub.paths(), List.of(), 4).against(hub.uri("/"), extent.warmUp());
                new Wrk(ofOpenSearch.paths(), ofOpenSearch.headers(), 4).against(node.uri(), extent.warmUp());
                Map<String, List<Wrk.Result>> results = new Rounds<Wrk.Result>()
                        .with("hub", () -> ofHub.against(hub.uri("/"), extent.load()))
                        .with("opensearch", () -> ofOpenSearch.against(node.uri(), extent.load()))
                        .with("postgresql", () -> postgresql.ask(questions, 8, extent.load()))
                        .run(extent.rounds());
                tell(report, results, "opensearch", "OpenSearch", Aim.atLeast(2), Aim.atMost(0.5));
                tell(report, results, "postgresql", "PostgreSQL", null, null);
            }
        }
        return report;
    }

    private static void tell(
            Report report,
            Map<String, List<Wrk.Result>> results,
            String rival,
            String name,
            @org.jspecify.annotations.Nullable Aim throughput,
            @org.jspecify.annotations.Nullable Aim slowest) {
        List<Wrk.Result> here = results.getOrDefault("hub", List.of());
        List<Wrk.Result> there = results.getOrDefault(rival, List.of());
        report.add(new Figure(
                "questions answered, beside " + name,
                "questions/s",
                here.stream().map(Wrk.Result::perSecond).toList(),
                there.stream().map(Wrk.Result::perSecond).toList(),
                throughput));
        report.add(new Figure(
                "p99 of a question, beside " + name,
                "ms",
                here.stream().map(Wrk.Result::p99Millis).toList(),
                there.stream().map(Wrk.Result::p99Millis).toList(),
                slowest));
    }

    static String path(Question question) {
        StringBuilder path = new StringBuilder("/catalog/v1/services?q=")
                .append(URLEncoder.encode(question.words(), StandardCharsets.UTF_8));
        if (question.agency() != null) {
            path.append("&agency=").append(question.agency());
        }
        if (question.facets()) {
            path.append("&facets=agency,theme");
        }
        return path.toString();
    }
}
