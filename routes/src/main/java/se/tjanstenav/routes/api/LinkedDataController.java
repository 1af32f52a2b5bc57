package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.routes.changes.ChangeFeed;
import se.tjanstenav.routes.http.Negotiation;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;
import se.tjanstenav.routes.linkeddata.LinkedData;
import se.tjanstenav.routes.linkeddata.RdfForm;

/** The catalogue as linked data: all services, what the catalogue is, and the words it uses of its own. */
@RestController
@RequestMapping(Roots.CATALOG)
@Tag(name = "linked data")
class LinkedDataController {

    /** The header that names the cursor from which a copy made of the whole catalogue goes on. */
    static final String CHANGES_AFTER = "Changes-After";

    private static final List<RdfForm> WHOLE = List.of(RdfForm.TURTLE, RdfForm.N_TRIPLES, RdfForm.JSON_LD_LINES);
    private static final List<RdfForm> SMALL = List.of(RdfForm.TURTLE, RdfForm.JSON_LD);

    private final LinkedData linkedData;
    private final ChangeFeed feed;
    private final Exports exports;

    LinkedDataController(LinkedData linkedData, ChangeFeed feed, Exports exports) {
        this.linkedData = linkedData;
        this.feed = feed;
        this.exports = exports;
    }

    @Operation(
            operationId = "exportLinkedData",
            summary = "Alla tjänster som länkade data enligt CPSV-AP 3.2"
                    + " · Every service as linked data, in the terms of CPSV-AP 3.2",
            description = "Streamed. The header Changes-After has the cursor from which /changes tells what has changed"
                    + " since the answer was begun.")
    @ApiResponse(
            responseCode = "200",
            description = "Alla tjänster; som application/x-ndjson ett JSON-LD-dokument per rad"
                    + " · All services; as application/x-ndjson one JSON-LD document a line",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(type = "string")),
                @Content(mediaType = "application/n-triples", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping("/linked-data")
    void all(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException {
        RdfForm form = chosen(sent, accept, WHOLE);
        response.addHeader(HttpHeaders.LINK, describedBy());
        // Before the first service is read: what changes meanwhile is told again rather than not at all.
        response.setHeader(CHANGES_AFTER, feed.now());
        exports.send(request, response, form.mediaType(), out -> linkedData.catalogue(form, out));
    }

    @Operation(
            operationId = "describeCatalogue",
            summary = "Vad katalogen är och i vilka former den finns, enligt DCAT 3"
                    + " · What the catalogue is and in which forms it can be had, in the terms of DCAT 3")
    @ApiResponse(
            responseCode = "200",
            description = "En datamängd med distributioner, och detta API som datatjänst"
                    + " · A dataset with its distributions, and this API as a data service",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(type = "string")),
                @Content(mediaType = "application/ld+json", schema = @Schema(type = "object"))
            })
    @GetMapping("/dcat")
    ResponseEntity<byte[]> description(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept)
            throws HttpMediaTypeNotAcceptableException {
        RdfForm form = chosen(sent, accept, SMALL);
        return answer(linkedData.description(form), form);
    }

    @Operation(
            operationId = "readVocabulary",
            summary = "Vad orden i navets egen vokabulär betyder, för det som CPSV-AP saknar"
                    + " · What the words of the hub's own vocabulary mean, for what CPSV-AP lacks")
    @ApiResponse(
            responseCode = "200",
            description = "Klasser, egenskaper och kodlistor · Classes, properties and lists of codes",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(type = "string")),
                @Content(mediaType = "application/ld+json", schema = @Schema(type = "object"))
            })
    @GetMapping("/vocabulary")
    ResponseEntity<byte[]> vocabulary(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept)
            throws HttpMediaTypeNotAcceptableException {
        RdfForm form = chosen(sent, accept, SMALL);
        return answer(linkedData.vocabulary(form), form);
    }

    /** Where the words of the hub's own are explained. */
    static String describedBy() {
        return "<%s/vocabulary>; rel=\"describedby\"; type=\"text/turtle\"".formatted(Roots.CATALOG);
    }

    private static RdfForm chosen(MultiValueMap<String, String> sent, @Nullable String accept, List<RdfForm> offered)
            throws HttpMediaTypeNotAcceptableException {
        new QueryParameters(sent).check();
        MediaType type = Negotiation.choose(
                accept, offered.stream().map(RdfForm::mediaType).toList());
        return offered.stream()
                .filter(form -> form.mediaType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ResponseEntity<byte[]> answer(byte[] body, RdfForm form) {
        return ResponseEntity.ok()
                .cacheControl(PublicCaching.PUBLIC)
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(form.mediaType())
                .body(body);
    }
}
