package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.DescriptorFault;
import se.tjanstenav.mocks.StubAgencies;

/** An agency is connected by laying a file into a folder, while the hub runs. */
class NewDescriptorTest {

    private static final String NEIGHBOUR = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: grannkommun, agency: grannkommun, title: Grannkommunen, owner: it@grannkommun.example}
            spec:
              egress: {hosts: [api.skelleftea.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  freshness: {fresh: 2h}
                  request: {path: /kontaktcenter/v1/tjanster}
                  pagination: {type: offset, parameter: offset, sizeParameter: limit, size: 50, total: /meta/total}
                  response: {format: json, records: /data, id: /artikel_id}
                  mapping: {language: jsonata, expression: "{'code': artikel_id, 'description': {'name': titel}}"}
            """;

    @TempDir
    private Path folder;

    private StubAgencies agencies;
    private HubUnderTest hub;
    private HubClient client;
    private Path descriptor;

    @BeforeEach
    void start() throws IOException {
        descriptor = Files.createDirectories(folder.resolve("connectors")).resolve("grannkommun.yaml");
        agencies = StubAgencies.launch("skelleftea");
        hub = HubUnderTest.start(agencies, folder, "--tjanstenav.connectors.look-again-every=100ms");
        client = hub.client();
    }

    @AfterEach
    void stop() {
        hub.close();
        agencies.close();
    }

    @Test
    void appearsInTheCatalogueWithoutARestart() throws IOException {
        assertThat(total()).isZero();

        Files.writeString(descriptor, NEIGHBOUR);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(total()).isEqualTo(10));
        assertThat(client.json("/catalog/v1/sources").path("sources").valueStream())
                .anySatisfy(source -> assertThat(source.path("id").asString()).isEqualTo("grannkommun/services"));
    }

    @Test
    void staysAsItWasWhileItsFileIsFaultyAndChangesWithIt() throws IOException {
        Files.writeString(descriptor, NEIGHBOUR);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(total()).isEqualTo(10));

        Files.writeString(descriptor, NEIGHBOUR.replace("records: /data", "recods: /data"));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(hub.bean(Connectors.class).faults())
                        .extracting(DescriptorFault::pointer)
                        .contains("/spec/feeds/0/response/recods"));
        assertThat(total()).isEqualTo(10);

        Files.writeString(descriptor, NEIGHBOUR.replace("{'name': titel}", "{'name': {'sv': 'Grannens ' & titel.sv}}"));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(client.json("/catalog/v1/services?agency=grannkommun&limit=1")
                                .at("/services/0/name")
                                .asString())
                        .startsWith("Grannens "));
    }

    private int total() {
        return client.json("/catalog/v1/services?agency=grannkommun")
                .at("/meta/total")
                .asInt();
    }
}
