package se.tjanstenav.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        report.condition("hub", "-Xmx2g, SQLite, Lucene, no tracing");
        Path files = Files.createDirectories(folder.resolve("files"));
        Volume volume = new Volume(files);
        report.condition("services", volume.write(extent.services()));
        Installation installed = Installation.in(folder, Machine.javaHomes().get(0));
        report.condition("JDK", installed.feature());
        Path hubFolder = folder.resolve("hub");
        try (Nginx nginx = Nginx.serving(files)) {
            List<String> settings = new ArrayList<>(volume.settings(hubFolder, nginx.port(), List.of(Agency.values())));
            Reads.harvest(hubFolder, installed, settings);
            settings.add("--management.tracing.enabled=false");
            try (Hub hub = Hub.start(hubFolder, installed, JVM, settings);
                    OpenSearchNode node = OpenSearchNode.startLarge(folder.resolve("opensearch"), 2048);
                    EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                            .setServerConfig("shared_buffers", "1GB")
                            .start()) {
                Path documents = folder.resolve("documents.ndjson");
                hub.export(documents);
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
                ofHub.warmUp(hub.uri("/"), extent.warmUp());
                ofOpenSearch.warmUp(node.uri(), extent.warmUp());
                Rounds.Results results = new Rounds()
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
            Rounds.Results results,
            String rival,
            String name,
            @Nullable Aim throughput,
            @Nullable Aim slowest) {
        report.add(new Figure(
                "questions answered, beside " + name,
                "questions/s",
                results.perSecond("hub"),
                results.perSecond(rival),
                throughput));
        report.add(
                new Figure("p99 of a question, beside " + name, "ms", results.p99("hub"), results.p99(rival), slowest));
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
