package se.tjanstenav.mocks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the wire carries when an answer is spoiled, for a REST and a SOAP agency alike. */
@Timeout(value = 60, unit = SECONDS)
class AnswerFaultTest {

    private static final int MUCH = 24 << 20;

    private StubAgencies agencies;
    private StubClient client;

    @BeforeEach
    void start() {
        agencies = StubAgencies.launch("skelleftea", "bolagsverket");
        client = new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"));
    }

    @AfterEach
    void stop() {
        client.close();
        agencies.close();
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void resetsTheConnection(Asked asked) {
        agencies.fault(asked.agency, Fault.CONNECTION_RESET);
        assertThatThrownBy(() -> asked.ask(client))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reset");
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void refusesEveryOtherRequestAsTooMany(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.RATE_LIMITED);
        assertThat(asked.ask(client)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        });
        assertThat(asked.ask(client).status()).isEqualTo(200);
        assertThat(asked.ask(client).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void redirectsIntoAPrivateNetwork(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.REDIRECT);
        assertThat(asked.ask(client)).satisfies(redirect -> {
            assertThat(redirect.status()).isEqualTo(302);
            assertThat(redirect.header("Location")).startsWith("https://10.");
        });
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void refusesCredentials(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.EXPIRED_TOKEN);
        assertThat(asked.ask(client).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void declaresAnotherContentType(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.WRONG_CONTENT_TYPE);
        assertThat(asked.ask(client)).satisfies(answer -> {
            assertThat(answer.header("Content-Type")).isEqualTo("image/png");
            assertThat(answer.body()).contains(asked.code);
        });
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void blamesTheCaller(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.CLIENT_FAULT);
        assertThat(asked.ask(client)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(asked == Asked.REST ? 400 : 500);
            assertThat(answer.body()).contains(asked == Asked.REST ? "\"error\"" : ":Client</faultcode>");
        });
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void wrapsItsOwnErrorInSuccess(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.ERROR_IN_SUCCESS);
        assertThat(asked.ask(client)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(asked == Asked.REST ? "\"error\"" : ":Server</faultcode>");
        });
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void breaksTheEncoding(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.INVALID_UTF8);
        byte[] body = client.exchange(asked.request(client), InputStream::readAllBytes);
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))
                .isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void packsTwoGibibytesIntoTwoMebibytes(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.GZIP_BOMB);
        byte[] unpacked = client.exchange(asked.request(client), body -> new GZIPInputStream(body).readNBytes(MUCH));
        assertThat(unpacked).hasSize(MUCH);
        byte[] packed = client.exchange(asked.request(client), InputStream::readAllBytes);
        assertThat(packed).hasSizeLessThan(8 << 20);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void neverComesToAnEnd(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.ENDLESS_BODY);
        byte[] read = client.exchange(asked.request(client), body -> body.readNBytes(MUCH));
        assertThat(read).hasSize(MUCH);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void sendsHostileXml(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.DOCTYPE);
        assertThat(asked.ask(client).body()).contains("<!DOCTYPE t SYSTEM");
        agencies.fault(asked.agency, Fault.ENTITY_BOMB);
        assertThat(asked.ask(client).body()).contains("<!ENTITY e9 ", "&e9;</");
        agencies.fault(asked.agency, Fault.XINCLUDE);
        assertThat(asked.ask(client).body()).contains("<xi:include ").doesNotContain("DOCTYPE");
    }
}
