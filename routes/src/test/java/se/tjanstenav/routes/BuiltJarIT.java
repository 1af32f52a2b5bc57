package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltJarIT {

    @Test
    void holdsNoStubsAndNoTestLibraries() throws IOException {
        try (JarFile jar = new JarFile(HubProcess.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/camel-core-engine"))
                    .noneMatch(
                            name -> name.matches("BOOT-INF/lib/(wiremock|mocks|junit|assertj|awaitility|archunit).*"));
        }
    }

    @Test
    void runsTheHubAloneInAnEmptyFolder(@TempDir Path folder) throws IOException {
        try (HubProcess hub = HubProcess.start(folder, "hub.log", List.of())) {
            assertThat(hub.client()
                            .json("/catalog/v1/services")
                            .at("/meta/total")
                            .asInt(-1))
                    .isZero();
            assertThat(hub.client()
                            .json("/actuator/health/readiness")
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(folder.resolve("data"))
                    .isDirectoryContaining(path -> path.getFileName().toString().equals("tjanstenav.db"));
        }
    }

    @Test
    void writesStructuredLogsOnASwitch(@TempDir Path folder) throws IOException {
        List<String> arguments = List.of("--logging.structured.format.console=ecs");
        try (HubProcess hub = HubProcess.start(folder, "hub.log", arguments)) {
            assertThat(hub.log().lines().filter(line -> line.startsWith("{")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("\"@timestamp\"", "\"log\""));
        }
    }

    @Test
    void namesTheFileThePointerAndTheRemedyOfAnInvalidDescriptor(@TempDir Path folder) throws IOException {
        Path descriptors = Files.createDirectories(folder.resolve("data/connectors"));
        Files.writeString(descriptors.resolve("broken.yaml"), """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: broken, agency: broken, title: Broken, owner: nobody@broken.example}
                spec:
                  egress: {hosts: [api.broken.example]}
                  feeds:
                    - name: services
                      kind: servizes
                """);
        try (HubProcess hub = HubProcess.start(folder, "hub.log", List.of())) {
            assertThat(hub.client().get("/catalog/v1/services").statusCode()).isEqualTo(200);
            assertThat(hub.log()).contains("broken.yaml", "/spec/feeds/0/kind", "processingTimes");
        }
    }
}
