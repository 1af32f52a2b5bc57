package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorLoaderTest {

    @TempDir
    private Path directory;

    @Test
    void namesBothFilesThatUseOneIdAndUsesNeither() throws IOException {
        write("first.yaml", descriptor("same", "{'code': id}"));
        write("second.yaml", descriptor("same", "{'code': id}"));
        write("third.yaml", descriptor("single", "{'code': id}"));
        try (TestHub hub = hub()) {
            assertThat(hub.connectors().feeds())
                    .extracting(feed -> feed.id().path())
                    .containsExactly("single/services");
            assertThat(hub.connectors().faults())
                    .hasSize(2)
                    .allSatisfy(fault -> assertThat(fault.pointer()).isEqualTo("/metadata/id"))
                    .anySatisfy(fault -> {
                        assertThat(fault.source()).endsWith("first.yaml");
                        assertThat(fault.problem()).contains("second.yaml");
                        assertThat(fault.line()).isEqualTo(3);
                    });
        }
    }

    @Test
    void startsWithTheValidOnesWhenOthersAreFaulty() throws IOException {
        write("good.yaml", descriptor("good", "{'code': id}"));
        write("bad.yaml", descriptor("bad", "{'code': }").replace("records: /items", "record: /items"));
        Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        try (TestHub hub = hub()) {
            assertThat(hub.connectors().feeds()).hasSize(1);
            assertThat(hub.connectors().faults())
                    .extracting(DescriptorFault::pointer)
                    .contains("/spec/feeds/0/response/record", "/spec/feeds/0/response/records", "");
        }
    }

    @Test
    void runsTheMappingTestsOfADescriptor() throws IOException {
        String tested = descriptor("tested", "{'code': id, 'description': {'name': {'sv': namn}}}")
                + "      tests:\n        - {input: in.json, expect: out.json}\n        - {input: in.json, expect: none.json}\n";
        write("tested.yaml", tested);
        write("in.json", "{\"id\": \"A\", \"namn\": \"Flytt\"}");
        write("out.json", "{\"code\": \"A\", \"description\": {\"name\": {\"sv\": \"Flytta\"}}}");
        try (TestHub hub = hub()) {
            assertThat(hub.connectors().feeds()).isEmpty();
            assertThat(hub.connectors().faults())
                    .extracting(DescriptorFault::pointer)
                    .containsExactly("/spec/feeds/0/tests/0", "/spec/feeds/0/tests/1");
            assertThat(hub.connectors().faults().get(0).problem()).contains("Flytta");
        }
    }

    @Test
    void runsTestsWhoseSamplesStandInTheDescriptor() throws IOException {
        String expression =
                "{'code': id, 'description': {'name': {'sv': $outer.a & $detail.b & $lookup($towns, ort).c}}}";
        write("inline.yaml", descriptor("inline", expression) + """
                      lookups:
                        - {name: towns, request: {path: /towns}, response: {format: json, records: "", id: /id}}
                      tests:
                        - input: {id: A, ort: UME}
                          outer: {a: x}
                          detail: {b: y}
                          lookups: {towns: {UME: {c: z}}}
                          expect: {code: A, description: {name: {sv: xyz}}}
                        - input: {id: B}
                          outer: {a: x}
                          expect: {code: C, description: {name: {sv: x}}}
                """);
        try (TestHub hub = hub()) {
            assertThat(hub.connectors().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.pointer()).isEqualTo("/spec/feeds/0/tests/1");
                assertThat(fault.problem()).contains("the inline sample");
                assertThat(fault.column()).isPositive();
            });
        }
    }

    @Test
    void findsNothingWhereThereIsNoDirectory() {
        try (TestHub hub = TestHub.in(directory)
                .descriptors("file:" + directory.resolve("absent") + "/*.yaml")
                .start()) {
            assertThat(hub.connectors().feeds()).isEmpty();
            assertThat(hub.connectors().faults()).isEmpty();
        }
    }

    @Test
    void neverShowsASecret() throws IOException {
        write(
                "keyed.yaml",
                descriptor("keyed", "$error('the key is ' & id)")
                        .replace("  feeds:", "  auth: {type: apiKey, header: X-Key, key: {secret: key}}\n  feeds:"));
        try (TestHub hub = TestHub.in(directory)
                .descriptors("file:" + directory + "/*.yaml")
                .secrets(Map.of("key", "s3cr3t-value\n"))
                .start()) {
            Feed feed = hub.feed("keyed/services");
            assertThat(catching(() -> TestHub.readAll(feed))).doesNotContain("s3cr3t-value");
            assertThat(catching(() -> feed.map(new SourceRecord(1, "x", Map.of("id", "s3cr3t-value")))))
                    .contains("MAPPING")
                    .doesNotContain("s3cr3t-value");
        }
    }

    private static String catching(Runnable action) {
        try {
            action.run();
            return "";
        } catch (FetchException e) {
            return e + " " + e.fault();
        } catch (RecordRejectedException e) {
            return e + " " + e.reject();
        }
    }

    private TestHub hub() {
        return TestHub.in(directory)
                .descriptors("file:" + directory + "/*.yaml")
                .start();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static String descriptor(String id, String expression) {
        return """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: %s, agency: demo, title: Demo, owner: owner@demo.example}
            spec:
              egress: {hosts: [127.0.0.1]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: PT1H}
                  request: {path: /services}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "%s"}
            """.formatted(id, expression);
    }
}
