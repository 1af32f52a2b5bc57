package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/**
 * Whole selections of services, in order of id. Memory holds one page of them however many there are; each service is of
 * one published generation, as the catalogue is when its page is read.
 */
@RestController
@RequestMapping(Roots.CATALOG + "/services")
@Tag(name = "services")
class ServiceExportController {

    private static final byte LINE_FEED = '\n';

    private final Catalogue catalogue;
    private final ServiceAnswers answers;
    private final Exports exports;

    ServiceExportController(Catalogue catalogue, ServiceAnswers answers, Exports exports) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.exports = exports;
    }

    @Operation(
            operationId = "findServices",
            summary = "A whole selection of services, each as JSON on a line of its own")
    @Selecting
    @ApiResponse(
            responseCode = "200",
            description = "A line for each service, in order of id",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = ServiceDetail.class)))
    @ApiResponse(responseCode = "400", ref = ApiDocumentation.PROBLEM)
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PROBLEM)
    @GetMapping(produces = "application/x-ndjson")
    void lines(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = wanted(sent, acceptLanguage);
        exports.send(request, response, Exports.NDJSON, wanted.languages(), out -> {
            Iterator<Service> services = all(wanted);
            while (services.hasNext()) {
                out.write(answers.unkept(services.next(), wanted.languages()));
                out.write(LINE_FEED);
            }
        });
    }

    @Operation(operationId = "findServices", summary = "A whole selection of services as a table")
    @Selecting
    @ApiResponse(
            responseCode = "200",
            description = "CSV by RFC 4180 with a header row, in order of id",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", ref = ApiDocumentation.PROBLEM)
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PROBLEM)
    @GetMapping(produces = "text/csv")
    void table(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = wanted(sent, acceptLanguage);
        Exports.asFile(response, "services.csv");
        exports.send(request, response, Exports.CSV, wanted.languages(), out -> {
            Iterator<Service> services = all(wanted);
            CsvRows rows = new CsvRows(out, ServiceRow.COLUMNS);
            while (services.hasNext()) {
                Service service = services.next();
                ServiceRow.write(
                        rows, service, ServiceAnswers.agency(catalogue, service.authority()), wanted.languages());
            }
            rows.flush();
        });
    }

    private Iterator<Service> all(Wanted wanted) {
        return catalogue.all(wanted.selection().words(), wanted.selection().filter());
    }

    private Wanted wanted(MultiValueMap<String, String> sent, @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        ServiceSelection selection = ServiceSelection.read(parameters, catalogue);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        Exports.refuseParts(parameters, "sort", "facets");
        parameters.check();
        return new Wanted(selection, languages);
    }

    private record Wanted(ServiceSelection selection, Languages languages) {}
}
