package se.tjanstenav.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.bench.Figure.Aim;
import se.tjanstenav.bench.Volume.Agency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A harvest from the first request until it is published, beside a program that only reads and parses the same bytes. */
final class Harvest implements Measurement {

    private static final Agency AGENCY = Agency.PENSIONSMYNDIGHETEN;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final List<String> JVM = List.of("-Xmx1g");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("harvest", Machine.conditions());
        report.condition("nginx, as the agency", Tools.NGINX.version());
        int services = extent.records();
        report.condition("records in one feed", services);
        report.condition("hub", "-Xmx1g, SQLite, Lucene");
        Path files = Files.createDirectories(folder.resolve("files"));
        Volume volume = new Volume(files);
        report.condition("bytes read", volume.write(AGENCY, services, 0));
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        List<Double> first = new ArrayList<>();
        List<Double> firstFloor = new ArrayList<>();
        List<Double> unchanged = new ArrayList<>();
        List<Double> unchangedFloor = new ArrayList<>();
        List<Double> changed = new ArrayList<>();
        List<Double> changedFloor = new ArrayList<>();
        List<Double> visible = new ArrayList<>();
        try (Nginx nginx = Nginx.serving(files)) {
            floor(nginx, services);
            for (int round = 0; round < extent.rounds(); round++) {
                volume.write(AGENCY, services, 0);
                Path hubFolder = folder.resolve("hub-" + round);
                List<String> settings = volume.settings(hubFolder, nginx.port(), List.of(AGENCY));
                try (Hub hub = Hub.start(hubFolder, installed, JVM, settings)) {
                    first.add(seconds(hub.firstHarvest(AGENCY.id(), PATIENCE)));
                    hub.process().awaitRest(PATIENCE);
                    firstFloor.add(floor(nginx, services));
                    unchangedFloor.add(floor(nginx, services));
                    unchanged.add(seconds(hub.harvest(AGENCY.id(), Volume.FEED, PATIENCE)));
                    volume.write(AGENCY, services, round + 1);
                    hub.process().awaitRest(PATIENCE);
                    changedFloor.add(floor(nginx, services));
                    Hub.Run run = hub.harvest(AGENCY.id(), Volume.FEED, PATIENCE);
                    changed.add(seconds(run));
                    visible.add(visible(hub, run));
                }
                FileSystemUtils.deleteRecursively(hubFolder);
                System.err.printf(
                        "  round %d: first %.1f s, unchanged %.1f s, one in a hundred changed %.1f s; floor %.1f s%n",
                        round + 1, first.get(round), unchanged.get(round), changed.get(round), firstFloor.get(round));
            }
        }
        report.add(new Figure("first harvest, beside reading and parsing", "s", first, firstFloor, Aim.atMost(6)));
        report.add(new Figure(
                "harvest with nothing changed, beside the same", "s", unchanged, unchangedFloor, Aim.atMost(2)));
        report.add(new Figure(
                "harvest with one record in a hundred changed, beside the same",
                "s",
                changed,
                changedFloor,
                Aim.atMost(2.2)));
        report.add(new Figure(
                "change visible through the API, from the end of the run", "s", visible, List.of(), Aim.atMost(2)));
        report.add(new Figure(
                "records of a first harvest",
                "records/s",
                first.stream().map(took -> services / took).toList(),
                List.of(),
                null));
        return report;
    }

    private static double seconds(Hub.Run run) {
        return run.took().toMillis() / 1000.0;
    }

    /** Seconds from the end of the run until every service that changed is found by what it says now. */
    private static double visible(Hub hub, Hub.Run run) throws Exception {
        long changed = run.report().at("/counts/changed").asLong();
        Instant until = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(until)) {
            long found =
                    hub.total("&changedSince=" + run.report().path("startedAt").asString());
            if (found >= changed) {
                return Duration.between(run.ended(), Instant.now()).toMillis() / 1000.0;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException(changed + " changes are not found after a minute");
    }

    /** Seconds to fetch all pages and parse them, in this process, one after another. */
    private static double floor(Nginx nginx, int services) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Instant started = Instant.now();
        long records = 0;
        for (int page = 1; ; page++) {
            URI uri = nginx.uri("/agencies/" + AGENCY.id() + "?page=" + page);
            try (InputStream in = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                    .body()) {
                JsonNode list = JSON.readTree(in).path("tjanster");
                if (list.isEmpty()) {
                    break;
                }
                records += list.size();
            }
        }
        if (records != services) {
            throw new IllegalStateException("Read " + records + " records of " + services);
        }
        return Duration.between(started, Instant.now()).toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
