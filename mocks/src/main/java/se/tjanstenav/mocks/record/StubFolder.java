package se.tjanstenav.mocks.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of a stub agency being recorded. Every text passes the mask once more on its way to disk; nothing is overwritten. */
final class StubFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DESCRIPTION = "agency.json";

    private final Path folder;
    private final Mask mask;
    private final Map<Path, String> planned = new LinkedHashMap<>();

    StubFolder(Path folder, Mask mask) {
        this.folder = folder;
        this.mask = mask;
    }

    /** Describes the agency, unless an earlier recording has; then it must have been of the same host. */
    void describe(String id, URI url, @Nullable String apiKeyHeader) throws IOException {
        Path file = folder.resolve(DESCRIPTION);
        if (Files.exists(file)) {
            JsonNode known = JSON.readTree(Files.readString(file));
            if (!known.path("host").asString("").equalsIgnoreCase(url.getHost())) {
                throw new RecordingException(
                        file + " describes another host than " + url.getHost() + "; record into another folder");
            }
            return;
        }
        Map<String, Object> agency = new LinkedHashMap<>();
        agency.put("id", id);
        agency.put("name", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
        agency.put("host", url.getHost());
        agency.put("demoPort", 0);
        agency.put("path", mask.text(url.getPath()));
        agency.put("external", false);
        if (apiKeyHeader != null) {
            agency.put("apiKey", Map.of("header", apiKeyHeader, "secret", id + "-api-key"));
        }
        plan(DESCRIPTION, pretty(agency));
    }

    void plan(String file, String text) {
        Path target = folder.resolve(file);
        if (Files.exists(target)) {
            throw new RecordingException(target + " is there already; move it away to record it anew");
        }
        planned.put(target, mask.text(text));
    }

    void planMapping(String name, Map<String, Object> mapping) {
        plan("mappings/" + name + ".json", pretty(mapping));
    }

    /** Writes all that is planned; returns the files. */
    List<Path> write() throws IOException {
        for (Map.Entry<Path, String> each : planned.entrySet()) {
            Files.createDirectories(each.getKey().resolveSibling("."));
            Files.writeString(each.getKey(), each.getValue(), UTF_8, StandardOpenOption.CREATE_NEW);
        }
        return new ArrayList<>(planned.keySet());
    }

    private static String pretty(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
