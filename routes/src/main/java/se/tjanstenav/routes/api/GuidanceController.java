package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.guidance.Scope;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.api.GuidanceDetail.Guided;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** Helps a contact centre, or a citizen, from a question to who can help with it now. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/guidance", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "guidance")
class GuidanceController {

    /** Whoever sits with a citizen on the phone reads three answers, not twenty. */
    private static final int SHOWN = 3;

    /** Among so many of the best matches a local service may take the place of the national one. */
    private static final int LOOKED_AT = 20;

    /** Channels open and close; nobody should hear for long what no longer holds. */
    private static final Duration HOLDS_FOR = Duration.ofSeconds(30);

    private static final int LONGEST_QUESTION = 200;

    private final Catalogue catalogue;
    private final GuidedServices guided;
    private final Clock clock;
    private final String path;

    GuidanceController(Catalogue catalogue, GuidedServices guided, Clock clock, ApiProperties properties) {
        this.catalogue = catalogue;
        this.guided = guided;
        this.clock = clock;
        this.path = properties.linkBase() + Roots.CATALOG + "/guidance";
    }

    @Operation(
            operationId = "guide",
            summary =
                    "Vad en fråga gäller, vem som svarar för det där, vilken kanal som är öppen och hur lång tid det tar"
                            + " · What a question is about, who answers for it there, which channel is open, and how long it takes",
            description =
                    "The three services that the question is most probably about. Opening hours are Swedish time; on"
                            + " public holidays a channel counts as closed unless it says otherwise. What is not known is said"
                            + " in notKnown, never guessed.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "Frågan i vardagsord · The question in everyday words",
            example = "pass till barn")
    @Parameter(
            name = "municipality",
            in = ParameterIn.QUERY,
            description = "Var: kommunens fyrsiffriga kod (SCB) · Where: a municipality's four-digit code (SCB)",
            example = "0123")
    @Parameter(
            name = "at",
            in = ParameterIn.QUERY,
            description = "Tidpunkten som kanaler anges för (RFC 3339); annars nu"
                    + " · The moment that channels are told for (RFC 3339); now if left out",
            example = "2026-11-30T09:00:00Z")
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "Vad som är känt, även där det är inget · What is known, also where that is nothing")
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping
    ResponseEntity<GuidanceDetail> guidance(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> question = parameters.required(
                "q",
                parameters.readable(
                        "q",
                        words -> !words.isBlank() && words.length() <= LONGEST_QUESTION,
                        "a question of 1 to %d characters".formatted(LONGEST_QUESTION)));
        Optional<String> municipality = parameters.readable(
                "municipality",
                Areas::isMunicipality,
                "a municipality's code: four digits, the first two of its county, such as 0123");
        Instant moment =
                parameters.instant("at").orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        GuidanceDetail answer = guide(question.orElseThrow(), municipality.orElse(null), moment, languages, sent);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(HOLDS_FOR).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, languages.first())
                .body(answer);
    }

    private GuidanceDetail guide(
            String question,
            @Nullable String municipality,
            Instant moment,
            Languages languages,
            MultiValueMap<String, String> sent) {
        ServiceFilter there = new ServiceFilter(Map.of(), municipality, null, null);
        List<Service> found = find(question, there, LOOKED_AT, languages).services();
        List<Service> shown =
                Scope.nearestFirst(found, municipality).stream().limit(SHOWN).toList();
        List<GuidanceGap> gaps = found.isEmpty()
                ? List.of(whyNone(question, municipality, languages))
                : municipality == null ? List.of(GuidanceGap.MUNICIPALITY_NOT_GIVEN) : List.of();
        return new GuidanceDetail(
                question.strip(),
                municipality,
                moment,
                guided(shown, municipality, moment, languages),
                GuidanceGap.told(gaps, languages),
                Map.of("self", new PageLinks(path, sent).self()));
    }

    /** Only one agency is asked how long it takes just now, so that nobody waits for more than one. */
    private List<Guided> guided(
            List<Service> services, @Nullable String municipality, Instant moment, Languages languages) {
        List<Guided> answers = new ArrayList<>();
        boolean asked = false;
        for (Service service : services) {
            boolean ask = !asked && guided.live(service);
            asked |= ask;
            answers.add(guided.guided(service, municipality, moment, ask, languages));
        }
        return List.copyOf(answers);
    }

    private GuidanceGap whyNone(String question, @Nullable String municipality, Languages languages) {
        boolean elsewhere = municipality != null
                && find(question, ServiceFilter.ALL, 0, languages).total() > 0;
        return elsewhere ? GuidanceGap.MUNICIPALITY_NOT_COVERED : GuidanceGap.NO_SERVICE_FOUND;
    }

    private ServicePage find(String question, ServiceFilter filter, int limit, Languages languages) {
        return catalogue.search(new ServiceQuery(question, filter, languages.first(), 0, limit));
    }
}
