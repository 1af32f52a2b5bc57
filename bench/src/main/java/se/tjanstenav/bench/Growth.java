package se.tjanstenav.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tjanstenav.bench.Figure.Aim;

/** What grows with the catalogue and what does not: reading, harvesting, memory, and the time to start. */
final class Growth implements Measurement {

    private static final List<String> JVM = List.of("-Xmx1g");
    private static final int SMALLEST = 1_000;

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("growth", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        report.condition("hub", "-Xmx1g, SQLite, Lucene");
        List<Path> homes = Machine.javaHomes();
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        Map<Integer, Path> kept = new LinkedHashMap<>();
        for (int services = SMALLEST; services <= extent.services(); services *= 10) {
            TestBed.Catalogue catalogue = bed.catalogue(services);
            report.add(new Figure(
                    "first harvest of %d services of several agencies".formatted(services),
                    "services/s",
                    List.of(services * 1000.0 / catalogue.took().toMillis()),
                    List.of(),
                    null));
            kept.put(services, catalogue.copy(folder.resolve("hub-" + services)));
        }
        reads(report, installed, kept, extent);
        for (Path home : homes) {
            starts(report, bed.installation(home), folder, kept, extent);
        }
        return report;
    }

    /** One connection, so that nothing but the answer itself is waited for. */
    private static void reads(Report report, Installation installed, Map<Integer, Path> kept, Extent extent)
            throws Exception {
        Map<Integer, Hub> hubs = new LinkedHashMap<>();
        try {
            for (Map.Entry<Integer, Path> one : kept.entrySet()) {
                hubs.put(one.getKey(), Hub.start(one.getValue(), installed, JVM, List.of()));
            }
            compare(report, "cached detail", hubs, hub -> Reads.details(hub, 100), extent);
            compare(report, "first page of the list", hubs, hub -> List.of("/catalog/v1/services"), extent);
            compare(report, "detail of any service", hubs, hub -> Reads.details(hub, 20_000), extent);
            for (Map.Entry<Integer, Hub> one : hubs.entrySet()) {
                report.add(new Figure(
                        "memory of the process with " + one.getKey() + " services, after these reads",
                        "MiB",
                        List.of(one.getValue().process().residentMemory() / 1024.0 / 1024),
                        List.of(),
                        null));
            }
        } finally {
            for (Hub hub : hubs.values()) {
                hub.close();
            }
        }
    }

    /** What to ask a hub for. */
    private interface Paths {
        List<String> of(Hub hub) throws Exception;
    }

    private static void compare(Report report, String what, Map<Integer, Hub> hubs, Paths paths, Extent extent)
            throws Exception {
        Rounds rounds = new Rounds();
        for (Map.Entry<Integer, Hub> one : hubs.entrySet()) {
            Hub hub = one.getValue();
            Wrk load = new Wrk(paths.of(hub), List.of(), 1);
            rounds.with(one.getKey().toString(), () -> load.against(hub.uri("/"), extent.load()));
        }
        Rounds.Results results = rounds.run(extent.rounds());
        for (Integer services : hubs.keySet()) {
            if (services != SMALLEST) {
                report.add(new Figure(
                        "%s at %d services, median, beside %d".formatted(what, services, SMALLEST),
                        "ms",
                        results.p50(services.toString()),
                        results.p50(Integer.toString(SMALLEST)),
                        Aim.atMost(1.2)));
            }
        }
    }

    private static void starts(
            Report report, Installation installed, Path folder, Map<Integer, Path> kept, Extent extent)
            throws Exception {
        List<Double> empty = new ArrayList<>();
        Map<Integer, List<Double>> filled = new LinkedHashMap<>();
        for (int round = 0; round < extent.rounds(); round++) {
            Path fresh = folder.resolve("empty-" + installed.feature() + "-" + round);
            empty.add(start(fresh, installed));
            for (Map.Entry<Integer, Path> one : kept.entrySet()) {
                filled.computeIfAbsent(one.getKey(), services -> new ArrayList<>())
                        .add(start(one.getValue(), installed));
            }
        }
        String jdk = "JDK " + installed.feature() + ", start to ready ";
        report.add(new Figure(jdk + "with an empty catalogue", "s", empty, List.of(), Aim.atMost(3)));
        filled.forEach((services, times) ->
                report.add(new Figure(jdk + "with " + services + " services", "s", times, List.of(), Aim.atMost(5))));
    }

    private static double start(Path folder, Installation installed) throws Exception {
        try (Hub hub = Hub.start(folder, installed, JVM, List.of())) {
            return hub.toReady().toMillis() / 1000.0;
        }
    }
}
