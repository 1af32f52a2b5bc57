package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.History;
import se.tjanstenav.catalog.History.Selection;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.api.ObservationDetail.ObservationList;
import se.tjanstenav.routes.api.PastOutcomeDetail.PastOutcomeList;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** How long a service has taken, and how its commitments have turned out. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/services/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "services")
class HistoryController {

    private static final Map<String, ProcessingTime.Kind> KINDS = Codes.all(ProcessingTime.Kind.class);

    private final Catalogue catalogue;
    private final History history;
    private final String linkBase;

    HistoryController(Catalogue catalogue, History history, ApiProperties properties) {
        this.catalogue = catalogue;
        this.history = history;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "listObservations",
            summary = "Hur lång tid en tjänst tar och har tagit, efter period"
                    + " · How long a service takes and has taken, by period",
            description = "Every statement once, also those that the agency has corrected or publishes no longer.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Bara tider av detta slag · Only times of this kind",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"legalDeadline", "observed", "forecast", "queue"}),
            example = "observed")
    @Parameter(
            name = "series",
            in = ParameterIn.QUERY,
            description = "Bara det som mäter just detta · Only what measures this very thing")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Från och med · First day of interest",
            schema = @Schema(type = "string", format = "date"),
            example = "2026-01-01")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Till och med · Last day of interest",
            schema = @Schema(type = "string", format = "date"),
            example = "2026-12-31")
    @Paged
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "En sida, äldsta perioden först · One page, the oldest period first")
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping("/processing-times")
    ResponseEntity<ObservationList> processingTimes(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Selection selection = new Selection(
                parameters.oneOf("kind", KINDS.keySet()).map(KINDS::get).orElse(null),
                parameters.text("series").orElse(null),
                parameters.day("from").orElse(null),
                parameters.day("to").orElse(null));
        PageQuery wanted = PageQuery.readOrCount(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        ServiceId service = service(id);
        Page<History.Observation> page = history.observations(service, selection, wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        List<ObservationDetail> items = page.items().stream()
                .map(observation -> ObservationDetail.of(observation, languages))
                .toList();
        return PublicCaching.answer(
                new ObservationList(
                        items,
                        meta,
                        new PageLinks(ServiceDetail.path(linkBase, service) + "/processing-times", sent).around(meta)),
                languages.first());
    }

    @Operation(
            operationId = "listPastOutcomes",
            summary = "Hur åtagandena har hållits, i den ordning det framkom"
                    + " · How commitments have turned out, in the order that it was found")
    @Paged
    @Multilingual
    @ApiResponse(responseCode = "200", description = "En sida · One page")
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping("/commitment-outcomes")
    ResponseEntity<PastOutcomeList> commitmentOutcomes(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.readOrCount(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        ServiceId service = service(id);
        Page<History.PastOutcome> page = history.outcomes(service, wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        List<PastOutcomeDetail> items = page.items().stream()
                .map(past -> PastOutcomeDetail.of(past, languages))
                .toList();
        return PublicCaching.answer(
                new PastOutcomeList(
                        items,
                        meta,
                        new PageLinks(ServiceDetail.path(linkBase, service) + "/commitment-outcomes", sent)
                                .around(meta)),
                languages.first());
    }

    /** The service itself, or the one that it has become a part of. */
    private ServiceId service(String id) {
        ServiceId known = ServiceId.parse(id).orElseThrow(() -> new UnknownServiceException(id));
        return catalogue.service(known).isPresent()
                ? known
                : catalogue.mergedInto(known).orElseThrow(() -> new UnknownServiceException(id));
    }
}
