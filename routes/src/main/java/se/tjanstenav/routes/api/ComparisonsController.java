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
import java.util.Map;
import java.util.Objects;
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
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Comparisons.Promised;
import se.tjanstenav.catalog.Comparisons.Timed;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.routes.api.ComparedCommitmentDetail.ComparedCommitmentList;
import se.tjanstenav.routes.api.ComparedTimeDetail.ComparedTimeList;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.Roots;

/** What agencies take and what they promise, beside each other. */
@RestController
@RequestMapping(path = Roots.CATALOG, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "comparisons")
class ComparisonsController {

    static final String TIMES = "/processing-times";
    static final String COMMITMENTS = "/commitments";

    static final ComparisonSelection.Terms OF_TIMES = new ComparisonSelection.Terms(
            "kind", ProcessingTime.Kind.class, "statistic", ProcessingTime.Statistic.class);
    static final ComparisonSelection.Terms OF_COMMITMENTS =
            new ComparisonSelection.Terms("aspect", Commitment.Aspect.class, "status", Commitment.Outcome.Status.class);

    private final Comparisons comparisons;
    private final Catalogue catalogue;
    private final ComparedEntries entries;
    private final String linkBase;

    ComparisonsController(
            Comparisons comparisons, Catalogue catalogue, ComparedEntries entries, ApiProperties properties) {
        this.comparisons = comparisons;
        this.catalogue = catalogue;
        this.entries = entries;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "compareProcessingTimes",
            summary = "Hur lång tid tjänster tar, över myndigheter · How long services take, over agencies",
            description =
                    "Efter slag, och inom varje slag kortast först i arbetsdagar; vad som antagits vid omräkningen står"
                            + " i varje post. Som CSV ges hela urvalet. · By kind, and within each the shortest first, in working"
                            + " days; each entry says what was assumed to convert it. As CSV the whole selection is given.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Slag av tid, åtskilda med komma · Kinds of time, separated by commas",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            array = @ArraySchema(schema = @Schema(implementation = ProcessingTime.Kind.class)))
    @Parameter(
            name = "statistic",
            in = ParameterIn.QUERY,
            description = "Mått, åtskilda med komma · Statistics, separated by commas",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            array = @ArraySchema(schema = @Schema(implementation = ProcessingTime.Statistic.class)))
    @Comparing
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "En sida · One page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ComparedTimeList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping(TIMES)
    ResponseEntity<ComparedTimeList> processingTimes(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        ComparisonSelection wanted = ComparisonSelection.page(sent, acceptLanguage, OF_TIMES, catalogue);
        PageQuery part = Objects.requireNonNull(wanted.page());
        Page<Timed> page = comparisons.times(wanted.selection(), part.offset(), part.limit());
        PageMeta meta = part.meta(page.total());
        return PublicCaching.negotiated(
                new ComparedTimeList(entries.times(page.items(), wanted.languages()), meta, links(TIMES, sent, meta)),
                wanted.languages().first());
    }

    @Operation(
            operationId = "compareCommitments",
            summary =
                    "Vad myndigheter lovar och hur det har gått" + " · What agencies promise and how it has turned out",
            description =
                    "Efter vad som utlovas, och inom det kortast mål först i arbetsdagar; sist de utan mätbart mål. Som CSV"
                            + " ges hela urvalet. · By what is promised, and within it the shortest target first, in working"
                            + " days; last those without a target. As CSV the whole selection is given.")
    @Parameter(
            name = "aspect",
            in = ParameterIn.QUERY,
            description = "Vad som utlovas, åtskilt med komma · What is promised, separated by commas",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            array = @ArraySchema(schema = @Schema(implementation = Commitment.Aspect.class)))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Utfall, åtskilda med komma · Outcomes, separated by commas",
            style = ParameterStyle.FORM,
            explode = Explode.FALSE,
            array = @ArraySchema(schema = @Schema(implementation = Commitment.Outcome.Status.class)))
    @Comparing
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "En sida · One page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ComparedCommitmentList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping(COMMITMENTS)
    ResponseEntity<ComparedCommitmentList> commitments(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        ComparisonSelection wanted = ComparisonSelection.page(sent, acceptLanguage, OF_COMMITMENTS, catalogue);
        PageQuery part = Objects.requireNonNull(wanted.page());
        Page<Promised> page = comparisons.commitments(wanted.selection(), part.offset(), part.limit());
        PageMeta meta = part.meta(page.total());
        return PublicCaching.negotiated(
                new ComparedCommitmentList(
                        entries.commitments(page.items(), wanted.languages()), meta, links(COMMITMENTS, sent, meta)),
                wanted.languages().first());
    }

    private Map<String, Link> links(String path, MultiValueMap<String, String> sent, PageMeta meta) {
        return new PageLinks(linkBase + Roots.CATALOG + path, sent).around(meta);
    }
}
