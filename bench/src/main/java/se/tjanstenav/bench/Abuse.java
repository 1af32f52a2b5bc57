package se.tjanstenav.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tjanstenav.bench.Figure.Aim;
import tools.jackson.databind.JsonNode;

/** How long readers wait while somebody sends nonsense to every parameter that the contract knows. */
final class Abuse implements Measurement {

    private static final List<String> JVM = List.of("-Xmx1g");
    private static final int PER_SECOND = 100;
    private static final int MOST_SERVICES = 10_000;
    private static final int WARM_UPS = 3;

    /** How often each kind of nonsense is sent, each time a little different, so that no answer to it is kept. */
    private static final int TURNS = 60;

    /** Long enough that readers leave the processors idle for most of the time, as portals do. */
    private static final Duration PAUSE = Duration.ofMillis(4);

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
    public Report run(Path folder, Extent extent, TestBed bed) throws Exception {
        Report report = new Report("abuse", Machine.conditions());
        report.condition("wrk", Tools.WRK.version());
        int services = Math.min(extent.services(), MOST_SERVICES);
        report.condition("services", services);
        Installation installed = bed.installation();
        report.condition("JDK", installed.feature());
        TestBed.Catalogue catalogue = bed.catalogue(services);
        Path hubFolder = catalogue.copy(folder.resolve("hub"));
        try (Hub hub = Hub.start(hubFolder, installed, JVM, catalogue.settings())) {
            List<String> nonsense = nonsense(hub);
            report.condition("senseless requests", nonsense.size() + " different ones, " + PER_SECOND + " each second");
            List<String> details = catalogue.details(250);
            Wrk load = Wrk.of(details);
            SideLoad abuser = side(nonsense, hub);
            SideLoad reader = side(details, hub);
            SideLoad citizen = side(sensible(catalogue), hub);
            // As fast as they are answered, since at a hundred a second their code stays uncompiled for long: there is
            // much of it, and each kind of nonsense has some of its own.
            Duration warmUp = extent.warmUp().multipliedBy(WARM_UPS);
            new SideLoad(new Wrk(nonsense, List.of(), 1), hub.uri("/"))
                    .during(warmUp, () -> load.warmUp(hub.uri("/"), warmUp));
            Duration time = extent.longLoad();
            Wrk usual = load.pausing(PAUSE);
            Rounds.Results results = new Rounds()
                    .with("abused", () -> abuser.during(time, () -> usual.against(hub.uri("/"), time)))
                    .with("as many reads", () -> reader.during(time, () -> usual.against(hub.uri("/"), time)))
                    .with("as many questions", () -> citizen.during(time, () -> usual.against(hub.uri("/"), time)))
                    .with("calm", () -> usual.against(hub.uri("/"), time))
                    .with("full, abused", () -> abuser.during(time, () -> load.against(hub.uri("/"), time)))
                    .with("full", () -> load.against(hub.uri("/"), time))
                    .run(extent.rounds());
            String usually = "cached detail, p99, at a usual load, beside ";
            report.add(figure(usually + "as many reads by the same client", results, "abused", "as many reads"));
            report.add(figure(usually + "as many sensible questions", results, "abused", "as many questions"));
            report.add(figure(usually + "no other requests", results, "abused", "calm"));
            report.add(figure("cached detail, p99, at full load", results, "full, abused", "full"));
            report.condition(
                    "usual load", "each of 32 connections pauses %d ms between requests".formatted(PAUSE.toMillis()));
            report.remark(abuser.sent() + " senseless requests were sent; " + abuser.failures()
                    + " were answered with a 5xx, or not at all");
        }
        return report;
    }

    /** One client that sends so many each second. */
    private static SideLoad side(List<String> paths, Hub hub) {
        Wrk client = new Wrk(paths, List.of(), 1).pausing(Duration.ofSeconds(1).dividedBy(PER_SECOND));
        return new SideLoad(client, hub.uri("/"));
    }

    /** What portals ask besides single services. */
    private static List<String> sensible(TestBed.Catalogue catalogue) {
        return Question.fixedSet(catalogue.agencies()).stream()
                .map(Search::path)
                .toList();
    }

    private static Figure figure(String name, Rounds.Results results, String abused, String calm) {
        return new Figure(name, "ms", results.p99(abused), results.p99(calm), Aim.atMost(1.2));
    }

    /** Every parameter of every path that can be read, with every nonsense, none twice. */
    private static List<String> nonsense(Hub hub) throws IOException, InterruptedException {
        JsonNode paths = hub.json("/catalog/v1/openapi.json").path("paths");
        List<String> sent = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            sent.addAll(nonsense(paths, Integer.toString(turn)));
        }
        return sent;
    }

    /** Streams, which do not end, are left out. */
    private static List<String> nonsense(JsonNode paths, String turn) {
        List<String> sent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                for (String value : NONSENSE) {
                    String encoded = URLEncoder.encode(value + turn, StandardCharsets.UTF_8);
                    String name = parameter.path("name").asString();
                    boolean inPath = parameter.path("in").asString().equals("path");
                    String address = inPath
                            ? path.getKey().replace("{" + name + "}", encoded.replace("+", "%20"))
                            : path.getKey() + "?" + name + "=" + encoded;
                    if (!address.contains("{")) {
                        sent.add(address);
                    }
                }
            }
        }
        return sent;
    }
}
