package se.tjanstenav.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import se.tjanstenav.bench.Figure.Aim;
import se.tjanstenav.bench.Volume.Agency;
import tools.jackson.databind.JsonNode;

/** How long readers wait while somebody sends nonsense to every parameter that the contract knows. */
final class Abuse implements Measurement {

    private static final List<String> JVM = List.of("-Xmx1g");
    private static final int PER_SECOND = 100;

    private static final List<String> NONSENSE = List.of(
            "-1",
            "99999999999999999999",
            "NaN",
            "' or 1=1 --",
            "\"; drop table service; --",
            "(((((((",
            "a* OR *:*",
            "~".repeat(150),
            "å".repeat(199),
            "x".repeat(4000),
            "\uD83D\uDE80\u202E\u0000",
            "${jndi:ldap://x}",
            "<script>",
            "../../etc/passwd",
            "%",
            "\r\nSet-Cookie: a=b",
            "null",
            "[]",
            "{}",
            "1e309");

    @Override
    public Report run(Path folder, Extent extent) throws Exception {
        Report report = new Report("abuse", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        Path files = Files.createDirectories(folder.resolve("files"));
        Volume volume = new Volume(files);
        report.condition("services", volume.write(Math.min(extent.services(), 10_000)));
        Installation installed = Installation.in(folder, Machine.javaHomes().get(0));
        report.condition("JDK", installed.feature());
        Path hubFolder = folder.resolve("hub");
        try (Nginx nginx = Nginx.serving(files)) {
            List<String> settings = volume.settings(hubFolder, nginx.port(), List.of(Agency.values()));
            Reads.harvest(hubFolder, installed, settings);
            try (Hub hub = Hub.start(hubFolder, installed, JVM, settings)) {
                List<URI> nonsense = nonsense(hub);
                report.condition("senseless requests", nonsense.size() + " kinds, " + PER_SECOND + " each second");
                Wrk load = Wrk.of(Reads.details(hub, 250));
                AtomicLong failures = new AtomicLong();
                AtomicLong sent = new AtomicLong();
                load.warmUp(hub.uri("/"), extent.warmUp());
                Rounds.Results results = new Rounds()
                        .with("abused", () -> {
                            AtomicBoolean over = new AtomicBoolean();
                            Thread abuser = new Thread(() -> send(nonsense, over, sent, failures));
                            abuser.start();
                            try {
                                return load.against(hub.uri("/"), extent.load());
                            } finally {
                                over.set(true);
                                abuser.join();
                            }
                        })
                        .with("calm", () -> load.against(hub.uri("/"), extent.load()))
                        .run(extent.rounds());
                report.add(new Figure(
                        "cached detail, p99, beside a time without senseless requests",
                        "ms",
                        results.p99("abused"),
                        results.p99("calm"),
                        Aim.atMost(1.2)));
                report.remark(sent + " senseless requests were sent; " + failures
                        + " were answered with a 5xx, or not at all");
            }
        }
        return report;
    }

    private static void send(List<URI> nonsense, AtomicBoolean over, AtomicLong sent, AtomicLong failures) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!over.get()) {
            URI uri = nonsense.get((int) (sent.getAndIncrement() % nonsense.size()));
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            try {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() >= 500) {
                    failures.incrementAndGet();
                }
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            } catch (IOException e) {
                failures.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Every parameter of every path that can be read, with every nonsense; streams, which do not end, are left out. */
    private static List<URI> nonsense(Hub hub) throws IOException, InterruptedException {
        List<URI> uris = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                hub.json("/catalog/v1/openapi.json").path("paths").properties()) {
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                for (String value : NONSENSE) {
                    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
                    String name = parameter.path("name").asString();
                    boolean inPath = parameter.path("in").asString().equals("path");
                    String sent = inPath
                            ? path.getKey().replace("{" + name + "}", encoded.replace("+", "%20"))
                            : path.getKey() + "?" + name + "=" + encoded;
                    if (!sent.contains("{")) {
                        uris.add(hub.uri(sent));
                    }
                }
            }
        }
        return uris;
    }
}
