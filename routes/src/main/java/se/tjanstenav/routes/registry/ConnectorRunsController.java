package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.harvest.RequestedRuns;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.JsonBody;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** The runs of one connector: to ask for, and to look through. */
@RestController
@RequestMapping(path = Roots.REGISTRY + "/connectors/{connector}/runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "runs")
class ConnectorRunsController {

    private final OwnRuns own;
    private final Runs runs;
    private final RequestedRuns requests;
    private final AuditLog audit;
    private final String linkBase;

    ConnectorRunsController(OwnRuns own, Runs runs, RequestedRuns requests, AuditLog audit, ApiProperties properties) {
        this.own = own;
        this.runs = runs;
        this.requests = requests;
        this.audit = audit;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            summary = "Ask for runs",
            description = "Of the feed that the body names, else of every feed of the connector. As long as a run of a"
                    + " feed waits, asking again gives the same one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RunRequest.class)))
    @ApiResponse(responseCode = "202", description = "The runs that wait; Location is the run, or the list if several")
    @PostMapping
    ResponseEntity<RunDetail.RunList> ask(
            @PathVariable String connector,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) Caller caller,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        own.requireConnector(connector, caller);
        List<Feed> feeds = meant(body, own.feedsInUse(connector));
        List<RunDetail> asked = feeds.stream().map(feed -> ask(feed, caller)).toList();
        String list = linkBase + path(connector);
        String location =
                asked.size() == 1 ? linkBase + RunDetail.path(asked.get(0).id()) : list;
        return ResponseEntity.accepted()
                .location(URI.create(location))
                .cacheControl(CacheControl.noStore())
                .body(new RunDetail.RunList(
                        asked,
                        new PageMeta(asked.size(), asked.size(), 0),
                        Map.of("self", Link.to(location, "self"), "runs", Link.to(list, "runs"))));
    }

    /** The feed that the body names, or all. */
    private static List<Feed> meant(InputStream body, List<Feed> feeds) throws IOException {
        PushbackInputStream sent = new PushbackInputStream(body);
        int first = sent.read();
        if (first < 0) {
            return feeds;
        }
        sent.unread(first);
        JsonBody request = JsonBody.of(sent);
        Optional<String> name = request.oneOf(
                "feed", feeds.stream().map(feed -> feed.id().feed()).toList());
        request.check();
        return feeds.stream()
                .filter(feed -> name.isEmpty() || feed.id().feed().equals(name.get()))
                .toList();
    }

    private RunDetail ask(Feed feed, Caller caller) {
        UUID run = requests.request(
                feed.id(),
                caller.name(),
                id -> audit.record(new AuditEvent(
                        caller.name(),
                        own.owner(feed.id()),
                        AuditAction.RUN_REQUESTED,
                        feed.id().connector(),
                        feed.version().orElse(null),
                        "feed %s, run %s".formatted(feed.id().feed(), id))));
        return RunDetail.of(runs.find(run).orElseThrow(), linkBase);
    }

    @Operation(summary = "The runs of all feeds of a connector, newest first")
    @ApiResponse(responseCode = "200", description = "A page of runs")
    @Paged
    @GetMapping
    ResponseEntity<RunDetail.RunList> list(
            @PathVariable String connector,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) Caller caller) {
        own.requireConnector(connector, caller);
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();
        Page<RunReport> page = runs.ofConnector(connector, wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RunDetail.RunList(
                        page.items().stream()
                                .map(run -> RunDetail.of(run, linkBase))
                                .toList(),
                        meta,
                        new PageLinks(linkBase + path(connector), sent).around(meta)));
    }

    private static String path(String connector) {
        return Roots.REGISTRY + "/connectors/" + connector + "/runs";
    }
}
