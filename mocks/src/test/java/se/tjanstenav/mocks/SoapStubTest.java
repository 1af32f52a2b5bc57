package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.mocks.SoapRequests.BOLAGSVERKET;
import static se.tjanstenav.mocks.SoapRequests.FORSAKRINGSKASSAN;
import static se.tjanstenav.mocks.SoapRequests.addressing;
import static se.tjanstenav.mocks.SoapRequests.digest;
import static se.tjanstenav.mocks.SoapRequests.soap11;
import static se.tjanstenav.mocks.SoapRequests.soap12;

import java.io.IOException;
import java.io.StringReader;
import javax.wsdl.Definition;
import javax.wsdl.WSDLException;
import javax.wsdl.factory.WSDLFactory;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class SoapStubTest {

    private static final String BV_HOST = "ws.bolagsverket.example";
    private static final String BV_PATH = "/tjanstekatalog/v1";
    private static final String FK_HOST = "ws.forsakringskassan.example";
    private static final String FK_PATH = "/services/ServiceCatalogue";

    private static StubAgencies agencies;
    private static StubClient client;
    private static StubClient stranger;

    @BeforeAll
    static void start() {
        agencies = StubAgencies.launch("bolagsverket", "forsakringskassan");
        client = new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"));
        stranger = new StubClient(agencies);
    }

    @AfterAll
    static void stop() {
        client.close();
        stranger.close();
        agencies.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HamtaTjanster, <Tjanst Kod=",
        "HamtaHandlaggningstider, <Handlaggningstid Id=",
        "HamtaAtaganden, <Atagande Id="
    })
    void bolagsverketAnswersEveryOperation(String operation, String record) throws IOException {
        StubClient.Answer answer = bolagsverket(operation, operation + "Begaran");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains(operation + "Svar", record, "<Felsektion", "<ArStubb>true</ArStubb>");
    }

    @Test
    void bolagsverketTellsOfAFailedProducerInsideASuccess() throws IOException {
        StubClient.Answer answer = bolagsverket("HamtaHandlaggningstider", "HamtaHandlaggningstiderBegaran");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<Fel Typ=\"EjKomplettSvar\" Kalla=\"Dataproducent\">");
    }

    @Test
    void bolagsverketWantsAClientCertificate() {
        assertThatThrownBy(() -> stranger.get(BV_HOST, BV_PATH + "?wsdl")).isInstanceOf(IOException.class);
    }

    @Test
    void bolagsverketRefusesWrongActionElementAndVersionAsTheSendersFault() throws IOException {
        assertThat(bolagsverket("HamtaAtaganden", "HamtaTjansterBegaran")).satisfies(SoapStubTest::isClientFault);
        assertThat(bolagsverket("RaderaAllt", "HamtaTjansterBegaran")).satisfies(SoapStubTest::isClientFault);
        assertThat(bolagsverket("HamtaTjanster", "RaderaAllt")).satisfies(SoapStubTest::isClientFault);
        StubClient.Answer soap12 = client.post(
                BV_HOST,
                BV_PATH,
                soap12("", BOLAGSVERKET, "HamtaTjansterBegaran"),
                "Content-Type",
                "application/soap+xml");
        assertThat(soap12.status()).isEqualTo(500);
        assertThat(soap12.body()).contains("VersionMismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "getServices, <serviceCode>FK-VAB",
        "getProcessingTimes, <processingTime id=",
        "getCommitments, <commitment id="
    })
    void forsakringskassanAnswersEveryOperation(String operation, String record) throws IOException {
        StubClient.Answer answer = forsakringskassan(operation, operation, goodDigest());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/soap+xml");
        assertThat(answer.body()).contains(operation + "Response", record, "RelatesTo");
    }

    @Test
    void forsakringskassanRefusesWrongPasswordUserAndPlainText() throws IOException {
        assertRefused(digest("tjanstenav", "wrong"));
        assertRefused(digest("somebody", password()));
        assertRefused(SoapRequests.plainText("tjanstenav", password()));
        assertRefused("");
    }

    @Test
    void forsakringskassanWantsNonceAndCreated() throws IOException {
        assertRefused(SoapRequests.usernameToken("tjanstenav", "Digest", SoapRequests.bareDigest(password()), ""));
    }

    @Test
    void forsakringskassanRefusesAReplay() throws IOException {
        String token = goodDigest();
        assertThat(forsakringskassan("getServices", "getServices", token).status())
                .isEqualTo(200);
        assertRefused(token);
    }

    @Test
    void forsakringskassanWantsAddressingAndTheRightVersion() throws IOException {
        StubClient.Answer unaddressed = post(soap12(goodDigest(), FORSAKRINGSKASSAN, "getServices"));
        assertThat(unaddressed.status()).isEqualTo(500);
        assertThat(unaddressed.body()).contains("Fault").doesNotContain("FK-VAB");
        StubClient.Answer wrongAction = forsakringskassan("getCommitments", "getServices", goodDigest());
        assertThat(wrongAction.body()).contains("Fault", "Sender").doesNotContain("FK-VAB");
        StubClient.Answer soap11 = client.post(
                FK_HOST,
                FK_PATH,
                soap12(addressing(FORSAKRINGSKASSAN + "/getServices") + goodDigest(), FORSAKRINGSKASSAN, "getServices")
                        .replace("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/")
                        .replace("mustUnderstand=\"true\"", "mustUnderstand=\"1\""),
                "Content-Type",
                "text/xml",
                "SOAPAction",
                FORSAKRINGSKASSAN + "/getServices");
        assertThat(soap11.status()).isEqualTo(500);
        assertThat(soap11.body()).contains("VersionMismatch");
    }

    @ParameterizedTest
    @CsvSource({
        BV_HOST + "," + BV_PATH + "," + BOLAGSVERKET + ",Tjanstekatalog",
        FK_HOST + "," + FK_PATH + "," + FORSAKRINGSKASSAN + ",ServiceCatalogue"
    })
    void servesAWsdlWithThreeOperations(String host, String path, String namespace, String service)
            throws IOException, WSDLException {
        StubClient.Answer answer = client.get(host, path + "?wsdl");
        assertThat(answer.status()).isEqualTo(200);
        Definition definition = WSDLFactory.newInstance()
                .newWSDLReader()
                .readWSDL(null, new InputSource(new StringReader(answer.body())));
        assertThat(definition
                        .getService(new QName(namespace, service))
                        .getPort(service + "Port")
                        .getBinding()
                        .getBindingOperations())
                .hasSize(3);
        assertThat(answer.body()).contains("https://" + host);
    }

    @Test
    void knowsOnlyItsOwnPath() throws IOException {
        assertThat(client.get(FK_HOST, "/services/Other").status()).isEqualTo(404);
        assertThat(agencies.unmatched()).containsExactly("forsakringskassan: GET /services/Other");
    }

    private static void isClientFault(StubClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>soap:Client</faultcode>");
    }

    private static void assertRefused(String security) throws IOException {
        StubClient.Answer answer = forsakringskassan("getServices", "getServices", security);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault").doesNotContain("FK-VAB");
    }

    private static String password() {
        return agencies.secrets().getOrDefault("forsakringskassan-password", "");
    }

    private static String goodDigest() {
        return digest("tjanstenav", password());
    }

    private static StubClient.Answer bolagsverket(String action, String element) throws IOException {
        return client.post(
                BV_HOST,
                BV_PATH,
                soap11(BOLAGSVERKET, element),
                "Content-Type",
                "text/xml;charset=utf-8",
                "SOAPAction",
                "\"" + BOLAGSVERKET + "/" + action + "\"");
    }

    private static StubClient.Answer forsakringskassan(String action, String element, String security)
            throws IOException {
        return post(soap12(addressing(FORSAKRINGSKASSAN + "/" + action) + security, FORSAKRINGSKASSAN, element));
    }

    private static StubClient.Answer post(String envelope) throws IOException {
        return client.post(FK_HOST, FK_PATH, envelope, "Content-Type", "application/soap+xml;charset=utf-8");
    }
}
