package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.routes.http.Roots;

/** The schemas that editors complete descriptors with, open to everybody. */
@RestController
@Tag(name = "schemas")
class SchemasController {

    private static final String FOLDER = "se/tjanstenav/connectors/";
    private static final MediaType SCHEMA = new MediaType("application", "schema+json");

    @Operation(summary = "The JSON Schema of a descriptor")
    @SecurityRequirements
    @GetMapping(Roots.REGISTRY + "/connector.schema.json")
    ResponseEntity<Resource> connector() {
        return schema("connector.schema.json");
    }

    @Operation(summary = "The JSON Schema of what a mapping makes of a record")
    @SecurityRequirements
    @GetMapping(Roots.REGISTRY + "/contribution.schema.json")
    ResponseEntity<Resource> contribution() {
        return schema("contribution.schema.json");
    }

    private static ResponseEntity<Resource> schema(String name) {
        return ResponseEntity.ok().contentType(SCHEMA).body(new ClassPathResource(FOLDER + name));
    }
}
