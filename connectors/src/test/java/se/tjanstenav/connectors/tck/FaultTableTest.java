package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;

/**
 * The hub's failure policy: what becomes of a run when an agency fails in one of the ways the stubs know. An outcome is a
 * fault's code, or the number of records with what was said of the run and of records that were rejected.
 *
 * <p>What cannot be seen of one run is shown elsewhere: the breaker and {@code Retry-After} beyond the run in {@link
 * HostileAgencyTest} and {@link SeveralHostsTest}, the bulkhead in {@code AttemptsTest}, addresses and redirects in {@link
 * EgressNamesTest} and {@link EgressCanaryTest}, document types and bombs in all their forms in {@link HostileXmlTest},
 * quarantine of what is empty or has shrunk and conflicting duplicates in the catalogue's {@code StoreContract}, and that
 * the last known good stays in {@code OutageTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTableTest {

    /** In turn: pages by cursor and OAuth 2, pages by offset, CSV, XML, SOAP with client certificate, SOAP in latin-1. */
    private static final List<String> AGENCIES =
            List.of("skatteverket", "skelleftea", "uhr", "boverket", "bolagsverket", "jordbruksverket");

    private static final String EVERYTHING = "10 | 10 | 14 | 16 | 9 | 16";

    private static final List<String> TABLE = List.of(
            "NONE                  | " + EVERYTHING,
            "SERVER_ERROR          | HTTP_STATUS",
            "CONNECTION_RESET      | CONNECTION_LOST",
            "NO_ANSWER             | DEADLINE",
            "SLOW_DRIP             | DEADLINE",
            "RATE_LIMITED          | " + EVERYTHING,
            "REDIRECT              | REDIRECT",
            "EXPIRED_TOKEN         | 10 | AUTH | AUTH | AUTH | AUTH | AUTH",
            "MALFORMED             | MALFORMED_RESPONSE",
            "TRUNCATED             | TRUNCATED",
            "NO_BODY               | TRUNCATED",
            "WRONG_CONTENT_TYPE    | WRONG_CONTENT_TYPE",
            "HTML_PAGE             | WRONG_CONTENT_TYPE",
            "CLIENT_FAULT          | HTTP_STATUS | HTTP_STATUS | HTTP_STATUS | HTTP_STATUS | SOAP_FAULT | SOAP_FAULT",
            "ERROR_IN_SUCCESS      | MALFORMED_RESPONSE | MALFORMED_RESPONSE | MALFORMED_RESPONSE | MALFORMED_RESPONSE"
                    + " | SOAP_FAULT | SOAP_FAULT",
            "INVALID_UTF8          | MALFORMED_RESPONSE",
            "GZIP_BOMB             | TOO_LARGE",
            "ENDLESS_BODY          | TOO_LARGE",
            "DOCTYPE               | MALFORMED_RESPONSE",
            "ENTITY_BOMB           | MALFORMED_RESPONSE",
            "XINCLUDE              | MALFORMED_RESPONSE",
            "EMPTY                 | 0",
            "SHRUNK                | 3 | 3 | 4 | 5 | 3 | 5",
            "DUPLICATES            | 11 | 11 | 15 | 17 | 10 | 17",
            "CONFLICTING_DUPLICATES| 11 | 11 | 15 | 17 | 10 | 17",
            "GIANT_RECORD          | 9 TOO_LARGE | 9 TOO_LARGE | 13 TOO_LARGE | 15 TOO_LARGE | 8 TOO_LARGE | 15 TOO_LARGE",
            "LINE_BREAKS           | " + EVERYTHING,
            "CYCLIC_PAGES          | 24 PARTIAL | 15 PARTIAL | 14 | 16 | 9 | 16",
            "ENDLESS_PAGES         | 24 PARTIAL | 30 PARTIAL | 14 | 16 | 9 | 16",
            "EXPIRED_CERTIFICATE   | TLS",
            "FOREIGN_CERTIFICATE   | TLS");

    /** Generous to a hub that reads the whole of a large answer, and far below what the bombs unpack to. */
    private static final long MOST_MEMORY = 500L << 20;

    private static final List<String> TRIED_AGAIN = List.of("SERVER_ERROR", "CONNECTION_RESET", "ERROR_IN_SUCCESS");

    private StubAgencies stubs;
    private TestHub hub;
    private TestHub impatient;

    @BeforeAll
    void start(@TempDir Path patience, @TempDir Path haste) throws IOException {
        stubs = StubAgencies.launch(AGENCIES.toArray(String[]::new));
        hub = hub(patience, "response: 10s, run: 40s");
        impatient = hub(haste, "response: 30s, run: 1500ms");
        for (String agency : AGENCIES) {
            assertThat(outcome(hub.feed(agency + "/services"))).isEqualTo(expected("NONE", agency));
        }
    }

    @AfterAll
    void stop() {
        hub.close();
        impatient.close();
        stubs.close();
    }

    @AfterEach
    void mendAgencies() {
        AGENCIES.forEach(agency -> stubs.fault(agency, Fault.NONE));
    }

    @Test
    void knowsEveryFault() {
        assertThat(TABLE.stream().map(row -> row.split("\\|")[0].strip()))
                .containsExactly(Arrays.stream(Fault.values()).map(Fault::name).toArray(String[]::new));
    }

    @Timeout(120)
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyFaultAtEveryAgency")
    void meetsAFault(Fault fault, String agency) {
        boolean waits = fault == Fault.NO_ANSWER || fault == Fault.SLOW_DRIP;
        Feed feed = (waits ? impatient : hub).feed(agency + "/services");
        int before = stubs.requests(agency);
        long allocated = allocated();

        stubs.fault(agency, fault);
        String outcome = outcome(feed);
        assertThat(outcome).isEqualTo(expected(fault.name(), agency));

        assertThat(allocated() - allocated).isLessThan(MOST_MEMORY);
        if (TRIED_AGAIN.contains(fault.name()) && !outcome.equals("MALFORMED_RESPONSE")) {
            assertThat(stubs.requests(agency) - before).as("attempts").isEqualTo(3);
        } else if (!Character.isDigit(outcome.charAt(0))) {
            assertThat(stubs.requests(agency) - before).as("attempts").isLessThanOrEqualTo(1);
        }

        stubs.fault(agency, Fault.NONE);
        String mended = outcome(hub.feed(agency + "/services"));
        while (mended.equals("CIRCUIT_OPEN")) {
            mended = outcome(hub.feed(agency + "/services"));
        }
        assertThat(mended).isEqualTo(expected("NONE", agency));
    }

    private static Stream<Arguments> everyFaultAtEveryAgency() {
        return Arrays.stream(Fault.values())
                .flatMap(fault -> AGENCIES.stream().map(agency -> Arguments.of(fault, agency)));
    }

    private static String expected(String fault, String agency) {
        String[] row = TABLE.stream()
                .map(each -> each.split("\\s*\\|\\s*"))
                .filter(each -> each[0].equals(fault))
                .findFirst()
                .orElseThrow();
        return row[Math.min(row.length - 1, 1 + AGENCIES.indexOf(agency))];
    }

    private static String outcome(Feed feed) {
        int mapped = 0;
        List<String> told = new ArrayList<>();
        try (RecordStream records = feed.open()) {
            while (records.hasNext()) {
                try {
                    feed.map(records.next());
                    mapped++;
                } catch (RecordRejectedException e) {
                    assertThat(e.reject().externalId()).as(e.getMessage()).isNotNull();
                    told.add(e.reject().code());
                }
            }
            if (!records.completeness().name().equals("COMPLETE")) {
                told.add(records.completeness().name());
            }
        } catch (FetchException e) {
            assertThat(e.fault().detail()).isNotBlank().doesNotContain("\n", "\r", "\u001b", "\u0085");
            return e.fault().code();
        }
        return (mapped + " " + String.join(" ", told)).strip();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** The agencies' own descriptors for their services, with other limits. */
    private TestHub hub(Path folder, String limits) throws IOException {
        for (String agency : AGENCIES) {
            String descriptor = resource("/se/tjanstenav/connectors/agencies/" + agency + "/connector.yaml")
                    .replaceFirst("\n    - name: (?!services)[\\s\\S]*", "\n")
                    .replaceFirst("\n      tests:[\\s\\S]*", "\n")
                    .replaceFirst(
                            "limits: \\{.*}",
                            "limits: {connect: 5s, %s, bytes: 12MiB, decodedBytes: 12MiB, pages: 6, requestsPerSecond: 500}"
                                    .formatted(limits));
            Files.writeString(folder.resolve(agency + ".yaml"), descriptor);
        }
        return TestHub.in(folder)
                .descriptors("file:" + folder + "/*.yaml")
                .secrets(stubs.secrets())
                .connect(stubs.addresses())
                .allowLoopback()
                .breakerOpenFor("1ms")
                .trust(stubs.certificateAuthority())
                .start();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FaultTableTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
