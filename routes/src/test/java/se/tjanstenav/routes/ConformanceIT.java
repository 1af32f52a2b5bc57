package se.tjanstenav.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar as an agency runs it from a terminal; a stub stands in for the agency. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {

    private static final Path DESCRIPTORS =
            Path.of("..", "connectors", "src", "main", "resources", "se", "tjanstenav", "connectors", "agencies");

    @TempDir
    private Path folder;

    private StubAgencies stubs;

    @BeforeAll
    void launch() {
        stubs = StubAgencies.launch("skatteverket", "skelleftea");
    }

    @AfterAll
    void stop() {
        stubs.close();
    }

    @Test
    void reportsThatAllHoldsAndStartsNoHub() throws Exception {
        Ended ended = conformance("skatteverket");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .startsWith("Conformance of skatteverket")
                .contains("holds   No data with wrong credentials", "All hold:")
                .doesNotContain("\u001b", "INFO", "WARN", stubs.secrets().get("skatteverket-oauth"));
        assertThat(ended.err()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void reportsForMachinesWithSwedishCharactersWhatFails() throws Exception {
        stubs.fault("skelleftea", Fault.HTML_PAGE);
        try {
            Ended ended = conformance("skelleftea", "--json");
            assertThat(ended.exit()).isEqualTo(1);
            JsonNode report = JsonMapper.shared().readTree(ended.out());
            assertThat(report.path("format").asString()).isEqualTo("tjanstenav-conformance/1");
            assertThat(report.path("result").asString()).isEqualTo("fails");
            assertThat(report.path("counts").path("fails").asInt()).isEqualTo(3);
        } finally {
            stubs.fault("skelleftea", Fault.NONE);
        }
    }

    @Test
    void writesSwedishCharactersWhateverTheLocale() throws Exception {
        Path descriptor = Files.writeString(
                folder.resolve("agency.yaml"),
                Files.readString(DESCRIPTORS.resolve("skelleftea/connector.yaml"))
                        .replace("kind: commitments", "kind: åtaganden"));
        Ended ended = run(List.of("conformance", descriptor.toString()));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).contains("åtaganden", "/spec/feeds/2/kind", "line ");
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run(List.of("conformance")).exit()).isEqualTo(2);
        assertThat(run(List.of("conformance", "--help")).out())
                .contains("--connect-to=HOST=ADDRESS:PORT", "Exit code 0");
        Ended ended = run(List.of("conformance", "nowhere.yaml"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("nowhere.yaml");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void triesADescriptorAsItExaminesOne() throws Exception {
        Ended ended = command("dry-run", "skelleftea", "--records", "1", "--seconds", "60");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .startsWith("skelleftea is valid.")
                .contains("added      SKE-1001", "\"sv\" : \"Ansök om bygglov\"")
                .doesNotContain("\u001b", "INFO", "WARN");
        assertThat(ended.err()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(run(List.of("validate", "--help")).out()).contains("Exit code 0: no fault.");
    }

    private Ended conformance(String agency, String... more) throws IOException, InterruptedException {
        return command("conformance", agency, more);
    }

    private Ended command(String name, String agency, String... more) throws IOException, InterruptedException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        for (Map.Entry<String, String> secret : stubs.secrets().entrySet()) {
            Files.writeString(secrets.resolve(secret.getKey()), secret.getValue());
        }
        Path trust = Files.writeString(folder.resolve("ca.pem"), stubs.certificateAuthority());
        List<String> arguments = new ArrayList<>(List.of(
                name,
                DESCRIPTORS
                        .resolve(agency)
                        .resolve("connector.yaml")
                        .toAbsolutePath()
                        .toString(),
                "--secrets",
                secrets.toString(),
                "--trust",
                trust.toString(),
                "--allow-network",
                "127.0.0.0/8"));
        stubs.addresses().forEach((host, address) -> {
            arguments.add("--connect-to");
            arguments.add("%s=127.0.0.1:%d".formatted(host, address.getPort()));
        });
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    private Ended run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(HubProcess.JAR.toAbsolutePath().toString());
        command.addAll(arguments);
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(90, SECONDS)).as("the command ends").isTrue();
            return new Ended(
                    process.exitValue(), Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    /** How the process ended. */
    private record Ended(int exit, String out, String err) {}
}
