package se.tjanstenav.mocks;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.mocks.identity.ServerCertificate;
import se.tjanstenav.mocks.identity.StubKeys;
import se.tjanstenav.mocks.record.StubRecorderMain;
import tools.jackson.databind.json.JsonMapper;

/** What any endpoint answers, recorded over HTTPS and served again as a stub agency. */
class RecordedFolderTest {

    private static final String HOST = "api.somewhere.example";
    private static final String SOAP = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<soap:Body>%s</soap:Body></soap:Envelope>";

    private final StubKeys keys = new StubKeys(null);
    private final WireMockServer endpoint = new WireMockServer(wireMockConfig()
            .bindAddress("127.0.0.1")
            .httpDisabled(true)
            .dynamicHttpsPort()
            .keystoreType("PKCS12")
            .keystorePath(keys.serverKeyStoreFile(HOST, ServerCertificate.GOOD).toString())
            .keystorePassword(keys.password())
            .keyManagerPassword(keys.password()));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        endpoint.start();
        Files.writeString(folder.resolve("ca.pem"), keys.authorityPem());
    }

    @AfterEach
    void stop() {
        endpoint.stop();
        keys.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | [{\"kod\":\"A\",\"namn\":\"Å\"},{\"kod\":\"B\",\"namn\":\"Ö\"}]",
                "application/json | {\"meta\":{\"total\":2},\"data\":[{\"kod\":\"A\"},{\"kod\":\"B\"}],\"slut\":{\"a\":{\"b\":1}}}",
                "application/json | {\"ett\":1,\"lista\":[1,2]}",
                "application/xml | <Svar xmlns=\"urn:x\"><Lista><T Kod=\"A\">Å</T><T Kod=\"B\"/></Lista></Svar>",
                "application/xml | <Svar><Bara>ett</Bara></Svar>",
                "text/csv | kod;namn~A;\"Å; och mer\"~B;Ö~",
                "text/plain | bara text"
            })
    void servesAgainWhatItRecorded(String type, String body) throws IOException {
        String text = body.replace("~", "\n");
        endpoint.stubFor(any(anyUrl())
                .willReturn(ok(text).withHeader("Content-Type", type).withHeader("Set-Cookie", "sid=1234567")));
        record("https://" + HOST + "/v1/lista");
        try (StubAgencies agencies = serve();
                StubClient client = new StubClient(agencies)) {
            StubClient.Answer answer = client.get(HOST, "/v1/lista");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith(type);
            assertThat(answer.header("Set-Cookie")).isEmpty();
            if (type.contains("json")) {
                JsonMapper json = JsonMapper.builder().build();
                assertThat(json.readTree(answer.body())).isEqualTo(json.readTree(text));
            } else {
                assertThat(answer.body().replaceFirst("<\\?xml.*\\?>\\s*", "").strip())
                        .isEqualTo(text.strip());
            }
            assertThat(client.get(HOST, "/v1/annat").status()).isEqualTo(404);
        }
    }

    @Test
    void servesAgainTheAnswerToASoapRequest() throws IOException {
        String answer = SOAP.formatted("<Svar><Tjanster><T><Kod>A</Kod></T><T><Kod>B</Kod></T></Tjanster>"
                + "<Password>sommar2026</Password></Svar>");
        endpoint.stubFor(any(anyUrl()).willReturn(ok(answer).withHeader("Content-Type", "text/xml;charset=utf-8")));
        String request = SOAP.formatted("<HamtaTjanster xmlns=\"urn:x\"/>");
        Path body = Files.writeString(folder.resolve("request.xml"), request);
        record("https://" + HOST + "/ws", "--soap-action", "urn:x/HamtaTjanster", "--body", body.toString());
        assertThat(endpoint.findAll(postRequestedFor(anyUrl())))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getHeader("SOAPAction")).isEqualTo("\"urn:x/HamtaTjanster\""));
        try (StubAgencies agencies = serve();
                StubClient client = new StubClient(agencies)) {
            StubClient.Answer again = client.post(HOST, "/ws", request, "Content-Type", "text/xml;charset=utf-8");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).contains("<T><Kod>A</Kod></T><T><Kod>B</Kod></T>", "<Password>masked</Password>");
            assertThat(client.post(HOST, "/ws", SOAP.formatted("<Annat/>"), "Content-Type", "text/xml")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void followsLinksToTheWantedNumberOfPagesAndOnlyOnTheSameServer() throws IOException {
        for (int page = 1; page <= 3; page++) {
            endpoint.stubFor(get("/v1/lista?sida=" + page + "&antal=2")
                    .willReturn(ok("{\"total\":6,\"sida\":" + page + ",\"poster\":[{\"kod\":\"" + page
                                    + "a\"},{\"kod\":\"" + page + "b\"}]}")
                            .withHeader("Content-Type", "application/json")
                            .withHeader(
                                    "Link",
                                    page == 3
                                            ? "<https://evil.example/>; rel=\"next\""
                                            : "</v1/lista?sida=" + (page + 1) + "&antal=2>; rel=\"next\"")));
        }
        record("https://" + HOST + "/v1/lista?sida=1&antal=2", "--pages", "2");
        assertThat(Files.readString(recorded().resolve("lista.json")))
                .contains("1a", "1b", "2a", "2b")
                .doesNotContain("3a");
        var parameters = JsonMapper.builder()
                .build()
                .readTree(recorded().resolve("mappings/lista.json"))
                .at("/response/transformerParameters");
        assertThat(parameters.path("paging").asString()).isEqualTo("LINK");
        assertThat(parameters.path("parameter").asString()).isEqualTo("sida");
        assertThat(parameters.path("sizeParameter").asString()).isEqualTo("antal");
        assertThat(parameters.path("size").asInt()).isEqualTo(2);
        assertThat(parameters.path("first").asInt()).isEqualTo(1);
        assertThat(parameters.path("envelope").asString())
                .isEqualTo("{\"total\":{{total}},\"sida\":{{page}},\"poster\":[{{records}}]}");
        try (StubAgencies agencies = serve();
                StubClient client = new StubClient(agencies)) {
            StubClient.Answer answer = client.get(HOST, "/v1/lista?sida=2&antal=2");
            assertThat(answer.body())
                    .isEqualToIgnoringWhitespace(
                            "{\"total\":4,\"sida\":2,\"poster\":[{\"kod\":\"2a\"},{\"kod\":\"2b\"}]}");
            assertThat(client.get(HOST, "/v1/lista").header("Link")).contains("sida=2");
        }
        assertThat(run("https://" + HOST + "/v1/lista?sida=1&antal=2", folder.resolve("more"), "--pages", "9"))
                .contains("on another server, https://evil.example; record with --pages 3");
    }

    @Test
    void refusesAFolderThatCannotBeServed() throws IOException {
        endpoint.stubFor(any(anyUrl()).willReturn(ok("[{\"a\":1}]").withHeader("Content-Type", "application/json")));
        run("https://" + HOST + "/v1/lista", folder.resolve("skelleftea"));
        assertThatThrownBy(() -> StubAgencies.builder()
                        .agencies("skelleftea")
                        .folderOfAgency(folder.resolve("skelleftea"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an id of its own");
        assertThatThrownBy(() -> StubAgencies.builder()
                        .agencies("skelleftea")
                        .folderOfAgency(folder)
                        .start())
                .hasMessageContaining("agency.json");
    }

    private StubAgencies serve() {
        return StubAgencies.builder()
                .agencies("skelleftea")
                .folderOfAgency(recorded())
                .start();
    }

    private void record(String url, String... more) {
        assertThat(run(url, recorded(), more)).contains("wrote");
    }

    private String run(String url, Path target, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {
                    url,
                    target.toString(),
                    "--trust",
                    folder.resolve("ca.pem").toString(),
                    "--connect-to",
                    "127.0.0.1:" + endpoint.httpsPort()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        StubRecorderMain.run(new PrintStream(said, true, UTF_8), all);
        return said.toString(UTF_8);
    }

    private Path recorded() {
        return folder.resolve("somewhere");
    }
}
