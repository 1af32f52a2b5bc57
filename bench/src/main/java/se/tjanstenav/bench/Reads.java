package se.tjanstenav.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tjanstenav.bench.Figure.Aim;
import tools.jackson.databind.JsonNode;

/** Reads of the citizen API beside nginx, which serves the same bytes from files. */
final class Reads implements Measurement {

    private static final int CACHED = 1000;
    private static final int UNCACHED = 50_000;
    private static final int AMPLE = 10_000_000;
    private static final List<String> JVM = List.of("-Xmx2g");

    /** What a hub can do without, and how. */
    private static final List<Map.Entry<String, List<String>>> WITHOUT = List.of(
            Map.entry(
                    "metrics and tracing",
                    List.of(
                            "--management.tracing.enabled=false",
                            "--management.metrics.enable.all=false",
                            "--management.observations.enable.all=false")),
            Map.entry("tracing", List.of("--management.tracing.enabled=false")),
            Map.entry("an allowance for each client", List.of("--tjanstenav.api.rate-limit.enabled=false")));

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("reads", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        report.condition("nginx", Tools.NGINX.version());
        Path files = Files.createDirectories(folder.resolve("files"));
        report.condition("services", extent.services());
        TestBed.Catalogue catalogue = bed.catalogue(extent.services());
        Path hubFolder = catalogue.copy(folder.resolve("hub"));
        try (Nginx nginx = Nginx.serving(files)) {
            for (Path java : extent.javaHomes()) {
                Installation installed = bed.installation(java);
                report.condition("JDK " + installed.feature(), "-Xmx2g");
                try (Hub hub = Hub.start(hubFolder, installed, JVM, catalogue.settings())) {
                    compare(report, "JDK " + installed.feature() + ", ", hub, catalogue, nginx, files, extent);
                }
            }
        }
        costs(report, hubFolder, catalogue, bed.installation(), extent);
        return report;
    }

    private static void compare(
            Report report, String before, Hub hub, TestBed.Catalogue catalogue, Nginx nginx, Path files, Extent extent)
            throws Exception {
        List<String> details = catalogue.details(CACHED);
        Files.createDirectories(files.resolve("catalog/v1/services"));
        for (String path : details) {
            Files.write(files.resolve(path.substring(1)), hub.get(path));
        }
        String list = "/catalog/v1/services";
        Files.write(files.resolve("first-page"), hub.get(list));
        Wrk cached = Wrk.of(details);

        cached.warmUp(hub.uri("/"), extent.warmUp());
        both(report, before + "cached detail", hub, cached, nginx, cached, Aim.atLeast(0.6), extent);
        String path = details.get(0);
        String ofNginx = entityTag(nginx.uri(path));
        both(
                report,
                before + "conditional 304",
                hub,
                Wrk.of(List.of(path)).with("If-None-Match: " + hub.entityTag(path)),
                nginx,
                Wrk.of(List.of(path)).with("If-None-Match: " + ofNginx),
                Aim.atLeast(0.6),
                extent);
        both(
                report,
                before + "first page of the list",
                hub,
                Wrk.of(List.of(list)),
                nginx,
                Wrk.of(List.of("/first-page")),
                Aim.atLeast(0.5),
                extent);
        // So many that the hub's cache holds few of them.
        both(
                report,
                before + "uncached detail",
                hub,
                Wrk.of(catalogue.details(UNCACHED)),
                nginx,
                cached,
                Aim.atLeast(0.2),
                extent);
    }

    private static void both(
            Report report, String name, Hub hub, Wrk ofHub, Nginx nginx, Wrk ofNginx, Aim aim, Extent extent)
            throws Exception {
        Rounds.Results results = new Rounds()
                .with("hub", () -> ofHub.against(hub.uri("/"), extent.load()))
                .with("nginx", () -> ofNginx.against(nginx.uri("/"), extent.load()))
                .run(extent.rounds());
        report.add(new Figure(name, "requests/s", results.perSecond("hub"), results.perSecond("nginx"), aim));
        report.add(new Figure(name + ", p99", "ms", results.p99("hub"), results.p99("nginx"), null));
    }

    /** What allowances, metrics and tracing cost on the way: the hub as it is, beside hubs that leave out one of them. */
    private static void costs(
            Report report, Path folder, TestBed.Catalogue catalogue, Installation installed, Extent extent)
            throws Exception {
        List<String> settings = new ArrayList<>(catalogue.settings());
        // The allowance is kept account of, and large enough for this.
        settings.add("--tjanstenav.api.rate-limit.requests-per-second=" + AMPLE);
        settings.add("--tjanstenav.api.rate-limit.burst=" + AMPLE);
        try (Hub whole = Hub.start(folder, installed, JVM, settings)) {
            Wrk cached = Wrk.of(catalogue.details(CACHED));
            for (Map.Entry<String, List<String>> without : extent.quick() ? WITHOUT.subList(0, 1) : WITHOUT) {
                List<String> all = new ArrayList<>(settings);
                all.addAll(without.getValue());
                Path copy = catalogue.copy(folder.resolveSibling("hub-without"));
                try (Hub bare = Hub.start(copy, installed, JVM, all)) {
                    cached.warmUp(whole.uri("/"), extent.warmUp());
                    cached.warmUp(bare.uri("/"), extent.warmUp());
                    Rounds.Results results = new Rounds()
                            .with("whole", () -> cached.against(whole.uri("/"), extent.load()))
                            .with("bare", () -> cached.against(bare.uri("/"), extent.load()))
                            .run(extent.rounds());
                    report.add(new Figure(
                            "cached detail, beside a hub without " + without.getKey(),
                            "requests/s",
                            results.perSecond("whole"),
                            results.perSecond("bare"),
                            null));
                }
            }
        }
    }

    /** Paths of services from all over the catalogue. */
    static List<String> details(Hub hub, int wanted) throws Exception {
        List<String> paths = new ArrayList<>();
        int page = 100;
        long total = hub.total("");
        long step = Math.max(page, total * page / Math.max(wanted, 1));
        for (long offset = 0; offset < total && paths.size() < wanted; offset += step) {
            for (JsonNode service : hub.json("/catalog/v1/services?sort=name&limit=100&offset=" + offset)
                    .path("services")) {
                paths.add("/catalog/v1/services/" + service.path("id").asString());
            }
        }
        return paths;
    }

    private static String entityTag(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }
}
