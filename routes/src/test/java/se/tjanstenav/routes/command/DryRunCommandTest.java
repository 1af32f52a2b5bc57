package se.tjanstenav.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code validate} and {@code dry-run} as an agency uses them, a stub standing in for the agency. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DryRunCommandTest {

    private static final Path DESCRIPTORS =
            Path.of("..", "connectors", "src", "main", "resources", "se", "tjanstenav", "connectors", "agencies");
    private static final int COLUMNS = 100;

    private Path folder = Path.of("");
    private StubAgencies stubs;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeAll
    void launch(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stubs = StubAgencies.launch("skatteverket", "skelleftea");
        stubs.writeTo(Files.createDirectories(folder.resolve("secrets")));
    }

    @AfterAll
    void stop() {
        stubs.close();
    }

    @BeforeEach
    void calm() {
        stubs.calm();
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void showsWhatAHubWouldMakeOfTheFirstRecords() {
        assertThat(dryRun(descriptor("skatteverket"), "--records", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .startsWith("skatteverket is valid.")
                .contains(
                        "There is no catalogue here to compare with",
                        "Feed services: 2 records tried, and there are more",
                        "    1  added      SKV-FLYTT",
                        "\"namnSv\" : \"Flyttanmälan inom Sverige\"",
                        "\"sv\" : \"Flyttanmälan inom Sverige\"",
                        "The mapping does not read:",
                        "    /kanaler/inloggning (2 records)")
                .doesNotContain(stubs.secrets().get("skatteverket-oauth"));
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= COLUMNS, "fits into 100 columns");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void reportsForMachines() {
        assertThat(dryRun(descriptor("skelleftea"), "--json", "--records", "3", "--feed", "commitments"))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("format").asString()).isEqualTo("tjanstenav-dry-run/1");
        assertThat(report.path("result").asString()).isEqualTo("usable");
        assertThat(report.path("compared").asBoolean()).isFalse();
        assertThat(report.path("feeds").size()).isEqualTo(1);
        JsonNode record = report.at("/feeds/0/records/0");
        assertThat(record.path("verdict").asString()).isEqualTo("added");
        assertThat(record.path("raw").isObject()).isTrue();
        assertThat(record.at("/mapped/service/authority").asString()).isEqualTo("skelleftea");
        assertThat(report.at("/feeds/0/counts/added").asInt()).isEqualTo(3);
    }

    @Test
    void listsEveryFaultForEditorsAndAsksNobody() throws IOException {
        Path broken = broken(
                """
                limits: {response: 0s}""",
                "limits: {connect: 3s, response: 15s, run: 5m, bytes: 2MiB, decodedBytes: 10MiB, requestsPerSecond: 20}");
        Files.writeString(
                broken, Files.readString(broken).replace("\"keywords\": sokord.{", "\"keywords\": sokord..{"));
        long asked = stubs.requests("skelleftea");

        assertThat(dryRun(broken)).isEqualTo(2);

        int line = lineOf(broken, "sokord..{");
        assertThat(out.toString())
                .contains(
                        "connector.yaml:14:", "connector.yaml:%d:".formatted(line), "→ Correct the JSONata expression.")
                .contains("skelleftea has 2 faults.", "No feed was asked.");
        assertThat(stubs.requests("skelleftea")).isEqualTo(asked);

        String told = out.toString();
        calm();
        assertThat(run("validate", broken.toString())).isEqualTo(2);
        assertThat(told).startsWith(out.toString());
    }

    @Test
    void validatesWithoutAskingAnybody() {
        long asked = stubs.requests("skatteverket");
        Path descriptor = descriptor("skatteverket");
        assertThat(run("validate", descriptor.toString(), "--secrets", secrets()))
                .isZero();
        assertThat(out.toString()).isEqualTo("skatteverket is valid.\n");
        calm();
        assertThat(run("validate", descriptor.toString(), "--json", "--secrets", folder.toString()))
                .isEqualTo(2);
        JsonNode validation = JsonMapper.shared().readTree(out.toString());
        assertThat(validation.path("valid").asBoolean()).isFalse();
        assertThat(validation.at("/faults/0/pointer").asString()).isEqualTo("/spec/auth/clientSecret/secret");
        assertThat(validation.at("/faults/0/line").asInt()).isPositive();
        assertThat(stubs.requests("skatteverket")).isEqualTo(asked);
    }

    @Test
    void pointsIntoTheExpressionWhereARecordCannotBeMapped() throws IOException {
        Path broken = broken("\"summary\": $uppercase(kommunkod = \"x\"),", "\"summary\": ingress,");
        assertThat(dryRun(broken, "--feed", "services", "--records", "1")).isEqualTo(1);
        assertThat(out.toString())
                .contains("connector.yaml:%d:".formatted(lineOf(broken, "$uppercase(")), "MAPPING", "rejected");
    }

    @Test
    void tellsWhyAFeedFailed() {
        stubs.fault("skelleftea", Fault.HTML_PAGE);
        assertThat(dryRun(descriptor("skelleftea"), "--feed", "services")).isEqualTo(1);
        assertThat(out.toString()).contains("fault  WRONG_CONTENT_TYPE: ", "Not all is well");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --feed=nothing  | There is no feed 'nothing' in the descriptor; there are services, processingTimes
            --records=0     | must be 1–100
            --records=101   | must be 1–100
            --seconds=0     | must be 1–600
            --nonsense      | --nonsense
            """)
    void tellsWhatIsWrongWithItsUse(String option, String told) {
        assertThat(dryRun(descriptor("skelleftea"), option)).isEqualTo(2);
        assertThat(err.toString()).contains(told);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void explainsItself() {
        assertThat(run("dry-run", "nowhere.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file nowhere.yaml");
        assertThat(run("dry-run", "--help")).isZero();
        assertThat(out.toString()).contains("--records=N", "--connect-to=HOST=ADDRESS:PORT", "Exit code 0");
    }

    private static Path descriptor(String agency) {
        return DESCRIPTORS.resolve(agency).resolve("connector.yaml");
    }

    private Path broken(String now, String before) throws IOException {
        Path to = Files.createTempDirectory(folder, "broken").resolve("connector.yaml");
        String yaml = Files.readString(descriptor("skelleftea"));
        assertThat(yaml).contains(before);
        Files.writeString(
                to,
                yaml.replace(before, now)
                        .lines()
                        .filter(line -> !line.strip().startsWith("tests:"))
                        .reduce("", (text, line) -> text + line + "\n"));
        return to;
    }

    private static int lineOf(Path file, String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError("There is no '" + text + "' in " + file);
    }

    private String secrets() {
        return folder.resolve("secrets").toString();
    }

    private int dryRun(Path descriptor, String... more) {
        List<String> arguments = new ArrayList<>(List.of("dry-run", descriptor.toString()));
        arguments.addAll(List.of("--secrets", secrets(), "--allow-network", "127.0.0.0/8", "--seconds", "300"));
        arguments.addAll(
                List.of("--trust", folder.resolve("secrets").resolve("ca.pem").toString()));
        stubs.addresses().forEach((host, address) -> {
            arguments.add("--connect-to");
            arguments.add("%s=127.0.0.1:%d".formatted(host, address.getPort()));
        });
        for (String option : more) {
            if (option.startsWith("--seconds")) {
                arguments.removeAll(List.of("--seconds", "300"));
            }
            arguments.add(option);
        }
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
    }
}
