package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import se.tjanstenav.catalog.ChangeLog.Change;
import se.tjanstenav.routes.changes.ChangeFeed;
import se.tjanstenav.routes.changes.ChangeFeed.FeedPage;
import se.tjanstenav.routes.changes.ChangeStreams;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.InvalidRequestException;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.Negotiation;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.RequestFault;
import se.tjanstenav.routes.http.Roots;
import tools.jackson.databind.json.JsonMapper;

/** What has changed, in order and with tombstones, for those who keep a copy of the catalogue. */
@RestController
@RequestMapping(
        path = Roots.CATALOG + "/changes",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
@Tag(name = "changes")
class ChangesController {

    private static final String PATH = Roots.CATALOG + "/changes";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final String AGAIN_AFTER_SECONDS = "10";

    /** What lies before a change never changes, except if the store is set back to a backup; so not for very long. */
    private static final CacheControl SETTLED =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final CacheControl GROWING = CacheControl.noCache().cachePublic();

    private final ChangeFeed feed;
    private final ChangeStreams streams;
    private final JsonMapper json;
    private final String linkBase;

    ChangesController(ChangeFeed feed, ChangeStreams streams, JsonMapper json, ApiProperties properties) {
        this.feed = feed;
        this.streams = streams;
        this.json = json;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "listChanges",
            summary = "Vad som har ändrats i katalogen, i ordning, även det som är borta"
                    + " · What has changed in the catalogue, in order, with tombstones",
            description =
                    "For copies of the catalogue: a copy begins at after=0, reads each service that is named, and goes"
                            + " on with the cursor in meta.next. As text/event-stream the changes come as they happen; each event"
                            + " has the cursor as its id and the kind of change as its name.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Markören från meta.next eller en ändring; 0 för början, now för slutet"
                    + " · The cursor from meta.next or of a change; 0 for the start, now for the end of the log",
            schema = @Schema(type = "string", defaultValue = ChangeFeed.START))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description =
                    "Högst så många, upp till 100; gäller inte strömmar · At most so many, up to 100; not for streams",
            schema = @Schema(type = "integer", defaultValue = "20", minimum = "1", maximum = "100"))
    @Parameter(
            name = LAST_EVENT_ID,
            in = ParameterIn.HEADER,
            description = "Där en bruten ström slutade, före after · Where a stream was cut off, wins over after",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "En sida, eller en ström som fortgår · One page, or a stream that goes on",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ChangeList.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "410", ref = ApiDocumentation.PROBLEM)
    @ApiResponse(responseCode = "503", ref = ApiDocumentation.PASSING_PROBLEM)
    @GetMapping
    @Nullable
    ResponseEntity<byte[]> changes(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        MediaType type = Negotiation.choose(accept, OFFERED);
        QueryParameters parameters = new QueryParameters(sent);
        String after = parameters
                .readable("after", ChangeFeed::isReadable, ChangeFeed.FORM)
                .orElse(ChangeFeed.START);
        int limit = parameters.number("limit", USUAL, 1, MOST);
        parameters.check();

        if (type.equals(MediaType.APPLICATION_JSON)) {
            return page(after, limit);
        }
        stream(feed.position(lastEventId == null ? after : checked(lastEventId)), request, response);
        return null;
    }

    private ResponseEntity<byte[]> page(String after, int limit) {
        FeedPage page = feed.page(feed.position(after), limit);
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", link(after, limit, "self"));
        if (page.more()) {
            links.put("next", link(page.next(), limit, "next"));
        }
        byte[] body = json.writeValueAsBytes(new ChangeList(
                page.changes().stream().map(this::detail).toList(),
                new ChangeMeta(limit, page.changes().size(), page.next(), page.more()),
                links));
        boolean settled = page.more() && !ChangeFeed.NOW.equals(after);
        return ResponseEntity.ok()
                .cacheControl(settled ? SETTLED : GROWING)
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** With all the parameters there are; a cursor needs no encoding. */
    private Link link(String after, int limit, String rel) {
        return Link.to("%s%s?after=%s&limit=%d".formatted(linkBase, PATH, after, limit), rel);
    }

    private void stream(long position, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            ChangeStreams.describe(response);
        } else if (!streams.open(position, this::events, request, response)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "As many streams are open as the hub allows; read pages (Accept: application/json), or try again later");
        }
    }

    private static String checked(String lastEventId) {
        if (!ChangeFeed.isReadable(lastEventId)) {
            throw new InvalidRequestException(List.of(new RequestFault(
                    "/header/" + LAST_EVENT_ID, "Header '%s': not %s".formatted(LAST_EVENT_ID, ChangeFeed.FORM))));
        }
        return lastEventId;
    }

    private byte[] events(List<Change> changes) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        for (Change change : changes) {
            ChangeDetail detail = detail(change);
            events.writeBytes("event: %s\nid: %s\ndata: "
                    .formatted(json.convertValue(detail.kind(), String.class), detail.cursor())
                    .getBytes(StandardCharsets.UTF_8));
            events.writeBytes(json.writeValueAsBytes(detail));
            events.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        }
        return events.toByteArray();
    }

    private ChangeDetail detail(Change change) {
        return ChangeDetail.of(change, feed.cursor(change), linkBase);
    }

    /** One page of changes, the oldest first. */
    record ChangeList(List<ChangeDetail> changes, ChangeMeta meta, Map<String, Link> links) {}

    /**
     * Where a page lies in the log.
     *
     * @param returned how many changes it has
     * @param next the cursor to go on with, now or later
     * @param more whether the log went on when the page was made
     */
    record ChangeMeta(int limit, int returned, String next, boolean more) {}
}
