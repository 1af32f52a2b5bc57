package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.StubAgencies;

/** What lets the hub in, against stubs that check it. */
class AuthenticationTest {

    private final AtomicReference<Instant> agencyTime = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final InstantSource agencyClock = agencyTime::get;

    @TempDir
    private Path directory;

    private StubAgencies stubs;

    @BeforeEach
    void launch() {
        Clock clock = agencyClock.withZone(ZoneOffset.UTC);
        stubs = StubAgencies.builder()
                .agencies("skatteverket", "bolagsverket", "forsakringskassan")
                .clock(clock)
                .start();
    }

    @AfterEach
    void stop() {
        stubs.close();
    }

    @Test
    void fetchesANewTokenWhenTheAgencyNoLongerTakesTheOldOne() {
        try (TestHub hub = hub(stubs.secrets())) {
            Feed feed = hub.feed("skatteverket/services");
            assertThat(TestHub.readAll(feed)).hasSize(10);
            agencyTime.updateAndGet(now -> now.plus(Duration.ofMinutes(5)));
            assertThat(TestHub.readAll(feed)).hasSize(10);
        }
    }

    @Test
    void usesOneTokenForManyRequests() {
        try (TestHub hub = hub(stubs.secrets())) {
            TestHub.readAll(hub.feed("skatteverket/services"));
            int before = stubs.requests("skatteverket");
            TestHub.readAll(hub.feed("skatteverket/services"));
            assertThat(stubs.requests("skatteverket") - before).isEqualTo(3);
        }
    }

    @Test
    void tellsThatTheClientSecretIsWrong() {
        try (TestHub hub = hub(with("skatteverket-oauth", "wrong-secret"))) {
            assertFault(hub, "skatteverket/services", "AUTH");
        }
    }

    @Test
    void tellsThatTheSoapPasswordIsWrong() {
        try (TestHub hub = hub(with("forsakringskassan-password", "wrong-secret"))) {
            assertFault(hub, "forsakringskassan/services", "AUTH", "SOAP_FAULT");
        }
    }

    @Test
    void tellsThatTheClientCertificateCannotBeUsed() {
        try (TestHub hub = hub(with("bolagsverket-client-certificate", "no certificate at all"))) {
            assertFault(hub, "bolagsverket/services", "TLS");
        }
    }

    @Test
    void takesAMendedClientSecretAndCertificateWithoutARestart() throws IOException {
        Map<String, String> wrong = with("skatteverket-oauth", "wrong-secret");
        wrong.put("bolagsverket-client-certificate", "no certificate at all");
        try (TestHub hub = hub(wrong)) {
            assertFault(hub, "skatteverket/services", "AUTH");
            assertFault(hub, "bolagsverket/services", "TLS");
            mend("skatteverket-oauth");
            mend("bolagsverket-client-certificate");
            assertThat(TestHub.readAll(hub.feed("skatteverket/services"))).hasSize(10);
            assertThat(TestHub.readAll(hub.feed("bolagsverket/services"))).isNotEmpty();
        }
    }

    @Test
    void usesNeitherTokenNorCertificateOfASecretThatWasReplaced() throws IOException {
        try (TestHub hub = hub(stubs.secrets())) {
            assertThat(TestHub.readAll(hub.feed("skatteverket/services"))).hasSize(10);
            assertThat(TestHub.readAll(hub.feed("bolagsverket/services"))).isNotEmpty();
            Files.writeString(directory.resolve("secrets/skatteverket-oauth"), "wrong-secret");
            Files.writeString(directory.resolve("secrets/bolagsverket-client-certificate"), "no certificate at all");
            assertFault(hub, "skatteverket/services", "AUTH");
            assertFault(hub, "bolagsverket/services", "TLS");
        }
    }

    private void mend(String secret) throws IOException {
        Files.writeString(
                directory.resolve("secrets").resolve(secret), stubs.secrets().get(secret));
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> secrets = new HashMap<>(stubs.secrets());
        secrets.put(name, value);
        return secrets;
    }

    private TestHub hub(Map<String, String> secrets) {
        return TestHub.in(directory)
                .descriptors("classpath*:se/tjanstenav/connectors/agencies/*/connector.yaml")
                .secrets(secrets)
                .connect(stubs.addresses())
                .allowLoopback()
                .trust(stubs.certificateAuthority())
                .start();
    }

    private static void assertFault(TestHub hub, String feed, String... codes) {
        assertThatThrownBy(() -> TestHub.readAll(hub.feed(feed))).isInstanceOfSatisfying(FetchException.class, e -> {
            assertThat(e.fault().code()).as(e.getMessage()).isIn((Object[]) codes);
            assertThat(e.getMessage()).doesNotContain("wrong-secret");
        });
    }
}
