package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.web.AdminServer;
import se.tjanstenav.mocks.web.AgencyStatus;
import se.tjanstenav.mocks.web.StatusTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminServerTest {

    private static final Map<String, String> BROWSER = Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static StubAgencies agencies;
    private static AdminServer admin;

    @BeforeAll
    static void start() throws Exception {
        agencies = StubAgencies.launch("skatteverket", "skelleftea", "bolagsverket");
        admin = new AdminServer(agencies.all(), Path.of("data", "<stubs>"), 0);
    }

    @AfterAll
    static void stop() {
        admin.close();
        agencies.close();
    }

    @AfterEach
    void calm() {
        agencies.calm();
    }

    @Test
    void stopsAndStartsAnAgency() throws Exception {
        assertThat(post("/agencies/skelleftea/stop").body()).containsPattern("skelleftea +stopped");
        assertThat(agencies.running("skelleftea")).isFalse();
        assertThat(agencies.running("skatteverket")).isTrue();
        assertThat(post("/agencies/skelleftea/start").statusCode()).isEqualTo(200);
        assertThat(agencies.running("skelleftea")).isTrue();
    }

    @Test
    void switchesFaultsAndListsThem() throws Exception {
        assertThat(post("/agencies/skatteverket/fault/slow-drip").statusCode()).isEqualTo(200);
        assertThat(get("/", Map.of()).body()).containsPattern("skatteverket +running +fault SLOW_DRIP");
        assertThat(post("/agencies/skatteverket/fault/none").body())
                .containsPattern("skatteverket +running +fault NONE");
    }

    @Test
    void switchesScenariosAndVolumesAndListsThem() throws Exception {
        assertThat(post("/agencies/skatteverket/scenario/slow-day").body())
                .containsPattern("skatteverket +running +fault NONE +scenario SLOW_DAY");
        assertThat(post("/agencies/skatteverket/volume/services.json/5000").body())
                .containsPattern("skatteverket .*volume \\{services.json=5000}");
        assertThat(post("/agencies/skatteverket/volume/services.json/0").body()).doesNotContain("volume {");
        assertThat(post("/agencies/skelleftea/hold").body()).containsPattern("skelleftea +running +held");
    }

    @Test
    void namesThatDoNotExistAreAnsweredWithThoseThatDo() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                        "fault/flood", "No fault flood; there are [NONE, SERVER_ERROR,",
                        "scenario/flood", "No scenario flood; there are [USUAL, RECOVERING,",
                        "volume/flood/5", "No data file flood at skelleftea; there are [handlaggningstider.json,",
                        "volume/tjanster.json/many", "A volume is a number of records")
                .entrySet()) {
            HttpResponse<String> answer = post("/agencies/skelleftea/" + wrong.getKey());
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(404);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        assertThat(post("/agencies/skelleftea/volume/tjanster.json").statusCode())
                .isEqualTo(404);
        assertThat(post("/agencies/skelleftea/volume/tjanster.json/5/6").statusCode())
                .isEqualTo(404);
    }

    @Test
    void formsSetScenarioAndVolumeAndThePageShowsBoth() throws Exception {
        String own = "http://127.0.0.1:" + admin.port();
        assertThat(form("scenario", "scenario=CHANGES", own).statusCode()).isEqualTo(303);
        assertThat(form("volume", "file=tjanster.json&records=70", own).statusCode())
                .isEqualTo(303);
        assertThat(form("hold", "", own).statusCode()).isEqualTo(303);
        assertThat(get("/?lang=en&changed=skelleftea", BROWSER).body())
                .contains(
                        "Scenario: CHANGES",
                        "Volume of: tjanster.json 70",
                        "requests held</span>",
                        "requests held, Scenario CHANGES, tjanster.json: 70.</p>",
                        "action=\"/agencies/skelleftea/release?lang=en\"",
                        "<option>handlaggningstider.json</option>");
    }

    @Test
    void tellsWhatItKnowsWhenAskedForSomethingElse() throws Exception {
        assertThat(post("/agencies/nobody/stop").statusCode()).isEqualTo(404);
        assertThat(post("/agencies/skelleftea/fault/flood").statusCode()).isEqualTo(404);
        assertThat(post("/agencies/skelleftea/fault").statusCode()).isEqualTo(404);
        assertThat(post("/agencies/skelleftea/dance").body()).contains("stop | start");
        assertThat(get("/agencies/skelleftea/stop", Map.of()).statusCode()).isEqualTo(405);
    }

    @Test
    void tellsProgramsInJsonHowToCallAnAgency() throws Exception {
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(get("/", Map.of("Accept", "application/json")).body())
                .path("agencies");
        assertThat(all).hasSize(3);
        JsonNode first = all.path(0);
        assertThat(first.path("url").asString()).isEqualTo("https://api.skatteverket.example/v2/services");
        assertThat(first.path("tokenUrl").asString()).endsWith("/oauth2/token");
        assertThat(first.path("protection").asString()).isEqualTo("oauth2");
        assertThat(first.path("secretFile").asString()).endsWith("skatteverket-oauth");
        assertThat(first.path("port").asInt()).isPositive();
        assertThat(all.toString()).doesNotContain(agencies.secrets().values());
    }

    @Test
    void showsThePageInTheReadersLanguageWithEveryAgencyAndItsState() throws Exception {
        agencies.fault("skelleftea", Fault.TRUNCATED);
        agencies.stop("skatteverket");
        HttpResponse<String> page = get("/?lang=sv&changed=skatteverket", BROWSER);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body())
                .contains("<html lang=\"sv\">", "Stubbmyndigheter", "Skellefteå kommun", "Fel: TRUNCATED")
                .contains("<p role=\"status\">Skatteverket: stoppad.</p>")
                .contains("action=\"/agencies/skatteverket/start?lang=sv\"", "/agencies/bolagsverket/wsdl")
                .doesNotContain("http://", "<script", "<img", "{{");
        assertThat(get("/", Map.of("Accept", "text/html", "Accept-Language", "en-GB, sv;q=0.3"))
                        .body())
                .contains("<html lang=\"en\">", "Stub agencies");
        assertThat(get("/?changed=%3Cb%3E", Map.of("Accept", "text/html", "Accept-Language", "?;;"))
                        .body())
                .contains("<html lang=\"en\">")
                .doesNotContain("<b>", "role=\"status\"");
    }

    @Test
    void escapesWhatItShows() throws Exception {
        assertThat(get("/", BROWSER).body()).contains("&lt;stubs&gt;").doesNotContain("<stubs>");
    }

    @Test
    void pageHasEveryTextInBothLanguages() throws Exception {
        for (String language : new String[] {"sv", "en"}) {
            assertThat(get("/?lang=" + language, BROWSER).body())
                    .doesNotContain(
                            "<dt></dt>", "<button aria-describedby=\"skatteverket\"></button>", "><code></code>");
        }
        assertThat(Agency.text("web/index-sv.properties").lines().map(line -> line.split(" = ")[0]))
                .containsExactlyElementsOf(Agency.text("web/index-en.properties")
                        .lines()
                        .map(line -> line.split(" = ")[0])
                        .toList());
    }

    @Test
    void aFormSetsAFaultAndLeadsBackToThePage() throws Exception {
        HttpResponse<String> answer = form("fault=HTML_PAGE", "http://127.0.0.1:" + admin.port());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/?lang=en&changed=skelleftea");
        assertThat(agencies.agency("skelleftea").gate().fault()).isEqualTo(Fault.HTML_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"})
    void refusesFormsOfOtherPages(String origin) throws Exception {
        assertThat(form("fault=HTML_PAGE", origin).statusCode()).isEqualTo(403);
        assertThat(agencies.agency("skelleftea").gate().fault()).isEqualTo(Fault.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "localhost@evil.example", ""})
    void servesOnlyUnderALoopbackName(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("skatteverket");
        assertThat(raw("POST /agencies/skelleftea/stop HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(agencies.running("skelleftea")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9440", "[::1]:9440", "LOCALHOST"})
    void servesUnderEveryLoopbackName(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesAFormThatIsTooLarge() throws Exception {
        assertThat(form("fault=" + "x".repeat(5000), "http://127.0.0.1:" + admin.port())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void servesTheWsdlOfSoapAgenciesOnly() throws Exception {
        assertThat(get("/agencies/bolagsverket/wsdl", BROWSER).body()).contains("<wsdl:definitions");
        assertThat(get("/agencies/skatteverket/wsdl", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get("/agencies/..%2Fbolagsverket/wsdl", BROWSER).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void tableTellsHowToReachEveryAgency() {
        String table = StatusTable.of(AgencyStatus.all(agencies.all(), Path.of("keys")));
        assertThat(table)
                .contains("keys/ca.pem", "https://ws.bolagsverket.example/tjanstekatalog/v1?wsdl")
                .containsPattern(
                        "skatteverket +\\d+ +OAuth2 client credentials +tjanstenav +skatteverket-oauth +https://")
                .containsPattern("bolagsverket +\\d+ +mutual TLS +bolagsverket-client-certificate +https://")
                .doesNotContain(agencies.secrets().values());
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() -> new AdminServer(agencies.all(), Path.of("keys"), admin.port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + admin.port());
    }

    private static HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        headers.forEach(request::setHeader);
        return send(request);
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> form(String body, String origin) throws Exception {
        return form("fault", body, origin);
    }

    private static HttpResponse<String> form(String command, String body, String origin) throws Exception {
        return send(HttpRequest.newBuilder(uri("/agencies/skelleftea/" + command + "?lang=en"))
                .setHeader("Accept", "text/html")
                .setHeader("Content-Type", FORM)
                .setHeader("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + admin.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a client may say that the JDK's would not. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), admin.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
