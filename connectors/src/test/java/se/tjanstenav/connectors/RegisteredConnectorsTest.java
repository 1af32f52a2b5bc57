package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.secret.Secrets;

/** Registered connectors join those of files, and follow the registry while the hub runs. */
class RegisteredConnectorsTest {

    private static final String SECRET = "  auth: {type: apiKey, header: X-Api-Key, key: {secret: k}}\n  feeds:";

    @TempDir
    private Path directory;

    private final Registered registry = new Registered();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Connectors connectors;

    @BeforeEach
    void start() throws IOException {
        write("first.yaml", descriptor("first", "{'code': id}"));
        registry.secrets = Files.createDirectories(directory.resolve("stored"));
        Path ofOperator = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(ofOperator.resolve("k"), "the operator's own");
        registry.put("second", 1, descriptor("second", "{'code': id}"));
        TestPropertyValues.of(
                        "tjanstenav.connectors.descriptors=file:" + directory + "/*.yaml",
                        "tjanstenav.connectors.secrets=" + ofOperator)
                .applyTo(context);
        context.registerBean(RegisteredConnectors.class, () -> registry);
        context.register(ConnectorsConfiguration.class);
        context.refresh();
        connectors = context.getBean(Connectors.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void runBesideThoseOfFiles() {
        assertThat(paths()).containsExactly("first/services", "second/services");
    }

    @Test
    void aLookThatFindsNothingNewReadsNoText() {
        Feed before = feed("second");
        int texts = registry.textsRead;

        assertThat(connectors.refresh()).isFalse();
        registry.put("third", 1, descriptor("third", "{'code': id}"));
        assertThat(connectors.refresh()).isTrue();

        assertThat(registry.textsRead).isEqualTo(texts + 1);
        assertThat(feed("second")).isSameAs(before);
        assertThat(paths()).contains("third/services");
    }

    @Test
    void anotherVersionTakesThePlaceAndAPauseTheFeeds() {
        Feed before = feed("second");
        registry.put("second", 2, descriptor("second", "{'code': 'X-' & id}"));
        connectors.refresh();
        assertThat(feed("second")).isNotSameAs(before);

        registry.running.clear();
        registry.revision++;
        connectors.refresh();
        assertThat(paths()).containsExactly("first/services");
    }

    @Test
    void theOperatorsFilesWin() throws IOException {
        write("mine.yaml", descriptor("second", "{'code': id}"));
        assertThat(connectors.refresh()).isTrue();

        assertThat(connectors.idsOfFiles()).containsExactlyInAnyOrder("first", "second");
        assertThat(paths()).containsExactly("first/services", "second/services");
        assertThat(connectors.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.source()).isEqualTo(RegisteredConnectors.source("second"));
            assertThat(fault.pointer()).isEqualTo("/metadata/id");
            assertThat(fault.line()).isEqualTo(3);
        });
    }

    @Test
    void theOperatorsSecretsAreOutOfReach() {
        registry.put("third", 1, descriptor("third", "{'code': id}").replace("  feeds:", SECRET));
        connectors.refresh();

        assertThat(paths()).containsExactly("first/services", "second/services");
        assertThat(connectors.faults()).extracting(DescriptorFault::pointer).containsExactly("/spec/auth/key/secret");
    }

    @Test
    void aFaultyVersionLeavesTheOneBeforeInUseUntilItIsMended() throws IOException {
        Feed before = feed("second");
        registry.put("second", 2, descriptor("second", "{'code': id}").replace("  feeds:", SECRET));
        assertThat(connectors.refresh()).isTrue();
        assertThat(feed("second")).isSameAs(before);
        assertThat(connectors.faults()).hasSize(1);

        Files.writeString(registry.secrets.resolve("k"), "its own");
        assertThat(connectors.refresh()).isTrue();
        assertThat(feed("second")).isNotSameAs(before);
        assertThat(connectors.faults()).isEmpty();

        Feed running = feed("second");
        Files.delete(registry.secrets.resolve("k"));
        registry.revision++;
        assertThat(connectors.refresh()).isTrue();
        assertThat(connectors.faults()).hasSize(1);
        assertThat(feed("second")).isSameAs(running);
    }

    @Test
    void staysAsItWasWhileTheDatabaseDoesNotAnswer() throws IOException {
        registry.down = true;
        write("late.yaml", descriptor("late", "{'code': id}"));
        assertThat(connectors.refresh()).isTrue();
        assertThat(paths()).containsExactly("first/services", "late/services", "second/services");
    }

    private Feed feed(String connector) {
        return connectors.feeds().stream()
                .filter(feed -> feed.id().connector().equals(connector))
                .findFirst()
                .orElseThrow();
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
                      request: {method: GET, path: /v1}
                      response: {format: json, records: /items, id: /id}
                      mapping: {language: jsonata, expression: "%2$s"}
                """.formatted(id, mapping);
    }

    /** A registry in memory. */
    private static final class Registered implements RegisteredConnectors {

        private final Map<String, Integer> running = new TreeMap<>();
        private final Map<Version, String> texts =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        private Path secrets = Path.of(".");
        private long revision;
        private int textsRead;
        private boolean down;

        void put(String connector, int version, String text) {
            running.put(connector, version);
            texts.put(new Version(connector, version), text);
            revision++;
        }

        @Override
        public long revision() {
            if (down) {
                throw new TransientDataAccessResourceException("down");
            }
            return revision;
        }

        @Override
        public List<Version> running() {
            return running.entrySet().stream()
                    .map(each -> new Version(each.getKey(), each.getValue()))
                    .toList();
        }

        @Override
        public String text(Version version) {
            textsRead++;
            return texts.getOrDefault(version, "");
        }

        @Override
        public Secrets secrets(String connector) {
            return new DirectorySecrets(secrets);
        }
    }
}
