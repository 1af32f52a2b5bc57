package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A large catalogue sent whole, to readers who take all of it and to one who does not. */
@ExtendWith(OutputCaptureExtension.class)
class ServiceExportTest {

    private static final String SERVICES = "/catalog/v1/services";
    private static final int MANY = 10_000;
    private static final int PAGE = 1_000;
    private static final FeedId FEED = new FeedId("verket", "services");

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;
    private static HubClient client;

    @BeforeAll
    static void fill() {
        hub = HubUnderTest.alone(folder);
        client = hub.client();
        Agency agency = new Agency(new AgencyId("verket"), LocalizedText.swedish("Verket"));
        hub.bean(Sources.class)
                .register(List.of(new FeedRegistration(
                        FEED, "Verket", FeedKind.SERVICES, agency, List.of(), Duration.ofDays(1))));
        HarvestRun run = hub.bean(Harvests.class).begin(FEED);
        for (int page = 0; page < MANY / PAGE; page++) {
            run.stage(IntStream.range(page * PAGE, (page + 1) * PAGE)
                    .mapToObj(ServiceExportTest::service)
                    .toList());
        }
        run.publish(Completeness.COMPLETE);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private static Contribution service(int number) {
        String name = number == 7 ? "=HYPERLINK(\\\"http://x.example\\\";\\\"Klicka\\\")" : "Tjänst " + number;
        return JsonMapper.shared()
                .readValue(
                        """
                {"externalId": "F%1$d", "service": {"authority": "verket", "code": "F%1$d"},
                 "description": {"name": {"sv": "%2$s"}, "summary": {"sv": "Två rader,\\nmed \\"citat\\""},
                   "audiences": ["%3$s", "child"]}}
                """.formatted(number, name, number % 10 == 0 ? "business" : "privatePerson"),
                        Contribution.class);
    }

    @Test
    void sendsEveryServiceOnALineInOrderOfId() {
        HttpResponse<byte[]> response = client.get(SERVICES, "Accept", "application/x-ndjson");
        List<JsonNode> lines = lines(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(vary(response)).contains("accept", "accept-language");
        assertThat(lines).hasSize(MANY);
        assertThat(lines)
                .extracting(line -> line.path("id").asString())
                .isSorted()
                .doesNotHaveDuplicates();
        JsonNode any = lines.get(MANY / 2);
        assertThat(any).isEqualTo(client.json(SERVICES + "/" + any.path("id").asString()));
    }

    @Test
    void sendsASelectionPackedWhereThatIsAskedFor() throws IOException {
        HttpResponse<byte[]> response = client.get(
                SERVICES + "?audience=business&q=tj%C3%A4nst",
                "Accept",
                "application/x-ndjson",
                "Accept-Encoding",
                "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(vary(response)).contains("accept-encoding");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(lines(unpacked.readAllBytes())).hasSize(MANY / 10).allSatisfy(line -> assertThat(
                            line.at("/audiences/0").asString())
                    .isEqualTo("business"));
        }
    }

    @Test
    void sendsATableThatNoSpreadsheetExecutes() throws IOException {
        HttpResponse<byte[]> response = client.get(SERVICES, "Accept", "text/csv");
        String text = new String(response.body(), StandardCharsets.UTF_8);

        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv")
                .containsIgnoringCase("charset=utf-8");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"services.csv\"");
        assertThat(text).startsWith("id,name,").endsWith("\r\n").doesNotContain(",=", ",\"=");
        List<CSVRecord> rows;
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            rows = parser.getRecords();
        }
        assertThat(rows).hasSize(MANY).extracting(row -> row.get("id")).isSorted();
        assertThat(rows)
                .extracting(row -> row.get("name"))
                .contains("Tjänst 8", "'=HYPERLINK(\"http://x.example\";\"Klicka\")");
        assertThat(rows.get(0).get("summary")).isEqualTo("Två rader,\nmed \"citat\"");
        assertThat(rows.get(0).get("audiences")).endsWith("|child");
        assertThat(rows.get(0).get("agencyName")).isEqualTo("Verket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv"})
    void refusesToSendAPart(String mediaType) {
        HttpResponse<byte[]> refused =
                client.get(SERVICES + "?limit=5&offset=5&sort=name&facets=agency&audience=nobody", "Accept", mediaType);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.json(refused).path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/query/limit", "/query/offset", "/query/sort", "/query/facets", "/query/audience");
        assertThat(client.json(refused).path("detail").asString()).contains("the whole selection");
    }

    @Test
    void givesJsonToWhomeverTakesAnything() {
        for (String accept : List.of("*/*", "application/*", "application/json, text/csv;q=0.5")) {
            assertThat(client.get(SERVICES, "Accept", accept).headers().firstValue("Content-Type"))
                    .hasValue("application/json");
        }
    }

    @Test
    void tellsAllButTheRowsToAHead() {
        HttpResponse<byte[]> head = client.send("HEAD", SERVICES, "Accept", "text/csv");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void goesAtTheReadersPaceAndEndsWhenTheReaderHangsUp(CapturedOutput output) throws IOException {
        Exports exports = hub.bean(Exports.class);
        try (Socket reader = beginToRead()) {
            assertThat(exports.underWay()).isEqualTo(1);
            reader.setSoLinger(true, 0);
        }

        await().untilAsserted(() -> assertThat(exports.underWay()).isZero());
        assertThat(output.getAll()).doesNotContain("Exception", "ERROR", "WARN");
        assertThat(client.get(SERVICES).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOneTooManyWhenToComeAgain() throws IOException {
        List<Socket> readers = new ArrayList<>();
        try {
            while (readers.size() < Exports.AT_ONCE) {
                readers.add(beginToRead());
            }
            HttpResponse<byte[]> refused =
                    client.with("Origin", "https://portal.example").get(SERVICES, "Accept", "text/csv");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().map())
                    .containsEntry("Retry-After", List.of("60"))
                    .containsEntry("Content-Type", List.of("application/problem+json"))
                    .containsEntry("Cache-Control", List.of("no-store"))
                    .containsKeys("Access-Control-Allow-Origin", "traceparent")
                    .doesNotContainKeys("Content-Disposition", "Content-Language");
        } finally {
            for (Socket reader : readers) {
                reader.setSoLinger(true, 0);
                reader.close();
            }
        }
        Exports exports = hub.bean(Exports.class);
        await().untilAsserted(() -> assertThat(exports.underWay()).isZero());
    }

    @Test
    void breaksOffRatherThanPassPartForAll() throws IOException {
        JdbcClient store = JdbcClient.create(hub.bean(DataSource.class));
        byte[] rest;
        try (Socket reader = beginToRead()) {
            store.sql("alter table service rename to service_away").update();
            rest = reader.getInputStream().readAllBytes();
        } finally {
            store.sql("alter table service_away rename to service").update();
        }

        assertThat(new String(rest, StandardCharsets.UTF_8))
                .contains("Transfer-Encoding: chunked")
                .doesNotEndWith("0\r\n\r\n")
                .doesNotContain("hub-failure");
    }

    /** Has got the first bytes, and takes no more for now than fits between the two. */
    private static Socket beginToRead() throws IOException {
        Socket reader = new Socket();
        reader.setReceiveBufferSize(8 * 1024);
        reader.setSoTimeout(60_000);
        reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port()));
        reader.getOutputStream()
                .write(("GET " + SERVICES + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Accept: application/x-ndjson\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(reader.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 \r\n");
        return reader;
    }

    private static List<String> vary(HttpResponse<byte[]> response) {
        String names = String.join(",", response.headers().allValues("Vary"));
        return Stream.of(names.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
    }

    private static List<JsonNode> lines(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
