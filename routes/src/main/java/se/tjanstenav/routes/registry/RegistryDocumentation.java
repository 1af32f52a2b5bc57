package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.Roots;

/** The OpenAPI document of the registry API, beside the citizen API's: each describes its own paths only. */
@Configuration(proxyBeanMethods = false)
class RegistryDocumentation {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";

    /** What every operation can be answered with besides its own answers. */
    private static final List<String> PROBLEMS = List.of("400", "401", "404", "405", "406", "500");

    private static final List<String> PROBLEMS_OF_WRITES = List.of("403", "409", "412", "413", "415", "422");

    private static final String DESCRIPTION = """
            **Svenska.** Här ansluter en myndighet sina tjänster själv: lägger in en anslutningsbeskrivning, får den \
            granskad, godkänd av en andra person och satt i drift utan omstart, följer sina körningar och rullar \
            tillbaka. Varje nyckel ser och rör bara den egna myndighetens anslutningar. Begränsning: en beskrivning är \
            högst 512 KiB, högst 100 poster per sida, högst 1 000 versioner per anslutning. Autentisering: \
            `Authorization: Bearer` eller `X-API-Key`. Versionen är en beta utan utlovad servicenivå; inget slutdatum \
            är beslutat.

            **English.** Here an agency connects its services itself: posts a connector descriptor, has it validated, \
            approved by a second person and activated without a restart, follows its runs and rolls back. Every key \
            sees and touches its own agency's connectors only. Limits: a descriptor has at most 512 KiB, a page at most \
            100 entries, a connector at most 1,000 versions. Authentication: `Authorization: Bearer` or `X-API-Key`. \
            This version is a beta without a promised service level; no retirement date is set.
            """;

    @Bean
    GroupedOpenApi registryApi() {
        return GroupedOpenApi.builder()
                .group(Roots.REGISTRY_GROUP)
                .packagesToScan("se.tjanstenav.routes.registry", "se.tjanstenav.routes.access")
                .pathsToMatch(Roots.REGISTRY + "/**")
                .addOpenApiCustomizer(RegistryDocumentation::describe)
                .build();
    }

    private static void describe(OpenAPI api) {
        api.info(new Info()
                        .title("Tjänstenav – registry API")
                        .version("0.1.0")
                        .description(DESCRIPTION)
                        .contact(new Contact().name("Tjänstenav"))
                        .license(new License()
                                .name("EUPL-1.2")
                                .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")))
                .tags(List.of(
                        tag("connectors", "Anslutningar · Connectors"),
                        tag("versions", "Versioner av en anslutning · Versions of a connector"),
                        tag("trials", "Granskning och torrkörning · Validations and dry runs"),
                        tag("state", "Drift, paus, återgång · Activation, pause, roll-back"),
                        tag("runs", "Körningar · Runs"),
                        tag("secrets", "Hemligheter · Secrets"),
                        tag("quality", "Uppgifternas kvalitet · Quality of records"),
                        tag("keys", "Nycklar · Keys"),
                        tag("index", "Sökindex · Search index"),
                        tag("audit", "Vem gjorde vad · Who did what"),
                        tag("schemas", "Scheman för redigerare · Schemas for editors"),
                        tag("about", "Om API:et · About the API")))
                .security(
                        List.of(new SecurityRequirement().addList(BEARER), new SecurityRequirement().addList(API_KEY)));
        Components components = api.getComponents();
        components.addSchemas("Fault", fault());
        components.addResponses("Problem", problem());
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A key of the registry, or a JWT where the hub trusts an issuer"));
        components.addSecuritySchemes(
                API_KEY,
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key"));
        api.getPaths().values().forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
            add(PROBLEMS, operation.getResponses());
            if (method != HttpMethod.GET) {
                add(PROBLEMS_OF_WRITES, operation.getResponses());
            }
        }));
    }

    private static void add(List<String> problems, ApiResponses responses) {
        problems.stream()
                .filter(status -> !responses.containsKey(status))
                .forEach(status -> responses.addApiResponse(status, new ApiResponse().$ref(PROBLEM)));
    }

    private static Schema<?> fault() {
        return new ObjectSchema()
                .addProperty("pointer", new StringSchema().example("/spec/feeds/0/response/records"))
                .addProperty("detail", new StringSchema().description("What is wrong and what is allowed"))
                .addProperty("remedy", new StringSchema().description("What to do"))
                .addProperty("line", new IntegerSchema().description("Line of the text that was sent, from 1"))
                .addProperty("column", new IntegerSchema().description("Column in that line, from 1"));
    }

    private static ApiResponse problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("type", new StringSchema().example(ProblemType.INVALID_DESCRIPTOR.uri()))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Fault")));
        return new ApiResponse()
                .description("A problem as of RFC 9457")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
