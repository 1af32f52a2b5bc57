package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
import se.tjanstenav.catalog.LostRecord;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.harvest.RequestedRuns;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** One run: how it stands or ended, what it warned of, and the approval of one that was held back. */
@RestController
@RequestMapping(path = Roots.REGISTRY + "/runs/{run}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "runs")
class RunsController {

    private final OwnRuns own;
    private final Runs runs;
    private final RequestedRuns requests;
    private final AuditLog audit;
    private final String linkBase;

    RunsController(OwnRuns own, Runs runs, RequestedRuns requests, AuditLog audit, ApiProperties properties) {
        this.own = own;
        this.runs = runs;
        this.requests = requests;
        this.audit = audit;
        this.linkBase = properties.linkBase();
    }

    @Operation(summary = "How a run stands or ended", description = "The counts of a run under way grow as it goes on.")
    @ApiResponse(responseCode = "200", description = "The run")
    @GetMapping
    ResponseEntity<RunDetail> show(@PathVariable String run, @Parameter(hidden = true) Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RunDetail.of(own.run(run, caller), linkBase));
    }

    @Operation(summary = "What a run warned of", description = "At most 1,000 warnings are kept per run.")
    @ApiResponse(responseCode = "200", description = "A page of warnings")
    @Paged
    @GetMapping("/warnings")
    ResponseEntity<WarningList> warnings(
            @PathVariable String run,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) Caller caller) {
        RunReport report = own.run(run, caller);
        PageQuery wanted = wanted(sent);
        Page<RecordWarning> page = runs.warnings(report.id(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return unstored(new WarningList(page.items(), meta, links(report, "/warnings", sent, meta)));
    }

    @Operation(
            summary = "Which of the feed's records lost when the run was published",
            description = "To whom and why: another record says something else of the same service. At most 1,000 are"
                    + " kept per run.")
    @ApiResponse(responseCode = "200", description = "A page of records that lost")
    @Paged
    @GetMapping("/conflicts")
    ResponseEntity<LostRecordDetail.ConflictList> conflicts(
            @PathVariable String run,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) Caller caller) {
        RunReport report = own.run(run, caller);
        PageQuery wanted = wanted(sent);
        Page<LostRecord> page = runs.conflicts(report.id(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return unstored(new LostRecordDetail.ConflictList(
                page.items().stream().map(LostRecordDetail::of).toList(),
                meta,
                links(report, "/conflicts", sent, meta)));
    }

    private static PageQuery wanted(MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();
        return wanted;
    }

    private Map<String, Link> links(RunReport run, String list, MultiValueMap<String, String> sent, PageMeta meta) {
        return new PageLinks(linkBase + RunDetail.path(run.id()) + list, sent).around(meta);
    }

    private static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** Some of a run's warnings. */
    record WarningList(List<RecordWarning> warnings, PageMeta meta, Map<String, Link> links) {}

    @Operation(
            summary = "Approve a run that was held back",
            description = "What it brought is right: the next run that would be held back for the same reason, and is"
                    + " not worse, is published. It is asked for at once. Holds for one run and seven days.")
    @ApiResponse(responseCode = "202", description = "The run that was asked for")
    @ApiResponse(responseCode = "409", description = "The run was not held back, or the feed was harvested since")
    @PostMapping("/approvals")
    ResponseEntity<RunDetail> approve(
            @PathVariable String run,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        Paths.requireNoBody(body);
        RunReport heldBack = own.run(run, caller);
        own.feedInUse(heldBack);
        try {
            UUID next = requests.approve(heldBack, caller.name(), id -> audit.record(event(heldBack, id, caller)));
            RunDetail detail = RunDetail.of(runs.find(next).orElseThrow(), linkBase);
            return ResponseEntity.accepted()
                    .location(URI.create(linkBase + RunDetail.path(next)))
                    .cacheControl(CacheControl.noStore())
                    .body(detail);
        } catch (RunRefusedException e) {
            throw new ProblemException(ProblemType.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private AuditEvent event(RunReport heldBack, UUID next, Caller caller) {
        return new AuditEvent(
                caller.name(),
                own.owner(heldBack.feed()),
                AuditAction.RUN_APPROVED,
                heldBack.feed().connector(),
                heldBack.origin().descriptorVersion(),
                "feed %s, run %s, next run %s".formatted(heldBack.feed().feed(), heldBack.id(), next));
    }
}
