package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.ServiceOrder;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Negotiation;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** Services: found in a list, read one by one. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/services", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "services")
class ServicesController {

    private static final Map<String, ServiceOrder> ORDERS = Codes.all(ServiceOrder.class);
    private static final Map<String, Facet> FACETS =
            Arrays.stream(Facet.values()).collect(Collectors.toUnmodifiableMap(Facet::code, facet -> facet));

    private final Catalogue catalogue;
    private final ServiceAnswers answers;
    private final ServiceLists lists;
    private final String linkBase;

    ServicesController(Catalogue catalogue, ServiceAnswers answers, ServiceLists lists, ApiProperties properties) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.lists = lists;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "findServices",
            summary = "Hitta tjänster; alla i namnordning där inga ord ges"
                    + " · Find services; all of them in order of name where no words are given",
            description =
                    "Alla villkor ska vara uppfyllda; av flera värden i ett villkor räcker ett. Som NDJSON eller CSV ges"
                            + " hela urvalet. · All conditions must hold; of several values of one, any will do. As NDJSON or CSV"
                            + " the whole selection is given.")
    @Selecting
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "Ordning; utan värde relevance. Vid processingTime kommer tjänster utan jämförbar tid sist"
                    + " · Order; relevance where not given. By processingTime, services without a comparable time come"
                    + " last",
            schema = @Schema(implementation = ServiceOrder.class))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description =
                    "Parametrar vars värden ska räknas, åtskilda med komma. Varje parameter räknas som om den själv inte"
                            + " vore vald; högst 100 värden var · Parameters whose values are to be counted, separated by"
                            + " commas. Each is counted as if it were not chosen itself; at most 100 values each",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            example = "agency,audience",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "agency",
                                                "audience",
                                                "lifeEvent",
                                                "businessEvent",
                                                "theme",
                                                "channel",
                                                "commitmentStatus",
                                                "offered"
                                            })))
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "En sida; tom bortom slutet · One page; empty where offset lies past the end",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ServiceList.class)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema =
                                @Schema(
                                        implementation = ServiceDetail.class,
                                        description = "En tjänst per rad, i ordning efter id"
                                                + " · A service on each line, in order of id")),
                @Content(
                        mediaType = "text/csv",
                        schema =
                                @Schema(
                                        type = "string",
                                        description = "Enligt RFC 4180 med rubrikrad, i ordning efter id"
                                                + " · By RFC 4180 with a header row, in order of id"))
            })
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        QueryParameters parameters = new QueryParameters(sent);
        ServiceSelection selection = ServiceSelection.read(parameters, catalogue);
        Optional<String> order = parameters.oneOf("sort", ORDERS.keySet());
        Set<String> facets = parameters.several("facets", new TreeSet<>(FACETS.keySet()));
        PageQuery wanted = PageQuery.readOrCount(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        ServiceQuery query = new ServiceQuery(
                selection.words(),
                selection.filter(),
                order.map(ORDERS::get).orElse(ServiceOrder.RELEVANCE),
                facets.stream().map(FACETS::get).collect(Collectors.toSet()),
                languages.first(),
                wanted.offset(),
                wanted.limit());
        Answer page = lists.answer(request.getQueryString(), query, wanted, sent, languages);
        if (page == null) {
            return PublicCaching.negotiated(lists.written(query, wanted, sent, languages), languages.first());
        }
        ReadyAnswers.send(page, MediaType.APPLICATION_JSON, List.of(), request, response);
        return null;
    }

    @Operation(
            operationId = "readService",
            summary = "Hela en tjänst, varifrån varje del kommer och hur färsk den är"
                    + " · The whole of one service, with where each part comes from and how fresh it is")
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "Tjänsten; som länkade data på alla språk · The service; as linked data in all languages",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ServiceDetail.class)),
                @Content(mediaType = "application/ld+json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/turtle", schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "307",
            description = "Tjänsten är densamma som en annan, som har tagit över den"
                    + " · The service is the same as another, which has taken in what is said of it",
            content = @Content)
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json", "text/turtle"})
    @Nullable
    ResponseEntity<byte[]> detail(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CACHE_CONTROL, defaultValue = "")
                    String cacheControl,
            HttpServletRequest request,
            HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException, IOException {
        MediaType type = Negotiation.choose(accept, ServiceAnswers.OFFERED);
        QueryParameters parameters = new QueryParameters(sent);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        ServiceId known = ServiceId.parse(id).orElseThrow(() -> new UnknownServiceException(id));
        if (cacheControl.contains("no-cache")) {
            answers.lookAgain();
        }
        Optional<Answer> answer = answers.answer(known, type, languages);
        if (answer.isEmpty()) {
            return elsewhere(known, sent);
        }
        ReadyAnswers.send(answer.get(), type, ServiceAnswers.links(type), request, response);
        return null;
    }

    /** Not for good, since whoever has said that two services are the same may take that back. */
    private ResponseEntity<byte[]> elsewhere(ServiceId id, MultiValueMap<String, String> sent) {
        ServiceId target = catalogue.mergedInto(id).orElseThrow(() -> new UnknownServiceException(id.value()));
        URI location = UriComponentsBuilder.fromUriString(ServiceDetail.path(linkBase, target))
                .queryParams(sent)
                .encode()
                .build()
                .toUri();
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(location)
                .cacheControl(PublicCaching.PUBLIC)
                .build();
    }
}
