package se.tjanstenav.mocks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults of the records themselves, of their pages and of the server's certificate, and the volume of a feed. */
@Timeout(value = 60, unit = SECONDS)
class RecordFaultTest {

    private static final Pattern CODE = Pattern.compile("\"artikel_id\": ?\"([^\"]+)\"|<Tjanst Kod=\"([^\"]+)\"");

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
    void losesTwoThirdsOfTheRecords(Asked asked) throws IOException {
        int before = codes(asked).size();
        agencies.fault(asked.agency, Fault.SHRUNK);
        assertThat(codes(asked)).hasSize(before / 3);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void tellsTheFirstRecordTwice(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.DUPLICATES);
        List<String> same = codes(asked);
        assertThat(same.get(0)).isEqualTo(same.get(1));
        String first = asked.ask(client).body();
        agencies.fault(asked.agency, Fault.CONFLICTING_DUPLICATES);
        List<String> conflicting = codes(asked);
        assertThat(conflicting.get(0)).isEqualTo(conflicting.get(1));
        assertThat(first).doesNotContain("Enligt en annan uppgift.");
        assertThat(asked.ask(client).body()).containsOnlyOnce("Enligt en annan uppgift.");
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void hasOneGiantAmongItsRecords(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.GIANT_RECORD);
        assertThat(asked.ask(client).body()).hasSizeGreaterThan(6_000_000);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void putsLineBreaksIntoTexts(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.LINE_BREAKS);
        assertThat(asked.ask(client).body())
                .containsPattern(asked == Asked.REST ? "\\\\r\\\\nX-Injected" : "&#xd;\\nX-Injected");
    }

    @Test
    void leadsFromTheLastPageToTheFirst() throws IOException {
        agencies.fault("skelleftea", Fault.CYCLIC_PAGES);
        assertThat(page(10)).isEqualTo(page(0)).isEqualTo(page(1000));
    }

    @Test
    void alwaysHasOneMorePage() throws IOException {
        agencies.fault("skelleftea", Fault.ENDLESS_PAGES);
        Set<String> seen = new HashSet<>(page(0));
        for (int offset : List.of(10, 500, 1_000_000)) {
            assertThat(page(offset)).hasSize(10).allSatisfy(code -> assertThat(seen.add(code))
                    .isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void showsACertificateThatNobodyShouldTrust(Asked asked) throws IOException {
        agencies.fault(asked.agency, Fault.EXPIRED_CERTIFICATE);
        assertThatThrownBy(() -> askAnew(asked))
                .isInstanceOf(SSLHandshakeException.class)
                .hasRootCauseInstanceOf(CertificateExpiredException.class);
        agencies.fault(asked.agency, Fault.FOREIGN_CERTIFICATE);
        assertThatThrownBy(() -> askAnew(asked))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative DNS name");
        agencies.fault(asked.agency, Fault.NONE);
        assertThat(askAnew(asked).status()).isEqualTo(200);
    }

    @Test
    void makesAsManyRecordsAsAskedTheSameEachTime() throws IOException {
        agencies.volume("skelleftea", "tjanster.json", 1_000_000, 7);
        assertThat(page(999_990)).hasSize(10).isEqualTo(page(999_990)).doesNotHaveDuplicates();
        assertThat(page(1_000_000)).isEmpty();
        assertThatThrownBy(() -> agencies.volume("skelleftea", "saknas.json", 10, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("saknas.json");
    }

    private List<String> page(int offset) throws IOException {
        String body = client.get("api.skelleftea.example", "/kontaktcenter/v1/tjanster?limit=10&offset=" + offset)
                .body();
        JsonNode data = JsonMapper.builder().build().readTree(body).path("data");
        return data.valueStream()
                .map(each -> each.path("artikel_id").asString())
                .toList();
    }

    private List<String> codes(Asked asked) throws IOException {
        List<String> codes = new ArrayList<>();
        CODE.matcher(asked.ask(client).body())
                .results()
                .forEach(found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1)));
        return codes;
    }

    private StubClient.Answer askAnew(Asked asked) throws IOException {
        try (StubClient fresh = new StubClient(agencies, agencies.secrets().get("bolagsverket-client-certificate"))) {
            return asked.ask(fresh);
        }
    }
}
