package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** Large SOAP answers: read record by record as they arrive, under the descriptor's limits. */
class SoapVolumeTest extends AgainstTestAgency {

    private static final int RECORDS = 60_000;
    private static final int CHARACTERS = 700;

    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            limits: {run: 5m, bytes: 60MiB, decodedBytes: 60MiB, requestsPerSecond: 100}
            soap: {version: "1.1", endpoint: "https://api.agency.example/ws"}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {body: "<list xmlns='urn:agency'/>"}
                response: {format: soap, records: /answer/item, id: /@id}
                mapping: {language: jsonata, expression: "{'code': `@id`}"}
            """;

    /** Sixty thousand records in over forty megabytes, in a heap that could not hold the answer even once. */
    @Test
    void harvestsAnAnswerLargerThanTheHeapUnderTheSameElement(@TempDir Path directory) throws Exception {
        agency.hub(SPEC, Map.of(), unused()).close();
        Files.copy(agency.directory().resolve("attack.yaml"), directory.resolve("attack.yaml"));
        Files.writeString(directory.resolve("ca.pem"), certificate.pem());
        Path told = directory.resolve("told.txt");
        try (LargeSoapAgency large = new LargeSoapAgency(certificate, RECORDS, CHARACTERS)) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx40m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallHeapHarvest.class.getName(),
                    directory.toString(),
                    String.valueOf(large.address().getPort()));
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start()
                    .waitFor();
            assertThat(told).content().contains("read " + RECORDS + " COMPLETE");
            assertThat(exit).isZero();
        }
    }

    @Test
    void handsOutTheFirstRecordLongBeforeTheAnswerEnds() throws IOException {
        try (LargeSoapAgency large = new LargeSoapAgency(certificate, 10_000_000, CHARACTERS);
                TestHub hub = agency.hub(SPEC, Map.of(), large.address());
                RecordStream records = TestAgency.feed(hub).open()) {
            assertThat(records.next().externalId()).isEqualTo("0");
        }
    }

    @Test
    void cutsAnAnswerAtTheDescriptorsLimit() throws IOException {
        try (LargeSoapAgency large = new LargeSoapAgency(certificate, RECORDS, CHARACTERS);
                TestHub hub = agency.hub(SPEC.replace("60MiB", "20MiB"), Map.of(), large.address())) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("TOO_LARGE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "</answer>",
                "</answer></s:Body>",
                "</answer></s:Body></s:Envelope",
                "</answer></s:Body></s:Body></s:Envelope>",
                "</answer></s:Body></s:Envelope><again/>",
                "</answer></s:Body></s:Envelope>trailing"
            })
    void noticesAnEnvelopeThatDoesNotEndAsItShould(String tail) throws IOException {
        try (LargeSoapAgency large = new LargeSoapAgency(certificate, 3, 1, tail);
                TestHub hub = agency.hub(SPEC, Map.of(), large.address())) {
            assertThat(TestAgency.fault(hub).code()).isIn("TRUNCATED", "MALFORMED_RESPONSE");
        }
    }

    private static InetSocketAddress unused() {
        return new InetSocketAddress("127.0.0.1", 1);
    }
}
