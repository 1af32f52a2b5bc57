package se.tjanstenav.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.tjanstenav.bench.Figure.Aim;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;

/** How long readers wait while half of the agencies fail, each in one way after another, beside a calm day. */
final class Faults implements Measurement {

    private static final List<String> JVM = List.of("-Xmx1g");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("faults", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        Path hubFolder = Files.createDirectories(folder.resolve("hub"));
        Path secrets = Files.createDirectories(hubFolder.resolve("data/secrets"));
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        try (StubAgencies stubs = StubAgencies.builder().start()) {
            stubs.writeTo(secrets);
            String descriptors = stubs.agencies().stream()
                    .map("classpath:/se/tjanstenav/connectors/agencies/%s/connector.yaml"::formatted)
                    .collect(Collectors.joining(","));
            List<String> settings = new ArrayList<>(List.of(
                    "--tjanstenav.connectors.descriptors=" + descriptors,
                    "--tjanstenav.connectors.secrets=" + secrets,
                    "--tjanstenav.connectors.egress.trust=" + secrets.resolve("ca.pem"),
                    "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8"));
            stubs.addresses()
                    .forEach(
                            (host, address) -> settings.add("--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d"
                                    .formatted(host, address.getPort())));
            try (Hub hub = Hub.start(hubFolder, installed, JVM, settings)) {
                hub.process().await("the agencies are harvested", PATIENCE, () -> hub.total("") >= 250);
                List<String> agencies = List.copyOf(stubs.agencies());
                List<String> failing = agencies.subList(0, agencies.size() / 2);
                report.condition("agencies that fail", failing.size() + " of " + agencies.size());
                List<Fault> faults = Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .toList();
                report.condition("ways to fail, one after another", faults.size());
                int untilAll = (faults.size() + failing.size() - 1) / failing.size();
                Wrk load = Wrk.of(Reads.details(hub, 250));
                int[] turn = new int[1];
                load.warmUp(hub.uri("/"), extent.warmUp());
                Rounds.Results results = new Rounds()
                        .with("failing", () -> {
                            for (int i = 0; i < failing.size(); i++) {
                                stubs.fault(failing.get(i), faults.get((turn[0] + i) % faults.size()));
                            }
                            turn[0] += failing.size();
                            return whileHarvesting(hub, agencies, load, extent);
                        })
                        .with("calm", () -> {
                            stubs.calm();
                            return whileHarvesting(hub, agencies, load, extent);
                        })
                        .run(extent.quick() ? extent.rounds() : Math.max(extent.rounds(), untilAll));
                report.add(new Figure(
                        "cached detail, p99, while half of the agencies fail, beside a calm day",
                        "ms",
                        results.p99("failing"),
                        results.p99("calm"),
                        Aim.atMost(1.2)));
                report.add(new Figure(
                        "cached detail while half of the agencies fail, beside a calm day",
                        "requests/s",
                        results.perSecond("failing"),
                        results.perSecond("calm"),
                        null));
            }
        }
        report.remark("All agencies are asked for a harvest at the beginning of each load, on calm days too. "
                + "The stubs run on the same two processors.");
        return report;
    }

    private static Wrk.Result whileHarvesting(Hub hub, List<String> agencies, Wrk load, Extent extent)
            throws Exception {
        for (String agency : agencies) {
            hub.ask(agency);
        }
        return load.against(hub.uri("/"), extent.load());
    }
}
