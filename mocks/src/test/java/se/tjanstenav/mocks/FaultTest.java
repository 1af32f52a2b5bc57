package se.tjanstenav.mocks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every switch, on a REST and on a SOAP agency. */
@Timeout(value = 30, unit = SECONDS)
class FaultTest {

    private static final String SKELLEFTEA = "skelleftea";
    private static final String BOLAGSVERKET = "bolagsverket";

    private StubAgencies agencies;
    private StubClient client;

    @BeforeEach
    void start() {
        agencies = StubAgencies.launch(SKELLEFTEA, BOLAGSVERKET);
        client = new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"));
    }

    @AfterEach
    void stop() {
        client.close();
        agencies.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void answersWrongOnRequestAndRightAgain(String agency) throws IOException {
        agencies.fault(agency, Fault.SERVER_ERROR);
        assertThat(ask(agency).status()).isEqualTo(503);
        agencies.fault(agency, Fault.HTML_PAGE);
        assertThat(ask(agency)).satisfies(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
        });
        agencies.fault(agency, Fault.NO_BODY);
        assertThat(ask(agency)).satisfies(nothing -> {
            assertThat(nothing.status()).isEqualTo(200);
            assertThat(nothing.body()).isEmpty();
        });
        agencies.fault(agency, Fault.NONE);
        assertThat(ask(agency).body()).contains(agency.equals(SKELLEFTEA) ? "SKE-1001" : "BV-AB-REG");
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void sendsDataThatCannotBeParsed(String agency) throws Exception {
        parse(agency, ask(agency).body());
        agencies.fault(agency, Fault.MALFORMED);
        StubClient.Answer answer = ask(agency);
        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(() -> parse(agency, answer.body()))
                .isInstanceOfAny(JacksonException.class, XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void cutsTheConnectionHalfWay(String agency) {
        agencies.fault(agency, Fault.TRUNCATED);
        assertThatThrownBy(() -> ask(agency)).isInstanceOf(ConnectionClosedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void leavesTheRecordsOutButAnswersProperly(String agency) throws Exception {
        agencies.fault(agency, Fault.EMPTY);
        StubClient.Answer answer = ask(agency);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("SKE-1", "BV-AB-REG");
        parse(agency, answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void dripsSlowlyWithoutBlockingShutdown(String agency) {
        agencies.fault(agency, Fault.SLOW_DRIP);
        CompletableFuture<StubClient.Answer> answer = inBackground(agency);
        await().until(() -> agencies.requests(agency) == 1);
        assertThatThrownBy(() -> answer.get(300, MILLISECONDS)).isInstanceOf(TimeoutException.class);
        agencies.stop(agency);
        await().atMost(Duration.ofSeconds(5)).until(answer::isCompletedExceptionally);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void holdsAnswersUntilReleased(String agency) throws Exception {
        agencies.hold(agency);
        CompletableFuture<StubClient.Answer> answer = inBackground(agency);
        await().until(() -> agencies.requests(agency) == 1);
        assertThatThrownBy(() -> answer.get(300, MILLISECONDS)).isInstanceOf(TimeoutException.class);
        agencies.release(agency);
        assertThat(answer.get(10, SECONDS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void closesWhileRequestsAreHeld(String agency) {
        agencies.hold(agency);
        CompletableFuture<StubClient.Answer> answer = inBackground(agency);
        await().until(() -> agencies.requests(agency) == 1);
        agencies.close();
        await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void refusesConnectionsWhileStoppedAndKeepsItsPort(String agency) throws IOException {
        assertThat(ask(agency).status()).isEqualTo(200);
        int port = agencies.agency(agency).port();
        agencies.stop(agency);
        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        socket.getOutputStream().write(0);
                    }
                })
                .isInstanceOf(ConnectException.class);
        agencies.start(agency);
        assertThat(agencies.agency(agency).port()).isEqualTo(port);
        try (StubClient again = new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"))) {
            assertThat(ask(again, agency).status()).isEqualTo(200);
        }
        assertThat(agencies.requests(agency)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {SKELLEFTEA, BOLAGSVERKET})
    void showsARevisedText(String agency) throws IOException {
        boolean rest = agency.equals(SKELLEFTEA);
        String file = rest ? "tjanster.json" : "hamta-tjanster.xml";
        String before = rest ? "Ansök om bygglov" : "Registrera aktiebolag";
        agencies.revise(agency, file, before, "Nytt namn");
        assertThat(ask(agency).body()).contains("Nytt namn").doesNotContain(before);
        assertThatThrownBy(() -> agencies.revise(agency, file, before, "Igen"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file);
    }

    private CompletableFuture<StubClient.Answer> inBackground(String agency) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ask(agency);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private StubClient.Answer ask(String agency) throws IOException {
        return ask(client, agency);
    }

    private static StubClient.Answer ask(StubClient client, String agency) throws IOException {
        return agency.equals(SKELLEFTEA)
                ? client.get("api.skelleftea.example", "/kontaktcenter/v1/tjanster")
                : client.post(
                        "ws.bolagsverket.example",
                        "/tjanstekatalog/v1",
                        SoapRequests.soap11(SoapRequests.BOLAGSVERKET, "HamtaTjansterBegaran"),
                        "Content-Type",
                        "text/xml;charset=utf-8",
                        "SOAPAction",
                        "\"" + SoapRequests.BOLAGSVERKET + "/HamtaTjanster\"");
    }

    private static void parse(String agency, String body) throws XMLStreamException {
        if (agency.equals(SKELLEFTEA)) {
            JsonMapper.builder().build().readTree(body);
        } else {
            StaxUtils.read(new StringReader(body));
        }
    }
}
