package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors that come, change and go while the hub runs. */
class RefreshTest {

    @TempDir
    private Path directory;

    private TestHub hub;
    private Connectors connectors;

    @BeforeEach
    void start() throws IOException {
        write("first.yaml", descriptor("first", "{'code': id}"));
        hub = TestHub.in(directory).descriptors("file:" + directory + "/*.yaml").start();
        connectors = hub.connectors();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void findsNothingNewWhereNothingHasChanged() {
        Feed before = hub.feed("first/services");
        assertThat(connectors.refresh()).isFalse();
        assertThat(hub.feed("first/services")).isSameAs(before);
    }

    @Test
    void takesANewDescriptorAndLeavesTheOthersAsTheyAre() throws IOException {
        Feed before = hub.feed("first/services");
        write("second.yaml", descriptor("second", "{'code': id}"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(paths()).containsExactly("first/services", "second/services");
        assertThat(hub.feed("first/services")).isSameAs(before);
    }

    @Test
    void replacesAConnectorWhoseFileHasChanged() throws IOException {
        Feed before = hub.feed("first/services");
        write("first.yaml", descriptor("first", "{'code': 'X-' & id}"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(hub.feed("first/services")).isNotSameAs(before);
    }

    @Test
    void keepsTheEarlierVersionInUseWhileTheFileIsFaulty() throws IOException {
        Feed before = hub.feed("first/services");
        write("first.yaml", "apiVersion: tjanstenav/v1\nkind: Conn");
        assertThat(connectors.refresh()).isTrue();
        assertThat(connectors.faults()).isNotEmpty();
        assertThat(hub.feed("first/services")).isSameAs(before);
        assertThat(connectors.refresh()).isFalse();

        write("first.yaml", descriptor("first", "{'code': id}"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(connectors.faults()).isEmpty();
        assertThat(hub.feed("first/services")).isSameAs(before);
    }

    @Test
    void refusesANewcomerWithAnIdInUse() throws IOException {
        Feed before = hub.feed("first/services");
        write("copy.yaml", descriptor("first", "{'code': 'X-' & id}"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(connectors.faults()).hasSize(2);
        assertThat(connectors.feeds()).containsExactly(before);
    }

    @Test
    void takesADescriptorWhoseSecretHasCome() throws IOException {
        write(
                "keyed.yaml",
                descriptor("keyed", "{'code': id}")
                        .replace(
                                "  feeds:",
                                "  auth: {type: apiKey, header: X-Api-Key, key: {secret: late-key}}\n  feeds:"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(paths()).containsExactly("first/services");
        Files.writeString(directory.resolve("secrets").resolve("late-key"), "s3cret");
        assertThat(connectors.refresh()).isTrue();
        assertThat(paths()).containsExactly("first/services", "keyed/services");
    }

    @Test
    void forgetsAConnectorWhoseFileIsGone() throws IOException {
        Files.delete(directory.resolve("first.yaml"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(connectors.feeds()).isEmpty();
    }

    private List<String> paths() {
        return connectors.feeds().stream().map(feed -> feed.id().path()).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    private static String descriptor(String id, String mapping) {
        return """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %1$s, agency: %1$s, title: Agency, owner: a@agency.example}
                spec:
                  egress: {hosts: [api.agency.example]}
                  feeds:
                    - name: services
                      kind: services
                      schedule: {every: 1h}
                      freshness: {fresh: 2h}
                      request: {method: GET, path: /v1}
                      response: {format: json, records: /items, id: /id}
                      mapping: {language: jsonata, expression: "%2$s"}
                """.formatted(id, mapping);
    }
}
