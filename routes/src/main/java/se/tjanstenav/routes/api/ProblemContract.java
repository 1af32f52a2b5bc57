package se.tjanstenav.routes.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.tjanstenav.routes.http.ProblemType;

/** What a problem looks like (RFC 9457), described once for all operations. */
final class ProblemContract {

    static final String REFERENCE = "#/components/responses/Problem";

    /** For a problem that passes by itself. */
    static final String PASSING_REFERENCE = "#/components/responses/PassingProblem";

    private static final String NAME = "Problem";
    private static final String PASSING_NAME = "PassingProblem";

    private ProblemContract() {}

    static void addTo(Components components) {
        components.addSchemas(NAME, problem());
        components.addResponses(NAME, answer("Ett problem enligt RFC 9457 · A problem as of RFC 9457", notValid()));
        components.addResponses(
                PASSING_NAME,
                answer("Ett problem som går över · A problem that passes", unavailable())
                        .addHeaderObject(
                                "Retry-After",
                                new Header()
                                        .description("Försök igen efter så många sekunder"
                                                + " · Try again after so many seconds")
                                        .required(true)
                                        .schema(new IntegerSchema())));
    }

    private static ApiResponse answer(String description, Map<String, Object> example) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + NAME))
                                        .example(example)));
    }

    private static Schema<?> problem() {
        StringSchema type = new StringSchema();
        Stream.of(ProblemType.values())
                .filter(ProblemType::ofCitizens)
                .forEach(known -> type.addEnumItem(known.uri().toString()));
        return new ObjectSchema()
                .addProperty("type", type.description("Problemets slag, att lita på · The kind of problem, to rely on"))
                .addProperty("title", new StringSchema().description("Slaget i ord · The kind in words"))
                .addProperty("status", new IntegerSchema())
                .addProperty(
                        "detail",
                        new StringSchema()
                                .description("Vad som är fel och vad som går · What is wrong, what is allowed"))
                .addProperty("instance", new StringSchema().description("Sökvägen · The path that was asked for"))
                .addProperty(
                        "errors",
                        new ArraySchema().items(fault()).description("Alla fel på en gång · All faults at once"))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema<?> fault() {
        return new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("Var i anropet · Where in the request"))
                .addProperty("detail", new StringSchema())
                .required(List.of("pointer", "detail"));
    }

    private static Map<String, Object> notValid() {
        String detail = "Parameter 'limit': '500' is not a whole number from 0 to 100";
        return Map.of(
                "type",
                ProblemType.INVALID_REQUEST.uri(),
                "title",
                "The request is not valid",
                "status",
                400,
                "detail",
                detail,
                "instance",
                "/catalog/v1/services",
                "errors",
                List.of(Map.of("pointer", "/query/limit", "detail", detail)));
    }

    private static Map<String, Object> unavailable() {
        return Map.of(
                "type",
                ProblemType.UNAVAILABLE.uri(),
                "title",
                "The hub cannot answer this at present",
                "status",
                503,
                "detail",
                "16 exports are being sent already; try again in a minute",
                "instance",
                "/catalog/v1/services");
    }
}
