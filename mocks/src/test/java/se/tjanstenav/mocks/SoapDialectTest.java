package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.tjanstenav.mocks.identity.ClientKeys;

/** Signed messages and old encodings, on agencies made for them. */
class SoapDialectTest {

    private static StubAgencies agencies;
    private static StubClient client;

    @BeforeAll
    static void start() {
        agencies = StubAgencies.builder().folders("probe-signed", "probe-latin").start();
        client = new StubClient(agencies);
    }

    @AfterAll
    static void stop() {
        client.close();
        agencies.close();
    }

    @Test
    void sendsAndDeclaresTheAgencysEncoding() throws IOException {
        StubClient.Answer answer = latin("List");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/xml;charset=ISO-8859-1");
        String body = new String(answer.bytes(), ISO_8859_1);
        assertThat(body).startsWith("<?xml").containsPattern("^<\\?xml[^>]+encoding=['\"]ISO-8859-1['\"]");
        assertThat(body).contains("Åtgärd på gård &#").contains("värde");
    }

    @Test
    void sendsFaultsInTheAgencysEncodingToo() throws IOException {
        StubClient.Answer answer = latin("Radera");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).containsIgnoringCase("charset=ISO-8859-1");
    }

    @Test
    void answersAMessageSignedOverBodyAndTimestamp() throws IOException {
        StubClient.Answer answer = signed(sign(identity(), Set.of("Body", "Timestamp")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("S-1");
    }

    @Test
    void refusesAMessageThatIsNotSigned() throws IOException {
        assertRefused(SoapRequests.soap12("", "urn:signed", "List"));
    }

    @Test
    void refusesASignatureThatLeavesBodyOrTimestampOpen() throws IOException {
        assertRefused(sign(identity(), Set.of("Timestamp")));
        assertRefused(sign(identity(), Set.of("Body")));
    }

    @Test
    void refusesASignerOfAnotherAuthority() throws IOException {
        assertRefused(sign(ClientKeys.strangersPem(), Set.of("Body", "Timestamp")));
    }

    @Test
    void refusesABodyThatWasChangedAfterwards() throws IOException {
        String message = sign(identity(), Set.of("Body", "Timestamp"));
        assertThat(message).contains("<List xmlns=\"urn:signed\"/>");
        assertRefused(message.replace("<List xmlns=\"urn:signed\"/>", "<List xmlns=\"urn:signed\">mer</List>"));
    }

    @Test
    void refusesAMessageSentTwice() throws IOException {
        String message = sign(identity(), Set.of("Body", "Timestamp"));
        assertThat(signed(message).status()).isEqualTo(200);
        assertRefused(message);
    }

    private static void assertRefused(String message) throws IOException {
        StubClient.Answer answer = signed(message);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault").doesNotContain("S-1");
    }

    private static String sign(String signer, Set<String> parts) {
        return SignedRequests.sign(SoapRequests.soap12("", "urn:signed", "List"), signer, parts);
    }

    private static String identity() {
        return agencies.secrets().getOrDefault("probe-signed-signing-certificate", "");
    }

    private static StubClient.Answer signed(String message) throws IOException {
        return client.post(
                "ws.signed.example", "/catalogue", message, "Content-Type", "application/soap+xml;charset=utf-8");
    }

    private static StubClient.Answer latin(String element) throws IOException {
        return client.post(
                "ws.latin.example",
                "/catalogue",
                SoapRequests.soap11("urn:latin", element),
                "Content-Type",
                "text/xml;charset=utf-8",
                "SOAPAction",
                "\"urn:latin/List\"");
    }
}
