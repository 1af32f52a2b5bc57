package se.tjanstenav.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.tjanstenav.mocks.records.GeneratedRecords;
import se.tjanstenav.mocks.records.Layout;
import se.tjanstenav.mocks.records.RawRecord;
import se.tjanstenav.mocks.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Services of stub agencies in any number, as pages that a web server serves, and the descriptors to harvest them by. The mappings are those
 * that the agencies have in the demo; only the way to the records is another.
 */
final class Volume {

    /** An agency, and the file in which its stub keeps its services. */
    enum Agency {
        PENSIONSMYNDIGHETEN("pensionsmyndigheten", "tjanster.json"),
        SKATTEVERKET("skatteverket", "services.json"),
        ARBETSFORMEDLINGEN("arbetsformedlingen", "tjanster.json"),
        MIGRATIONSVERKET("migrationsverket", "arenden.json"),
        POLISMYNDIGHETEN("polismyndigheten", "tjanster.json"),
        PRV("prv", "services.json"),
        SKELLEFTEA("skelleftea", "tjanster.json");

        private final String id;
        private final String file;

        Agency(String id, String file) {
            this.id = id;
            this.file = file;
        }

        String id() {
            return id;
        }
    }

    static final String FEED = "services";

    private static final String HOST = "bench.example";
    private static final int PAGE = 500;

    /** At each revision every so manyeth record is another. */
    private static final int CHANGED = 100;

    private static final long SEED = 4711;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Path files;

    /** @param files below which the pages are written, for {@link Nginx} to serve */
    Volume(Path files) {
        this.files = files;
    }

    /** Writes services of these agencies, as many of each. */
    void write(int services, List<Agency> agencies) throws IOException {
        int left = services;
        for (int at = 0; at < agencies.size(); at++) {
            int records = at == agencies.size() - 1 ? left : services / agencies.size();
            write(agencies.get(at), records, 0);
            left -= records;
        }
    }

    /**
     * Writes the services of one agency; what was written of it before is replaced.
     *
     * @param revision 0 for the first; each later one differs from it in one record of a hundred
     * @return how many bytes they are
     */
    long write(Agency agency, int services, int revision) throws IOException {
        JsonNode feed = feed(descriptor(agency));
        Records records = GeneratedRecords.of(templates(agency, feed), services, SEED + agency.ordinal());
        String[] list = feed.at("/response/records").asString().substring(1).split("/");
        StringBuilder head = new StringBuilder();
        for (String name : list) {
            head.append("{\"").append(name).append("\": ");
        }
        String tail = "}".repeat(list.length);
        Path folder = Files.createDirectories(files.resolve("agencies").resolve(agency.id));
        long bytes = 0;
        int pages = (services + PAGE - 1) / PAGE;
        for (int page = 0; page <= pages; page++) {
            List<String> texts = new ArrayList<>();
            for (long index = (long) page * PAGE; index < Math.min(services, (page + 1L) * PAGE); index++) {
                texts.add(revised(records.at(index), index, revision).text());
            }
            byte[] body = (head + "[" + String.join(",\n", texts) + "]" + tail).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(page + 1 + ".json"), body);
            bytes += body.length;
        }
        return bytes;
    }

    private static RawRecord revised(RawRecord record, long index, int revision) {
        return revision > 0 && index % CHANGED == 0
                ? new RawRecord(record.id(), record.text().replace("Gäller ", "Gäller omgång " + revision + " "))
                : record;
    }

    private static Records templates(Agency agency, JsonNode feed) throws IOException {
        String id = feed.at("/response/id").asString();
        return new Layout(agency.file, null, id)
                .parse(resource("/se/tjanstenav/mocks/" + agency.id + "/" + agency.file))
                .records();
    }

    private static ObjectNode descriptor(Agency agency) throws IOException {
        return (ObjectNode)
                YAML.readTree(resource("/se/tjanstenav/connectors/agencies/" + agency.id + "/connector.yaml"));
    }

    /** The feed of services in the agency's descriptor. */
    static JsonNode feed(Agency agency) throws IOException {
        return feed(descriptor(agency));
    }

    /** The code lists of the agency's descriptor; nothing where it has none. */
    static JsonNode codeLists(Agency agency) throws IOException {
        return descriptor(agency).withObject("/spec/codeLists");
    }

    private static ObjectNode feed(JsonNode descriptor) {
        for (JsonNode feed : descriptor.at("/spec/feeds")) {
            if (feed.path("name").asString().equals(FEED)) {
                return (ObjectNode) feed;
            }
        }
        throw new IllegalStateException("No feed " + FEED);
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Volume.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Settings of a hub that harvests these agencies from the server; their descriptors are written into the folder. */
    List<String> settings(Path folder, int port, List<Agency> agencies) throws IOException {
        Path descriptors = Files.createDirectories(folder.resolve("connectors"));
        for (Agency agency : agencies) {
            ObjectNode descriptor = descriptor(agency);
            ObjectNode spec = (ObjectNode) descriptor.path("spec");
            ObjectNode feed = feed(descriptor);
            spec.remove(List.of("auth", "tls"));
            spec.putObject("egress").putArray("hosts").add("http://" + HOST);
            spec.putObject("limits")
                    .put("run", "2h")
                    .put("bytes", "100MiB")
                    .put("decodedBytes", "100MiB")
                    .put("pages", 100_000)
                    .put("records", 10_000_000)
                    .put("requestsPerSecond", 1000);
            spec.putArray("feeds").add(feed);
            feed.remove(List.of("incremental", "conditional", "detail", "lookups", "tests"));
            feed.putObject("schedule").put("every", "24h");
            feed.putObject("request").put("method", "GET").put("path", "/agencies/" + agency.id);
            feed.putObject("pagination").put("type", "page").put("parameter", "page");
            Files.write(descriptors.resolve(agency.id + ".yaml"), YAML.writeValueAsBytes(descriptor));
        }
        return List.of(
                "--tjanstenav.connectors.descriptors=file:" + descriptors + "/*.yaml",
                "--tjanstenav.connectors.egress.plain-http-hosts=" + HOST,
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                "--tjanstenav.connectors.egress.connect-to[" + HOST + "]=127.0.0.1:" + port);
    }
}
