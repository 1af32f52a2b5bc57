package se.tjanstenav.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        List<Path> homes = extent.javaHomes();
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        Map<Integer, TestBed.Catalogue> catalogues = new LinkedHashMap<>();
        for (int services = SMALLEST; services <= extent.services(); services *= 10) {
            TestBed.Catalogue catalogue = bed.catalogue(services);
            report.add(new Figure(
                    "first harvest of %d services of several agencies".formatted(services),
                    "services/s",
                    List.of(services * 1000.0 / catalogue.took().toMillis()),
                    List.of(),
                    null));
            catalogue.copy(hub(folder, services));
            catalogues.put(services, catalogue);
        }
        reads(report, installed, folder, catalogues, extent);
        int largest = Collections.max(catalogues.keySet());
        for (Path home : homes) {
            starts(report, bed.installation(home), folder, largest, extent);
        }
        return report;
    }

    /** One connection, so that nothing but the answer itself is waited for. */
    private static void reads(
            Report report,
            Installation installed,
            Path folder,
            Map<Integer, TestBed.Catalogue> catalogues,
            Extent extent)
            throws Exception {
        Map<Integer, Hub> hubs = open(installed, folder, catalogues.keySet(), List.of());
        try {
            compare(report, "cached detail", hubs, services -> details(catalogues, services, 100), extent);
            compare(report, "first page of the list", hubs, services -> List.of("/catalog/v1/services"), extent);
            for (Map.Entry<Integer, Hub> one : hubs.entrySet()) {
                report.add(new Figure(
                        "memory of the process with " + one.getKey() + " services, after these reads",
                        "MiB",
                        List.of(one.getValue().process().residentMemory() / 1024.0 / 1024),
                        List.of(),
                        null));
            }
        } finally {
            close(hubs);
        }
        Map<Integer, Hub> forgetful =
                open(installed, folder, catalogues.keySet(), List.of("--tjanstenav.catalog.cache-size=0"));
        try {
            compare(
                    report,
                    "detail that is made",
                    forgetful,
                    services -> details(catalogues, services, 20_000),
                    extent);
        } finally {
            close(forgetful);
        }
    }

    private static Map<Integer, Hub> open(
            Installation installed, Path folder, Set<Integer> sizes, List<String> settings) throws Exception {
        Map<Integer, Hub> hubs = new LinkedHashMap<>();
        try {
            for (Integer services : sizes) {
                hubs.put(services, Hub.start(hub(folder, services), installed, JVM, settings));
            }
            return hubs;
        } catch (Exception e) {
            close(hubs);
            throw e;
        }
    }

    private static void close(Map<Integer, Hub> hubs) throws InterruptedException {
        for (Hub hub : hubs.values()) {
            hub.close();
        }
    }

    /** What to ask a hub of so many services for. */
    private interface Paths {
        List<String> of(int services);
    }

    private static List<String> details(Map<Integer, TestBed.Catalogue> catalogues, int services, int most) {
        return Objects.requireNonNull(catalogues.get(services)).details(most);
    }

    private static Path hub(Path folder, int services) {
        return folder.resolve("hub-" + services);
    }

    private static void compare(Report report, String what, Map<Integer, Hub> hubs, Paths paths, Extent extent)
            throws Exception {
        Rounds rounds = new Rounds();
        for (Map.Entry<Integer, Hub> one : hubs.entrySet()) {
            Hub hub = one.getValue();
            Wrk load = new Wrk(paths.of(one.getKey()), List.of(), 1);
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

    private static void starts(Report report, Installation installed, Path folder, int largest, Extent extent)
            throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> filled = new ArrayList<>();
        for (int round = 0; round < extent.rounds(); round++) {
            empty.add(start(folder.resolve("empty-" + installed.feature() + "-" + round), installed));
            filled.add(start(hub(folder, largest), installed));
        }
        String jdk = "JDK " + installed.feature() + ", start to ready ";
        report.add(new Figure(jdk + "with an empty catalogue", "s", empty, List.of(), Aim.atMost(3)));
        report.add(new Figure(jdk + "with " + largest + " services", "s", filled, List.of(), Aim.atMost(5)));
    }

    private static double start(Path folder, Installation installed) throws Exception {
        try (Hub hub = Hub.start(folder, installed, JVM, List.of())) {
            return hub.toReady().toMillis() / 1000.0;
        }
    }
}
