package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** The page where people try the API, and the contract that it shows. */
@ExtendWith(FederatedHub.class)
class ApiPageTest {

    @Test
    void theContractAndItsPageAreServedFromHere(HubClient hub) {
        JsonNode contract = hub.json("/catalog/v1/openapi.json");
        assertThat(contract.path("openapi").asString()).startsWith("3.1");
        assertThat(contract.at("/info/description").asString()).contains("Begränsning", "Limits");
        assertThat(contract.path("paths").propertyNames())
                .contains("/catalog/v1/services", "/catalog/v1/services/{id}", "/catalog/v1/sources");
        assertThat(new String(hub.get("/catalog/v1/openapi.yaml").body(), StandardCharsets.UTF_8))
                .startsWith("openapi: 3.1");

        HttpResponse<byte[]> page = hub.get("/catalog/v1/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).doesNotContain("//cdn", "https://unpkg");
        assertThat(hub.get("/catalog/v1/docs").statusCode()).isEqualTo(302);
    }

    @Test
    void thePageFindsOperationsByMoreThanTheirTags(HubClient hub) {
        byte[] script = hub.get("/catalog/v1/swagger-ui/swagger-initializer.js").body();

        assertThat(new String(script, StandardCharsets.UTF_8))
                .startsWith("// Swagger UI's own filter")
                .contains("opsFilter: (tags, phrase)", "\"summary\", \"description\", \"operationId\"")
                .containsPattern("plugins: \\[\\s+findOperations,\\s+SwaggerUIBundle")
                .contains("\"filter\" : \"true\"", "Sök på sökväg, text eller namn", "Find by path, text or name");
    }
}
