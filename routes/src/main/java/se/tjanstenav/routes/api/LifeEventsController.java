package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.routes.api.LifeEventSummary.LifeEventList;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** Life events and business events as journeys through the services of many agencies. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/life-events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "life-events")
class LifeEventsController {

    private static final Map<String, Journey.Kind> KINDS = Codes.all(Journey.Kind.class);

    private final Journeys journeys;
    private final LifeEventAnswers events;
    private final String linkBase;

    LifeEventsController(Journeys journeys, LifeEventAnswers events, ApiProperties properties) {
        this.journeys = journeys;
        this.events = events;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "listLifeEvents",
            summary = "Livshändelser och företagshändelser · Life events and business events")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Privatpersoners eller företags · Of private persons, or of businesses",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"businessEvent", "lifeEvent"}))
    @Parameter(
            name = "event",
            in = ParameterIn.QUERY,
            description = "Händelsens kod, som i tjänsters lifeEvents och businessEvents"
                    + " · Code of the event, as in lifeEvents and businessEvents of services",
            example = "havingAChild")
    @Paged
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "En sida; tom bortom slutet · One page; empty where offset lies past the end")
    @GetMapping
    ResponseEntity<LifeEventList> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> kind =
                parameters.oneOf("kind", KINDS.keySet().stream().sorted().toList());
        Optional<String> event = parameters.text("event");
        PageQuery wanted = PageQuery.readOrCount(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        Page<PublishedJourney> page =
                journeys.page(kind.map(KINDS::get).orElse(null), event.orElse(null), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        List<LifeEventSummary> items = page.items().stream()
                .map(journey -> events.summary(journey, languages))
                .toList();
        return PublicCaching.answer(
                new LifeEventList(
                        items, meta, new PageLinks(linkBase + Roots.CATALOG + "/life-events", sent).around(meta)),
                languages.first());
    }

    @Operation(
            operationId = "readLifeEvent",
            summary = "Vad man gör när något händer, steg för steg över alla myndigheter, och hur lång tid det tar"
                    + " · What to do when something happens, step by step over all agencies, and how long it takes",
            description = "The expected time is the sum of observed times, else forecasts, of the steps that everybody"
                    + " takes. Every step tells whether it is counted, and why not; services that nobody publishes are"
                    + " named. It is never guessed.")
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "Händelsen med stegen i ordning · The event with its steps in order")
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping("/{id}")
    ResponseEntity<LifeEventDetail> detail(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        PublishedJourney journey =
                JourneyId.parse(id).flatMap(journeys::journey).orElseThrow(() -> new UnknownLifeEventException(id));
        return PublicCaching.answer(
                events.detail(journey, languages), journey.journey().name().bestLanguage(languages.preferred()));
    }
}
