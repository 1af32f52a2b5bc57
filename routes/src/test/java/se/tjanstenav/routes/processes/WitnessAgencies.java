package se.tjanstenav.routes.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.tjanstenav.mocks.StubAgencies;

/**
 * Stub agencies whose every record carries one {@link Generation}, so that who reads them can tell a whole from a mixture.
 * Each answers with all its records at once, so that one request is one harvest. One further record has the generation
 * as its id: it comes with it, and goes when two harvests have missed it.
 */
final class WitnessAgencies implements AutoCloseable {

    /** A stub of the usual kind, since stubs are never launched without one. */
    private static final String COMPANION = "skelleftea";

    private static final String FILE = "tjanster.json";

    private final StubAgencies stubs;
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();
    private final int records;

    private WitnessAgencies(StubAgencies stubs, int records) {
        this.stubs = stubs;
        this.records = records;
    }

    /** Starts the agencies, which have one name and many records each. */
    static WitnessAgencies launch(Path folder, int records, Set<String> ids) throws IOException {
        StubAgencies.Builder builder = StubAgencies.builder().agencies(COMPANION);
        Generation first = new Generation(1);
        for (String id : ids) {
            builder.folderOfAgency(write(folder.resolve("stubs").resolve(id), id, records, first));
        }
        WitnessAgencies agencies = new WitnessAgencies(builder.start(), records);
        ids.forEach(id -> agencies.generations.put(id, first));
        return agencies;
    }

    Set<String> ids() {
        return generations.keySet();
    }

    /** How many records an agency has of which all carry its generation. */
    int records() {
        return records;
    }

    Generation generation(String id) {
        return Objects.requireNonNull(generations.get(id));
    }

    /** Moves all records on at once. */
    Generation moveOn(String id) {
        Generation before = generation(id);
        stubs.revise(id, FILE, before.text(), before.next().text());
        generations.put(id, before.next());
        return before.next();
    }

    /** How often the agency was asked. */
    int requests(String id) {
        return stubs.requests(id);
    }

    void hold(String id) {
        stubs.hold(id);
    }

    void release(String id) {
        stubs.release(id);
    }

    /** Descriptors and what else lets a hub that runs in the folder harvest them. */
    List<String> settings(Path hub) throws IOException {
        Path secrets = Files.createDirectories(hub.resolve("secrets"));
        stubs.writeTo(secrets);
        Path descriptors = Files.createDirectories(hub.resolve("connectors"));
        List<String> settings = new ArrayList<>(List.of(
                "--tjanstenav.connectors.descriptors=file:" + descriptors + "/*.yaml",
                "--tjanstenav.connectors.secrets=" + secrets,
                "--tjanstenav.connectors.egress.trust=" + secrets.resolve("ca.pem"),
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                "--tjanstenav.connectors.egress.breaker-open-for=1s"));
        for (String id : ids()) {
            Files.writeString(descriptors.resolve(id + ".yaml"), descriptor(id));
            settings.add("--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d".formatted(host(id), port(id)));
        }
        return settings;
    }

    /** The descriptor of an agency, to be laid into a hub's folder or registered. */
    static String descriptor(String id) {
        return """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %1$s, agency: %1$s, title: %1$s, owner: api@%1$s.example}
                spec:
                  egress: {hosts: [%2$s]}
                  limits: {requestsPerSecond: 100}
                  feeds:
                    - name: services
                      kind: services
                      schedule: {every: 24h}
                      freshness: {fresh: 48h}
                      request: {method: GET, path: /tjanster}
                      response: {format: json, records: /data, id: /id}
                      mapping:
                        language: jsonata
                        expression: "{'code': id, 'description': {'name': {'sv': namn}, 'summary': {'sv': generation}}}"
                """.formatted(id, host(id));
    }

    private int port(String id) {
        return Objects.requireNonNull(stubs.addresses().get(host(id))).getPort();
    }

    private static String host(String id) {
        return "api." + id + ".example";
    }

    private static Path write(Path folder, String id, int records, Generation first) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("agency.json"), """
                {"id": "%1$s", "name": "%1$s", "host": "%2$s", "demoPort": %3$d, "path": "/tjanster", "external": false}
                """.formatted(
                        id, host(id), 20_000 + Math.floorMod(id.hashCode(), 10_000)));
        Files.writeString(folder.resolve("mappings/tjanster.json"), """
                {"request": {"method": "GET", "urlPath": "/tjanster"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json;charset=utf-8"},
                              "transformers": ["feed"],
                              "transformerParameters": {"file": "%s", "id": "/id", "paging": "NONE",
                                                       "envelope": "{\\"data\\": [{{records}}]}"}}}
                """.formatted(FILE));
        String lasting = IntStream.range(0, records)
                .mapToObj(
                        number -> record("V%05d".formatted(number), Reader.LASTING + " %05d".formatted(number), first))
                .collect(Collectors.joining(",\n"));
        String passing = record(first.text(), "Enstaka", first);
        Files.writeString(folder.resolve(FILE), "[" + lasting + ",\n" + passing + "]");
        return folder;
    }

    private static String record(String id, String name, Generation generation) {
        return "{\"id\": \"%s\", \"namn\": \"%s\", \"generation\": \"%s\"}".formatted(id, name, generation.text());
    }

    @Override
    public void close() {
        stubs.close();
    }
}
