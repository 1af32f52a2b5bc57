package se.tjanstenav.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.tjanstenav.bench.Volume.Agency;
import se.tjanstenav.searchnode.OpenSearchNode;

/** One, two and three hubs on one PostgreSQL and one OpenSearch, asked through one nginx. */
final class Replicas implements Measurement {

    private static final List<String> JVM = List.of("-Xmx768m");
    private static final int MOST = 3;
    private static final int MOST_SERVICES = 10_000;

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("replicas", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        report.condition("nginx, before the hubs", Tools.NGINX.version());
        Path files = Files.createDirectories(folder.resolve("files"));
        Volume volume = new Volume(files);
        int services = Math.min(extent.services(), MOST_SERVICES);
        volume.write(services, List.of(Agency.values()));
        report.condition("services", services);
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        try (Nginx agencies = Nginx.serving(files);
                OpenSearchNode search = OpenSearchNode.startLarge(folder.resolve("opensearch"), 1024);
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            List<Hub> hubs = new ArrayList<>();
            // They end before what they stand on does, for which they would wait.
            try {
                for (int number = 1; number <= (extent.quick() ? MOST - 1 : MOST); number++) {
                    Path own = folder.resolve("hub-" + number);
                    List<String> settings =
                            new ArrayList<>(volume.settings(own, agencies.port(), List.of(Agency.values())));
                    settings.add("--tjanstenav.catalog.jdbc-url=" + postgres.getJdbcUrl("postgres", "postgres"));
                    settings.add("--tjanstenav.catalog.search.opensearch.uris=" + search.uri());
                    hubs.add(Hub.start(own, installed, JVM, settings));
                }
                compare(report, hubs, extent);
            } finally {
                for (Hub hub : hubs) {
                    hub.close();
                }
            }
        }
        return report;
    }

    private static void compare(Report report, List<Hub> hubs, Extent extent) throws Exception {
        Hub first = hubs.get(0);
        for (Agency agency : Agency.values()) {
            first.firstHarvest(agency.id(), Duration.ofHours(1));
        }
        List<String> questions = Question.fixedSet(List.of(Agency.values())).stream()
                .map(Search::path)
                .toList();
        measure(report, "cached detail", Wrk.of(Reads.details(first, 500)), hubs, extent);
        measure(report, "questions", new Wrk(questions, List.of(), 8), hubs, extent);
    }

    private static void measure(Report report, String name, Wrk load, List<Hub> hubs, Extent extent) throws Exception {
        for (Hub hub : hubs) {
            load.warmUp(hub.uri("/"), extent.warmUp());
        }
        List<Nginx> balancers = new ArrayList<>();
        try {
            Rounds rounds = new Rounds();
            for (int number = 1; number <= hubs.size(); number++) {
                Nginx balancer = Nginx.before(
                        hubs.subList(0, number).stream().map(Hub::port).toList());
                balancers.add(balancer);
                rounds.with(Integer.toString(number), () -> load.against(balancer.uri("/"), extent.load()));
            }
            Rounds.Results results = rounds.run(extent.rounds());
            for (int number = 2; number <= hubs.size(); number++) {
                report.add(new Figure(
                        "%s, %d hubs beside one".formatted(name, number),
                        "requests/s",
                        results.perSecond(Integer.toString(number)),
                        results.perSecond("1"),
                        null));
            }
        } finally {
            for (Nginx balancer : balancers) {
                balancer.close();
            }
        }
    }
}
