package se.tjanstenav.routes.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** Says in the contract what holds for every operation, so that no controller has to repeat it. */
final class ContractCompletion {

    private static final String JSON = "application/json";
    private static final String NOT_MODIFIED = "304";
    private static final String TOO_MANY_REQUESTS = "429";

    /** What every operation can be answered with besides its own answers. */
    private static final List<String> PROBLEMS = List.of("400", "406", "414", "500");

    private ContractCompletion() {}

    static void complete(OpenAPI api) {
        ProblemContract.addTo(api.getComponents());
        api.getPaths().values().forEach(path -> path.readOperations().forEach(ContractCompletion::complete));
    }

    private static void complete(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ContractCompletion::complete);
        }
        ApiResponses responses = operation.getResponses();
        PROBLEMS.stream()
                .filter(status -> !responses.containsKey(status))
                .forEach(status -> responses.addApiResponse(status, new ApiResponse().$ref(ApiDocumentation.PROBLEM)));
        responses.addApiResponse(TOO_MANY_REQUESTS, new ApiResponse().$ref(ApiDocumentation.PASSING_PROBLEM));
        ApiResponse ok = responses.get("200");
        if (ok != null) {
            describeHeaders(ok);
            giveExample(ok, operation.getOperationId());
            responses.computeIfAbsent(NOT_MODIFIED, status -> new ApiResponse()
                    .description("Oförändrat sedan If-None-Match · Unchanged since the ETag in If-None-Match"));
        }
    }

    private static void complete(Parameter parameter) {
        if (parameter.getSchema() == null && parameter.getContent() == null) {
            parameter.setSchema(new StringSchema());
        }
        if ("path".equals(parameter.getIn()) && parameter.getDescription() == null) {
            parameter.setDescription("Id från en lista · Id from a list");
        }
    }

    private static void giveExample(ApiResponse ok, String operationId) {
        MediaType json = ok.getContent() == null ? null : ok.getContent().get(JSON);
        JsonNode example = ContractExamples.of(operationId);
        if (json != null && example != null) {
            json.setExample(example);
        }
    }

    private static void describeHeaders(ApiResponse ok) {
        ok.addHeaderObject("ETag", header("For If-None-Match: an unchanged answer is not sent again"));
        ok.addHeaderObject("Cache-Control", header("How long the answer may be kept, and used while the hub is away"));
        ok.addHeaderObject("traceparent", header("The trace under which the request was answered"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
