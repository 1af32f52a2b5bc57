package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchOutageTest {

    /** Nothing listens on the lowest port of a machine that is not forty years old. */
    private static final String NOBODY = "http://127.0.0.1:1";

    @Test
    void theHubStartsWithoutItsSearchServerAndAnswersAllElse(@TempDir Path folder) {
        try (HubUnderTest hub = HubUnderTest.alone(folder, "--tjanstenav.catalog.search.opensearch.uris=" + NOBODY)) {
            HubClient client = hub.operator();

            HttpResponse<byte[]> search = client.get("/catalog/v1/services?q=flytta");

            assertThat(search.statusCode()).isEqualTo(503);
            assertThat(search.headers().firstValue("Retry-After")).contains("5");
            assertThat(search.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = client.json(search);
            assertThat(problem.path("type").asString()).isEqualTo("urn:tjanstenav:problem:unavailable");
            assertThat(problem.toString()).doesNotContain("127.0.0.1");
            assertThat(client.get("/catalog/v1/sources").statusCode()).isEqualTo(200);
            assertThat(client.get("/catalog/v1/services/skatteverket-none").statusCode())
                    .isEqualTo(404);
            assertThat(client.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }
}
