package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import se.tjanstenav.catalog.KeptReject;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.harvest.RequestedRuns;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** What a run rejected, and the replay of a reject by a mapping that was mended. */
@RestController
@RequestMapping(path = Roots.REGISTRY + "/runs/{run}/rejects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "runs")
class RejectsController {

    private final OwnRuns own;
    private final Runs runs;
    private final RequestedRuns requests;
    private final AuditLog audit;
    private final String linkBase;

    RejectsController(OwnRuns own, Runs runs, RequestedRuns requests, AuditLog audit, ApiProperties properties) {
        this.own = own;
        this.runs = runs;
        this.requests = requests;
        this.audit = audit;
        this.linkBase = properties.linkBase();
    }

    @Operation(summary = "What a run rejected", description = "At most 1,000 rejects are kept per run.")
    @ApiResponse(responseCode = "200", description = "A page of rejects")
    @Paged
    @GetMapping
    ResponseEntity<RejectDetail.RejectList> list(
            @PathVariable String run,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) Caller caller) {
        RunReport report = own.run(run, caller);
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();
        Page<KeptReject> page = runs.rejects(report.id(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        String path = linkBase + RunDetail.path(report.id()) + "/rejects";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RejectDetail.RejectList(
                        page.items().stream()
                                .map(reject -> RejectDetail.of(reject, path))
                                .toList(),
                        meta,
                        new PageLinks(path, sent).around(meta)));
    }

    @Operation(
            summary = "Map a rejected record again",
            description = "With the mapping of now. What comes of it is published as a run of its own, which has ended"
                    + " when this is answered.")
    @ApiResponse(responseCode = "202", description = "The run that replayed the record")
    @ApiResponse(responseCode = "409", description = "Nothing is kept of the record, or it was harvested since")
    @PostMapping("/{number}/replays")
    ResponseEntity<RunDetail> replay(
            @PathVariable String run,
            @PathVariable String number,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        Paths.requireNoBody(body);
        RunReport report = own.run(run, caller);
        int place = number(number, report);
        Feed feed = own.feedInUse(report);
        try {
            RunReport replay = requests.replay(feed, report.id(), place, caller.name());
            audit.record(new AuditEvent(
                    caller.name(),
                    own.owner(report.feed()),
                    AuditAction.REJECT_REPLAYED,
                    report.feed().connector(),
                    feed.version().orElse(null),
                    "feed %s, run %s, reject %d, replay %s"
                            .formatted(report.feed().feed(), report.id(), place, replay.id())));
            return ResponseEntity.accepted()
                    .location(URI.create(linkBase + RunDetail.path(replay.id())))
                    .cacheControl(CacheControl.noStore())
                    .body(RunDetail.of(replay, linkBase));
        } catch (RunRefusedException e) {
            throw new ProblemException(ProblemType.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private int number(String sent, RunReport report) {
        try {
            int number = Integer.parseInt(sent);
            if (number > 0
                    && runs.rejects(report.id(), number - 1, 1).items().stream()
                            .anyMatch(reject -> reject.number() == number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // there is none by that name either
        }
        throw OwnRuns.unknown("Run " + report.id() + " has no reject '%s'", sent);
    }
}
