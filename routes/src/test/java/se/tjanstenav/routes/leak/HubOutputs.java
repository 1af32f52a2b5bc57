package se.tjanstenav.routes.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** Whatever a hub lets out, by where it was found. */
final class HubOutputs {

    private static final String REGISTRY = "/registry/v1";

    private final HubUnderTest hub;
    private final Path folder;
    private final Map<String, String> outputs = new LinkedHashMap<>();

    HubOutputs(HubUnderTest hub, Path folder) {
        this.hub = hub;
        this.folder = folder;
    }

    /**
     * Asks for everything that can be read.
     *
     * @param own ids of registered connectors
     * @param secrets names of secrets
     */
    void addAnswers(List<HubClient> callers, List<String> own, Set<String> secrets) {
        HubClient anybody = hub.client();
        for (String path : List.of(
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/info",
                "/catalog/v1/sources",
                "/catalog/v1/api-info",
                "/catalog/v1/openapi.json",
                "/catalog/v1/services?limit=100",
                "/catalog/v1/services?q=Said",
                REGISTRY + "/api-info",
                REGISTRY + "/openapi.json",
                REGISTRY + "/connector.schema.json")) {
            gather(anybody, path);
        }
        for (int offset = 0; ; offset += 100) {
            JsonNode page = anybody.json("/catalog/v1/services?limit=100&offset=" + offset);
            outputs.put("services from " + offset, page.toString());
            page.path("services")
                    .forEach(service -> gather(
                            anybody,
                            "/catalog/v1/services/" + service.path("id").asString()));
            if (page.path("services").size() < 100) {
                break;
            }
        }
        for (HubClient client : callers) {
            for (String path :
                    List.of("/connectors?limit=100", "/secrets?limit=100", "/audit?limit=100", "/keys?limit=100")) {
                gather(client, REGISTRY + path);
            }
            own.forEach(id -> addConnector(client, REGISTRY + "/connectors/" + id));
        }
        for (String name : secrets) {
            gather(callers.get(0), REGISTRY + "/secrets/" + name.replace(' ', '-'));
        }
    }

    private void addConnector(HubClient client, String connector) {
        for (String path : List.of("", "/versions", "/versions/1", "/state", "/runs")) {
            gather(client, connector + path);
        }
        add("validation of " + connector, client.send("POST", connector + "/versions/1/validations"));
        add("dry run of " + connector, client.send("POST", connector + "/versions/1/dry-runs"));
        JsonNode runs = client.json(connector + "/runs?limit=100").path("runs");
        runs.forEach(run -> {
            String path = REGISTRY + "/runs/" + run.path("id").asString();
            for (String part : List.of("", "/rejects?limit=100", "/warnings?limit=100")) {
                gather(client, path + part);
            }
            add(path + "/rejects/1/replays", client.send("POST", path + "/rejects/1/replays"));
        });
    }

    void gather(HubClient client, String path) {
        add(path, client.get(path));
    }

    void add(String what, HttpResponse<byte[]> response) {
        outputs.put(what + " (" + outputs.size() + ")", told(response));
    }

    /** That there was something to find. */
    void requireShown(String where, String what) {
        assertThat(outputs.entrySet()).as(where).anySatisfy(output -> assertThat(
                        output.getKey() + " " + output.getValue())
                .matches("(?s)" + where + ".*")
                .contains(what));
    }

    Map<String, String> all() {
        return outputs;
    }

    private static String told(HttpResponse<byte[]> response) {
        return response.statusCode() + " " + response.headers().map() + " "
                + new String(response.body(), StandardCharsets.UTF_8);
    }

    /** What a harvest throws, with all its causes, and what becomes of records that are rejected. */
    void addExceptions() {
        for (Feed feed : hub.bean(Connectors.class).feeds()) {
            StringWriter thrown = new StringWriter();
            try (RecordStream records = feed.open(null)) {
                while (records.hasNext()) {
                    try {
                        thrown.append(feed.map(records.next()).toString());
                    } catch (RecordRejectedException e) {
                        thrown.append(e.reject().toString());
                        e.printStackTrace(new PrintWriter(thrown));
                    }
                }
                thrown.append(records.bookmark().toString());
            } catch (RuntimeException e) {
                e.printStackTrace(new PrintWriter(thrown));
            }
            outputs.put("exceptions of " + feed.id(), thrown.toString());
        }
    }

    /** Every file that the hub writes: database with its log, index, log file. */
    void addFiles(String when) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(when + folder.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(outputs).containsKey(when + "tjanstenav.db").containsKey(when + "hub.log");
    }
}
