package se.tjanstenav.routes.api;

import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Roots;

/** The head of the OpenAPI document; paths and schemas are read from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    /** Semantic version of the API; below 1 while it is beta (national REST API profile, VER.11). */
    static final String VERSION = "0.1.0";

    /** Refers to the one description of a problem answer. */
    static final String PROBLEM = ProblemContract.REFERENCE;

    /** Refers to the one description of a problem answer that tells when to try again. */
    static final String PASSING_PROBLEM = ProblemContract.PASSING_REFERENCE;

    private static final String DESCRIPTION = """
            **Svenska.** En samlad katalog över myndigheters tjänster: vad de är, hur lång tid de tar och vad \
            myndigheten har lovat, med uppgift om varifrån varje del kommer och hur färsk den är. Begränsning: högst \
            100 poster per sida; sökord är högst 200 tecken. API:et är öppet och kräver ingen autentisering. \
            Versionen är en beta och saknar utlovad servicenivå; inget slutdatum är beslutat.

            **English.** One catalogue of public agencies' services: what they are, how long they take and what the \
            agency has promised, with the source and freshness of every part. Limits: at most 100 entries a page; \
            search words are at most 200 characters. The API is open and needs no authentication. This version is a \
            beta without a promised service level; no retirement date is set.
            """;

    /** The citizen API only; the registry API has a document of its own. */
    @Bean
    GroupedOpenApi citizenApi() {
        return GroupedOpenApi.builder()
                .group(Roots.CATALOG_GROUP)
                .packagesToScan("se.tjanstenav.routes.api")
                .pathsToMatch(Roots.CATALOG + "/**")
                .addOpenApiCustomizer(ContractCompletion::complete)
                .build();
    }

    @Bean
    OpenAPI openApi(ApiProperties properties) {
        String server = properties.publicUrl() == null ? "https://tjanstenav.example" : properties.linkBase();
        return new OpenAPI()
                .info(new Info()
                        .title("Tjänstenav – citizen API")
                        .version(VERSION)
                        .description(DESCRIPTION)
                        .contact(new Contact().name("Tjänstenav"))
                        .license(new License()
                                .name("EUPL-1.2")
                                .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")))
                .tags(List.of(
                        new Tag()
                                .name("services")
                                .description("Tjänster, tider och åtaganden · Services, times, commitments"),
                        new Tag()
                                .name("comparisons")
                                .description("Jämförelser mellan myndigheter · Comparisons over agencies"),
                        new Tag()
                                .name("changes")
                                .description("Ändringar, för den som håller en kopia · Changes, for copies"),
                        new Tag()
                                .name("life-events")
                                .description("Livshändelser och företagshändelser · Life events and business events"),
                        new Tag().name("guidance").description("Vägledning · Guidance for contact centres"),
                        new Tag().name("agencies").description("Myndigheter · Agencies"),
                        new Tag()
                                .name("linked data")
                                .description("Länkade data enligt CPSV-AP och DCAT · Linked data by CPSV-AP and DCAT"),
                        new Tag().name("sources").description("Källornas färskhet · How fresh the sources are"),
                        new Tag().name("about").description("Om API:et · About the API")))
                .servers(List.of(new Server().url(server)))
                .externalDocs(new ExternalDocumentation()
                        .description("REST API-profilen")
                        .url("https://www.dataportal.se/rest-api-profil"));
    }
}
