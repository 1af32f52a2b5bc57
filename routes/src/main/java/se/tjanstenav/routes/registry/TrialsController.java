package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.Trials;
import se.tjanstenav.connectors.trial.BusyException;
import se.tjanstenav.connectors.trial.DryRunProperties;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunSettings;
import se.tjanstenav.connectors.trial.JsonReport;
import se.tjanstenav.connectors.trial.UnknownFeedException;
import se.tjanstenav.connectors.trial.Validation;
import se.tjanstenav.routes.http.InvalidRequestException;
import se.tjanstenav.routes.http.ProblemAdvice;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.RequestFault;
import se.tjanstenav.routes.http.Roots;

/**
 * Validations and dry runs, of texts that need not be registered and of versions. Whatever is found in the descriptor or
 * at the agency is the answer, and so 200; what cannot even be tried is a problem.
 */
@RestController
@RequestMapping(path = Roots.REGISTRY, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "trials")
class TrialsController {

    private final Trials trials;
    private final DryRunProperties properties;
    private final ProblemAdvice problems;

    TrialsController(Trials trials, DryRunProperties properties, ProblemAdvice problems) {
        this.trials = trials;
        this.properties = properties;
        this.problems = problems;
    }

    @Operation(
            summary = "Validates a descriptor that is not registered",
            description =
                    "Lists everything that is wrong with it, by pointer, line and column, with what to do. Nothing"
                            + " is stored, and nothing is asked of the agency.")
    @ApiResponse(
            responseCode = "200",
            description = "It was validated, and is valid or not",
            content = @Content(schema = @Schema(implementation = Validation.class)))
    @ApiResponse(responseCode = "429", ref = "#/components/responses/Problem")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = DescriptorBody.YAML, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            })
    @PostMapping(
            path = "/validations",
            consumes = {
                DescriptorBody.YAML,
                DescriptorBody.X_YAML,
                DescriptorBody.TEXT_YAML,
                MediaType.APPLICATION_JSON_VALUE
            })
    String validate(
            Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        DescriptorBody descriptor = DescriptorBody.read(type, body);
        return JsonReport.write(trials.validate(descriptor.text(), descriptor.format(), caller));
    }

    @Operation(
            summary = "Tries a descriptor that is not registered",
            description = "Reads the first records of each feed and tells what a run would make of them: record and"
                    + " contribution side by side, what would change field by field, warnings, source fields that are"
                    + " ignored and what the model would like. Nothing is written. Secrets are those of the registered"
                    + " connector of the same id.")
    @ApiResponse(
            responseCode = "200",
            description = "It was tried, whatever came of it",
            content = @Content(schema = @Schema(implementation = DryRunReport.class)))
    @ApiResponse(responseCode = "429", ref = "#/components/responses/Problem")
    @Parameter(name = "records", in = ParameterIn.QUERY, description = "Records of each feed, 1 to 100, by default 5")
    @Parameter(name = "feed", in = ParameterIn.QUERY, description = "The one feed to try, by default all")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = DescriptorBody.YAML, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            })
    @PostMapping(
            path = "/dry-runs",
            consumes = {
                DescriptorBody.YAML,
                DescriptorBody.X_YAML,
                DescriptorBody.TEXT_YAML,
                MediaType.APPLICATION_JSON_VALUE
            })
    String tryText(
            Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        DryRunSettings settings = settings(sent);
        DescriptorBody descriptor = DescriptorBody.read(type, body);
        return tried(asked -> trials.tryText(descriptor.text(), descriptor.format(), asked, caller), settings);
    }

    @Operation(
            summary = "Tries a version of a connector",
            description = "As a dry run of a text that is not registered does.")
    @ApiResponse(
            responseCode = "200",
            description = "It was tried, whatever came of it",
            content = @Content(schema = @Schema(implementation = DryRunReport.class)))
    @ApiResponse(responseCode = "429", ref = "#/components/responses/Problem")
    @Parameter(name = "records", in = ParameterIn.QUERY, description = "Records of each feed, 1 to 100, by default 5")
    @Parameter(name = "feed", in = ParameterIn.QUERY, description = "The one feed to try, by default all")
    @PostMapping("/connectors/{id}/versions/{number}/dry-runs")
    String tryVersion(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        DryRunSettings settings = settings(sent);
        Paths.requireNoBody(body);
        int version = Paths.number(Paths.id(id), number);
        return tried(asked -> trials.tryVersion(id, version, asked, caller), settings);
    }

    private DryRunSettings settings(MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        int records = parameters.number("records", DryRunSettings.RECORDS, 1, DryRunSettings.MOST_RECORDS);
        String feed = parameters.text("feed").orElse(null);
        parameters.check();
        return new DryRunSettings(records, feed, properties.deadline());
    }

    /** As at a terminal, with nulls: what an agency sent as null is shown as null. */
    private static String tried(Function<DryRunSettings, DryRunReport> trial, DryRunSettings settings) {
        try {
            return JsonReport.write(trial.apply(settings));
        } catch (UnknownFeedException e) {
            throw new InvalidRequestException(List.of(new RequestFault("/query/feed", e.detail())));
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(BusyException e, WebRequest request) {
        ResponseEntity<Object> told =
                problems.told(new ProblemException(ProblemType.TOO_MANY_REQUESTS, e.detail()), request);
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter().toSeconds()))
                .body(told.getBody());
    }
}
