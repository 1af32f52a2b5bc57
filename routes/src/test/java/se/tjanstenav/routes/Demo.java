package se.tjanstenav.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import se.tjanstenav.mocks.StubAgencies;
import se.tjanstenav.mocks.StubAgenciesMain;

/** The hub together with all stub agencies, as the README runs it; everything it keeps is in {@code ./data}. */
public final class Demo {

    private static final Path DATA = Path.of("data");
    private static final Path NATIONAL_CATALOGUE = Path.of("../shared/data/ptv/gd.json");

    private Demo() {}

    public static void main(String[] more) throws IOException {
        // The stubs start before the hub sets up its log; what their servers say meanwhile is for nobody.
        LoggingSystem.get(Demo.class.getClassLoader()).beforeInitialize();
        StubAgencies agencies = StubAgenciesMain.run(DATA.resolve("stubs"), NATIONAL_CATALOGUE);
        List<String> arguments = new ArrayList<>(HubSettings.forStubs(agencies, DATA));
        arguments.add("--tjanstenav.start-report.also[Stub agencies]=http://127.0.0.1:%d/"
                .formatted(StubAgenciesMain.ADMIN_PORT));
        arguments.add("--tjanstenav.api.public-url=http://localhost:8080");
        arguments.add("--tjanstenav.linked-data.publisher=Tjänstenavs demo");
        arguments.add("--tjanstenav.linked-data.licence=http://publications.europa.eu/resource/authority/licence/CC0");
        // So that a person who stops an agency, or changes its data, sees what becomes of it.
        arguments.add("--tjanstenav.harvest.longest-pause=20s");
        arguments.add("--tjanstenav.harvest.retry-after=5s");
        arguments.add("--tjanstenav.harvest.retry-at-most=20s");
        arguments.add("--tjanstenav.connectors.egress.breaker-open-for=5s");
        // One agency always tells of a producer that failed; every twenty seconds that is noise.
        arguments.add("--logging.level.se.tjanstenav.connectors.source.ProducerFaults=error");
        arguments.add("--logging.level.org.eclipse.jetty=error");
        arguments.add("--management.endpoint.health.show-details=always");
        arguments.addAll(List.of(more));
        SpringApplication.run(TjanstenavApplication.class, arguments.toArray(String[]::new));
    }
}
