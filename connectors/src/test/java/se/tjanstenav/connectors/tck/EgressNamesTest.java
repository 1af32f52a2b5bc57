package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that lead where connectors must not go, and proxies that would carry them there. The hub runs in a process of
 * its own, whose Java takes names from a file, so nothing of the hub is replaced. The agency is at the only address
 * that is allowed; the canary listens at its port everywhere else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EgressNamesTest {

    private static final String CANARY = "127.0.0.2";

    /** By name, what a name server answers; a line more for each further address. */
    private static final Map<String, List<String>> BLOCKED = blocked();

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private TestCertificate certificate;
    private HttpsServer agency;
    private Canary canary;
    private Path directory;

    private static Map<String, List<String>> blocked() {
        Map<String, List<String>> blocked = new LinkedHashMap<>();
        blocked.put("loopback", List.of(CANARY));
        blocked.put("loopback-v6", List.of("::1"));
        blocked.put("one-of-two", List.of(NamedHarvest.ALLOWED, CANARY));
        blocked.put("two-families", List.of(NamedHarvest.ALLOWED, "::1"));
        blocked.put("mapped", List.of("::ffff:127.0.0.2"));
        blocked.put("compatible", List.of("::7f00:2"));
        blocked.put("nat64", List.of("64:ff9b::7f00:2"));
        blocked.put("local-nat64", List.of("64:ff9b:1::7f00:2"));
        blocked.put("six-to-four", List.of("2002:7f00:2::1"));
        blocked.put("teredo", List.of("2001:0:7f00:2::1"));
        blocked.put("unspecified", List.of("0.0.0.0"));
        blocked.put("unspecified-v6", List.of("::"));
        blocked.put("this-network", List.of("0.1.2.3"));
        blocked.put("private-10", List.of("10.1.2.3"));
        blocked.put("private-172", List.of("172.16.0.1"));
        blocked.put("private-192", List.of("192.168.0.1"));
        blocked.put("shared", List.of("100.64.0.1"));
        blocked.put("metadata", List.of("169.254.169.254"));
        blocked.put("metadata-v6", List.of("fd00:ec2::254"));
        blocked.put("metadata-mapped", List.of("::ffff:169.254.169.254"));
        blocked.put("link-local-v6", List.of("fe80::1"));
        blocked.put("site-local-v6", List.of("fec0::1"));
        blocked.put("unique-local", List.of("fd12:3456::1"));
        blocked.put("benchmark", List.of("198.18.0.1"));
        blocked.put("documentation", List.of("192.0.2.1"));
        blocked.put("documentation-v6", List.of("2001:db8::1"));
        blocked.put("protocols", List.of("192.0.0.1"));
        blocked.put("multicast", List.of("224.0.0.1"));
        blocked.put("multicast-v6", List.of("ff02::1"));
        blocked.put("reserved", List.of("240.0.0.1"));
        blocked.put("broadcast", List.of("255.255.255.255"));
        return blocked;
    }

    @BeforeAll
    void makeCertificate(@TempDir Path certificates) {
        certificate = TestCertificate.of("*.agency.example", certificates);
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        directory = folder;
        Files.writeString(directory.resolve("ca.pem"), certificate.pem());
        agency = HttpsServer.create(new InetSocketAddress(NamedHarvest.ALLOWED, 0), 0);
        agency.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        agency.createContext("/list", exchange -> answer(exchange, "{\"items\": [{\"id\": \"a\"}]}"));
        agency.createContext("/rebind", exchange -> {
            // From here on the name leads elsewhere, and the next page needs a connection of its own.
            names.put("rebinding", List.of(CANARY));
            writeNames();
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, "{\"items\": [{\"id\": \"a\"}], \"next\": \"/list\"}");
        });
        agency.start();
        canary = new Canary(agency.getAddress().getPort(), CANARY, "127.0.0.1", "::1");
    }

    @AfterEach
    void stop() throws IOException {
        agency.stop(0);
        assertThat(canary.connections()).as("connections to the canary").isZero();
        canary.close();
    }

    @Test
    void connectsToNoNameThatLeadsAstrayAndToEveryOther() throws Exception {
        names.put("good", List.of(NamedHarvest.ALLOWED));
        names.put("rebinding", List.of(NamedHarvest.ALLOWED));
        names.putAll(BLOCKED);
        writeNames();
        for (String name : names.keySet()) {
            writeDescriptor(name, name + ".agency.example", name.equals("rebinding") ? "/rebind" : "/list");
        }
        List<String> told = harvest(Map.of());
        assertThat(told).contains("faults []", "good/list COMPLETE", "rebinding/list BLOCKED_ADDRESS");
        BLOCKED.keySet().forEach(name -> assertThat(told).contains(name + "/list BLOCKED_ADDRESS"));
    }

    @Test
    void connectsToNoAddressThatADescriptorSpellsOut() throws Exception {
        writeNames();
        List<String> spelled = List.of(CANARY, "127.0.0.1", "0.0.0.0", "010.0.0.1", "169.254.169.254", "localhost");
        for (int i = 0; i < spelled.size(); i++) {
            writeDescriptor("spelled-" + i, spelled.get(i), "/list");
        }
        List<String> told = harvest(Map.of());
        assertThat(told).contains("faults []");
        for (int i = 0; i < spelled.size(); i++) {
            assertThat(told).as(spelled.get(i)).contains("spelled-" + i + "/list BLOCKED_ADDRESS");
        }
    }

    @Test
    void takesNoProxyThatTheEnvironmentOrJavaNames() throws Exception {
        names.put("good", List.of(NamedHarvest.ALLOWED));
        writeNames();
        writeDescriptor("good", "good.agency.example", "/list");
        String proxy = "http://" + CANARY + ":" + canary.port();
        List<String> told = harvest(
                Map.of("HTTP_PROXY", proxy, "HTTPS_PROXY", proxy, "ALL_PROXY", proxy, "https_proxy", proxy),
                "-Djava.net.useSystemProxies=true",
                "-Dhttp.proxyHost=" + CANARY,
                "-Dhttp.proxyPort=" + canary.port(),
                "-Dhttps.proxyHost=" + CANARY,
                "-Dhttps.proxyPort=" + canary.port(),
                "-DsocksProxyHost=" + CANARY,
                "-DsocksProxyPort=" + canary.port());
        assertThat(told).contains("good/list COMPLETE");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void writeNames() throws IOException {
        List<String> lines = new ArrayList<>(List.of("127.0.0.1 localhost"));
        names.forEach(
                (name, addresses) -> addresses.forEach(address -> lines.add(address + " " + name + ".agency.example")));
        Files.write(directory.resolve("hosts"), lines);
    }

    private void writeDescriptor(String id, String host, String path) throws IOException {
        Files.writeString(directory.resolve(id + ".yaml"), """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %s, agency: agency, title: Agency, owner: owner@agency.example}
                spec:
                  egress: {hosts: ["%s:%d"]}
                  limits: {run: 60s, requestsPerSecond: 200}
                  feeds:
                    - name: list
                      kind: services
                      schedule: {every: 1h}
                      request: {path: %s}
                      pagination: {type: nextLink, next: /next}
                      response: {format: json, records: /items, id: /id}
                      mapping: {language: jsonata, expression: "{'code': id}"}
                """.formatted(
                        id, host, agency.getAddress().getPort(), path));
    }

    private List<String> harvest(Map<String, String> environment, String... options) throws Exception {
        Path told = directory.resolve("told.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djdk.net.hosts.file=" + directory.resolve("hosts"));
        command.add("-Dsun.net.inetaddr.ttl=0");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NamedHarvest.class.getName()));
        command.add(directory.toString());
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile());
        process.environment().putAll(environment);
        int exit = process.start().waitFor();
        List<String> lines = Files.readAllLines(told);
        assertThat(exit).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
