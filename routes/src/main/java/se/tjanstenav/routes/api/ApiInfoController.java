package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.routes.http.ApiInfo;
import se.tjanstenav.routes.http.Roots;

/** What the API is, in the form the national REST API profile asks for (VER.06, VER.07). */
@RestController
@Tag(name = "about")
class ApiInfoController {

    private static final ApiInfo INFO = new ApiInfo(
            "Tjänstenav", ApiDocumentation.VERSION, LocalDate.of(2026, 11, 22), Roots.CATALOG + "/docs", "beta");

    @Operation(
            operationId = "readApiInfo",
            summary = "Namn, version och status för API:et · Name, version and status of this API")
    @GetMapping(path = Roots.CATALOG + "/api-info", produces = MediaType.APPLICATION_JSON_VALUE)
    ApiInfo apiInfo() {
        return INFO;
    }
}
