package se.tjanstenav.routes.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.MultipleOpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves each API's contract under the API's own root (national REST API profile, DOK.23 and DOK.24), written by springdoc
 * from the controllers once.
 */
@RestController
@Hidden
class OpenApiController {

    private static final String YAML = "application/yaml";

    /** Springdoc cuts these off a request's address to find out the server, which the documents name themselves. */
    private static final String NO_PATH = "";

    private final MultipleOpenApiWebMvcResource documents;

    OpenApiController(MultipleOpenApiWebMvcResource documents) {
        this.documents = documents;
    }

    @GetMapping(path = Roots.CATALOG + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] citizenJson(HttpServletRequest request) throws JsonProcessingException {
        return documents.openapiJson(request, NO_PATH, Roots.CATALOG_GROUP, Locale.ENGLISH);
    }

    @GetMapping(path = Roots.CATALOG + "/openapi.yaml", produces = YAML)
    byte[] citizenYaml(HttpServletRequest request) throws JsonProcessingException {
        return documents.openapiYaml(request, NO_PATH, Roots.CATALOG_GROUP, Locale.ENGLISH);
    }

    @GetMapping(path = Roots.REGISTRY + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] registryJson(HttpServletRequest request) throws JsonProcessingException {
        return documents.openapiJson(request, NO_PATH, Roots.REGISTRY_GROUP, Locale.ENGLISH);
    }

    @GetMapping(path = Roots.REGISTRY + "/openapi.yaml", produces = YAML)
    byte[] registryYaml(HttpServletRequest request) throws JsonProcessingException {
        return documents.openapiYaml(request, NO_PATH, Roots.REGISTRY_GROUP, Locale.ENGLISH);
    }
}
