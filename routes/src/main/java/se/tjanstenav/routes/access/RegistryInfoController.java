package se.tjanstenav.routes.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.routes.http.ApiInfo;
import se.tjanstenav.routes.http.Roots;

/** What the registry API is, in the form the national REST API profile asks for (VER.06, VER.07). */
@RestController
@Tag(name = "about")
class RegistryInfoController {

    private static final ApiInfo INFO = new ApiInfo(
            "Tjänstenav registry", "0.1.0", LocalDate.of(2026, 11, 25), Roots.REGISTRY + "/openapi.json", "beta");

    @Operation(summary = "Name, version and status of this API")
    @SecurityRequirements
    @GetMapping(path = Roots.REGISTRY + "/api-info", produces = MediaType.APPLICATION_JSON_VALUE)
    ApiInfo apiInfo() {
        return INFO;
    }
}
