package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All agencies in a process of their own, with as little memory as a test allows them. */
final class StandAloneRun implements AutoCloseable {

    private static final Pattern ADMIN = Pattern.compile("Look at them .*: (http://127\\.0\\.0\\.1:\\d+)/ .*");

    private final Path folder;
    private final Process process;
    private final String admin;

    StandAloneRun(Path folder, String heap) throws IOException {
        this.folder = folder;
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StubAgenciesMain.class.getName(),
                        "--free-ports",
                        folder.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        this.admin = admin();
    }

    private String admin() throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = ADMIN.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
            said.add(line);
        }
        throw new IOException("The stand-alone run ended: " + said);
    }

    boolean alive() {
        return process.isAlive();
    }

    void command(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(admin + path))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.body());
        }
    }

    StubClient client() throws Exception {
        Map<String, Integer> ports = new HashMap<>();
        for (JsonNode each : status()) {
            ports.put(each.path("host").asString(), each.path("port").asInt());
        }
        return new StubClient(
                host -> Objects.requireNonNull(ports.get(host)), Files.readString(folder.resolve("ca.pem")), null);
    }

    private JsonNode status() throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(admin + "/"))
                                        .header("Accept", "application/json")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("agencies");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
