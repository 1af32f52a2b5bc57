package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.junit.AgencyStubs;
import se.tjanstenav.mocks.junit.StubFault;
import se.tjanstenav.mocks.record.StubRecorderMain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorder against stub agencies, over their HTTPS, with secrets and personal numbers planted in their data. */
@AgencyStubs({"skelleftea", "forsakringskassan"})
class StubRecorderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICES = "https://api.skelleftea.example/kontaktcenter/v1/tjanster";
    private static final String COMMITMENTS = "https://api.skelleftea.example/kontaktcenter/v1/tjanstegarantier";
    private static final List<String> PLANTED = List.of(
            "sommar2026",
            "abc-nyckel-1",
            "anna.berg",
            "0701234567",
            "811218",
            "701063",
            "2391",
            "eyJhbGciOi",
            "s3cr3t-query");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StubAgencies agencies;

    @TempDir
    private Path folder;

    StubRecorderTest(StubAgencies agencies) {
        this.agencies = agencies;
    }

    @BeforeEach
    void trust() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), agencies.certificateAuthority());
    }

    @Test
    void writesNoPlantedSecretOrPersonalNumberToAnyFile() throws IOException {
        plant();
        int code = record(
                "api.skelleftea.example",
                SERVICES + "?limit=50&api_key=s3cr3t-query&sprak=sv",
                "--header",
                "X-Api-Key: abc-nyckel-1",
                "--header",
                "@" + Files.writeString(folder.resolve("headers"), "Cookie: session=sommar2026\n"));
        assertThat(code).as(said.toString(UTF_8)).isZero();
        List<Path> files = files();
        assertThat(files)
                .extracting(file -> recorded().relativize(file).toString())
                .containsExactlyInAnyOrder("agency.json", "tjanster.json", "mappings/tjanster.json");
        for (Path file : files) {
            assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain(PLANTED);
        }
        assertThat(said.toString(UTF_8)).doesNotContain(PLANTED);
        JsonNode first = json("tjanster.json").path(0);
        assertThat(first.path("losenord").asString()).isEqualTo("masked");
        assertThat(first.at("/handlaggare/epost").asString()).isEqualTo("namn.namnsson@person.example");
        assertThat(first.path("pnr").asLong()).isEqualTo(191212121212L);
        assertThat(first.path("anteckning").asString()).isEqualTo("Gäller 121212-1212 och 121272-1219");
    }

    @Test
    void describesTheDialectForTheStubsEngine() throws IOException {
        assertThat(record(
                        "api.skelleftea.example",
                        COMMITMENTS + "?limit=50&sprak=sv",
                        "--header",
                        "X-Api-Key: abc-nyckel-1"))
                .as(said.toString(UTF_8))
                .isZero();
        JsonNode agency = json("agency.json");
        assertThat(agency.path("id").asString()).isEqualTo("recorded");
        assertThat(agency.path("host").asString()).isEqualTo("api.skelleftea.example");
        assertThat(agency.at("/apiKey/header").asString()).isEqualTo("X-Api-Key");
        JsonNode mapping = json("mappings/tjanstegarantier.json");
        assertThat(mapping.at("/request/urlPath").asString()).isEqualTo("/kontaktcenter/v1/tjanstegarantier");
        assertThat(mapping.at("/request/queryParameters/sprak/equalTo").asString())
                .isEqualTo("sv");
        assertThat(mapping.at("/request/queryParameters")).hasSize(1);
        JsonNode parameters = mapping.at("/response/transformerParameters");
        assertThat(parameters.path("file").asString()).isEqualTo("tjanstegarantier.json");
        assertThat(parameters.path("id").asString()).isEqualTo("/garanti_id");
        assertThat(parameters.path("paging").asString()).isEqualTo("NONE");
        assertThat(parameters.path("envelope").asString()).contains("\"data\":[{{records}}]", "\"limit\":50");
        assertThat(json("tjanstegarantier.json"))
                .isEqualTo(served(COMMITMENTS + "?limit=50").path("data"));
    }

    @Test
    void takesMoreFeedsIntoTheSameFolderButNothingTwice() throws IOException {
        assertThat(record("api.skelleftea.example", SERVICES)).isZero();
        assertThat(record("api.skelleftea.example", COMMITMENTS)).isZero();
        List<Path> before = files();
        assertThat(before).hasSize(5);
        assertThat(record("api.skelleftea.example", SERVICES)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("is there already; move it away");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void recordsTheAnswerToASoapRequest() throws IOException {
        String namespace = "urn:forsakringskassan.example:servicecatalogue:1";
        String token = SoapRequests.digest(
                "tjanstenav", Objects.requireNonNull(agencies.secrets().get("forsakringskassan-password")));
        Path body = Files.writeString(
                folder.resolve("request.xml"),
                SoapRequests.soap12(
                        SoapRequests.addressing(namespace + "/getServices") + token, namespace, "getServices"));
        int code = record(
                "ws.forsakringskassan.example",
                "https://ws.forsakringskassan.example/services/ServiceCatalogue",
                "--body",
                body.toString());
        assertThat(code).as(said.toString(UTF_8)).isZero();
        assertThat(Files.readString(recorded().resolve("get-services.xml")))
                .contains("<serviceCode>FK-VAB", "Envelope");
        JsonNode mapping = json("mappings/get-services.json");
        assertThat(mapping.at("/request/method").asString()).isEqualTo("POST");
        assertThat(mapping.at("/request/bodyPatterns/0/matchesXPath").asString())
                .contains("local-name()='getServices'");
        assertThat(mapping.at("/response/transformerParameters/records").asString())
                .isEqualTo("services");
    }

    @Test
    @StubFault(agency = "skelleftea", fault = Fault.MALFORMED)
    void writesNothingWhenItCannotReadTheAnswer() throws IOException {
        assertThat(record("api.skelleftea.example", SERVICES)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("Not recorded: The JSON cannot be read");
        assertThat(recorded()).doesNotExist();
    }

    @Test
    @StubFault(agency = "skelleftea", fault = Fault.SERVER_ERROR)
    void saysWhatTheEndpointAnswered() throws IOException {
        assertThat(record("api.skelleftea.example", SERVICES)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("answers 503, not 200");
        assertThat(recorded()).doesNotExist();
    }

    @Test
    void explainsItselfWhenAskedWrongly() {
        for (String[] wrong : List.<String[]>of(
                new String[] {},
                new String[] {"http://plain.example/x", "folder"},
                new String[] {SERVICES, "folder", "--pages", "many"},
                new String[] {SERVICES, "Bad Name"},
                new String[] {SERVICES, "folder", "--flood"})) {
            said.reset();
            assertThat(StubRecorderMain.run(new PrintStream(said, true, UTF_8), wrong))
                    .isEqualTo(2);
            assertThat(said.toString(UTF_8)).contains("--connect-to host:port");
        }
    }

    private void plant() {
        String text = Agency.text("skelleftea/tjanster.json");
        int start = text.indexOf("\"artikel_id\"");
        String first = text.substring(start, text.indexOf(',', start) + 1);
        agencies.revise("skelleftea", "tjanster.json", first, first + """
                "losenord": "sommar2026", "nyckel": {"token": ["abc-nyckel-1"]}, "pnr": 198112189876,
                "handlaggare": {"epost": "anna.berg@kommun.example", "telefon": "0701234567"},
                "anteckning": "Gäller 811218-9876 och 701063-2391", "\\u0038112189876": "\\u0038112189876",
                "lank": "https://a.example/?access_token=sommar2026", "eko": "abc-nyckel-1 eyJhbGciOi.eyJzdWIi.x",
                """);
    }

    private int record(String host, String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of(url, recorded().toString()));
        arguments.addAll(List.of("--trust", folder.resolve("ca.pem").toString()));
        arguments.addAll(List.of(
                "--connect-to",
                "127.0.0.1:"
                        + Objects.requireNonNull(agencies.addresses().get(host)).getPort()));
        arguments.addAll(List.of(more));
        return StubRecorderMain.run(new PrintStream(said, true, UTF_8), arguments.toArray(String[]::new));
    }

    private Path recorded() {
        return folder.resolve("recorded");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(recorded())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private JsonNode json(String file) {
        return JSON.readTree(recorded().resolve(file));
    }

    private JsonNode served(String url) throws IOException {
        try (StubClient client = new StubClient(agencies)) {
            return JSON.readTree(client.get("api.skelleftea.example", url.substring(url.indexOf("/kontakt")))
                    .body());
        }
    }
}
