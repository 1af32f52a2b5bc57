package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
import se.tjanstenav.catalog.Agencies;
import se.tjanstenav.catalog.Agencies.Listed;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.routes.api.AgencySummary.AgencyList;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** The agencies: who they are, and what the catalogue has of them. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/agencies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "agencies")
class AgenciesController {

    private final Agencies agencies;
    private final Sources sources;
    private final WaitingTimes live;
    private final String linkBase;

    AgenciesController(Agencies agencies, Sources sources, WaitingTimes live, ApiProperties properties) {
        this.agencies = agencies;
        this.sources = sources;
        this.live = live;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "listAgencies",
            summary = "Alla myndigheter som någon källa talar för, i namnordning"
                    + " · Every agency that a source speaks for, in order of name")
    @Paged
    @Multilingual
    @ApiResponse(
            responseCode = "200",
            description = "En sida; tom bortom slutet · One page; empty where offset lies past the end")
    @GetMapping
    ResponseEntity<AgencyList> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.readOrCount(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        List<Listed> all = agencies.all();
        PageMeta meta = wanted.meta(all.size());
        List<AgencySummary> items = all.stream()
                .map(listed -> AgencySummary.of(listed, languages, linkBase))
                .sorted(byName(languages))
                .skip(wanted.offset())
                .limit(wanted.limit())
                .toList();
        return PublicCaching.answer(
                new AgencyList(items, meta, new PageLinks(linkBase + Roots.CATALOG + "/agencies", sent).around(meta)),
                languages.first());
    }

    @Operation(
            operationId = "readAgency",
            summary = "Vem en myndighet är, vad den svarar för och hur färska dess egna källor är"
                    + " · Who an agency is, what it answers for, and how fresh its own sources are")
    @Multilingual
    @ApiResponse(responseCode = "200", description = "Myndigheten · The agency")
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping("/{id}")
    ResponseEntity<AgencyDetail> detail(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        Listed listed = AgencyId.parse(id).flatMap(agencies::agency).orElseThrow(() -> new UnknownAgencyException(id));
        AgencyId agency = listed.agency().id();
        return PublicCaching.answer(
                AgencyDetail.of(listed, sources(agency, languages), languages, linkBase),
                listed.agency().name().bestLanguage(languages.preferred()));
    }

    private List<SourceStatusDetail> sources(AgencyId agency, Languages languages) {
        return Stream.concat(
                        sources.all().stream()
                                .filter(source -> source.agency().id().equals(agency))
                                .map(source -> SourceStatusDetail.settled(source, languages)),
                        live.sources().stream()
                                .filter(source -> source.agency().id().equals(agency))
                                .map(source -> SourceStatusDetail.live(source, languages)))
                .sorted(Comparator.comparing(SourceStatusDetail::id))
                .toList();
    }

    /** As a reader of the language expects: å, ä and ö come last in Swedish. */
    private static Comparator<AgencySummary> byName(Languages languages) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(languages.first()));
        return Comparator.comparing(AgencySummary::name, collator).thenComparing(AgencySummary::id);
    }
}
