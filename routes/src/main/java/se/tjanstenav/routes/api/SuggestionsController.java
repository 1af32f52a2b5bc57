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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** Completion while typing. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "services")
class SuggestionsController {

    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final Catalogue catalogue;
    private final String linkBase;
    private final String path;

    SuggestionsController(Catalogue catalogue, ApiProperties properties) {
        this.catalogue = catalogue;
        this.linkBase = properties.linkBase();
        this.path = linkBase + Roots.CATALOG + "/suggestions";
    }

    @Operation(
            operationId = "suggest",
            summary = "Förslag medan någon skriver · Completions while somebody types",
            description =
                    "**Svenska.** Namn, sökord, livshändelser, företagshändelser och myndigheter som börjar så, troligast"
                            + " först; ett bokstavsfel tåls där inget annars börjar så.\n\n**English.** Names, keywords, life events,"
                            + " business events and agencies that begin so, likeliest first; one wrong letter is borne where"
                            + " nothing begins so otherwise.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Det som hittills har skrivits; det sista ordet kan vara ofullständigt · What has been typed so far;"
                            + " the last word may be incomplete",
            example = "bygg")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Högst så många förslag · At most so many suggestions",
            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10"))
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "Förslagen; inga där inget börjar så · The suggestions; none where nothing begins so")
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping
    ResponseEntity<SuggestionList> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        String typed = parameters.text("q").orElse("");
        int limit = parameters.number("limit", USUAL, 1, MOST);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        List<SuggestionDetail> found = catalogue.suggestions(typed, languages.first(), limit).stream()
                .map(suggestion -> SuggestionDetail.of(suggestion, linkBase))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(PublicCaching.PUBLIC)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new SuggestionList(
                        found, new PageMeta(found.size(), limit, 0), Map.of("self", new PageLinks(path, sent).self())));
    }

    /** The suggestions, of which there are no further pages. */
    record SuggestionList(List<SuggestionDetail> suggestions, PageMeta meta, Map<String, Link> links) {}
}
