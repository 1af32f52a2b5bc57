package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** How fresh every source is, honestly. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/sources", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sources")
class SourcesController {

    private final Sources sources;
    private final WaitingTimes live;
    private final String linkBase;

    SourcesController(Sources sources, WaitingTimes live, ApiProperties properties) {
        this.sources = sources;
        this.live = live;
        this.linkBase = properties.linkBase();
    }

    @Operation(operationId = "listSources", summary = "Hur färsk varje källa är · How fresh every source is")
    @Multilingual
    @ApiResponse(responseCode = "200", description = "Alla källor · All sources")
    @GetMapping
    ResponseEntity<SourceList> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        List<SourceStatusDetail> all = all(languages);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new SourceList(
                        all,
                        new PageMeta(all.size(), all.size(), 0),
                        Map.of("self", Link.to(linkBase + Roots.CATALOG + "/sources", "self"))));
    }

    /** In order of id; a feed that was harvested before it became live is shown as what it is now. */
    private List<SourceStatusDetail> all(Languages languages) {
        Map<String, SourceStatusDetail> byId = new TreeMap<>();
        sources.all().forEach(source -> byId.put(source.feed().path(), SourceStatusDetail.of(source, languages)));
        live.sources().forEach(source -> byId.put(source.feed().path(), SourceStatusDetail.live(source, languages)));
        return List.copyOf(byId.values());
    }

    /** Every source there is; there are never so many that they need pages. */
    record SourceList(List<SourceStatusDetail> sources, PageMeta meta, Map<String, Link> links) {}
}
