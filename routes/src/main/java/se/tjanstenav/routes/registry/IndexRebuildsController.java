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
import se.tjanstenav.catalog.IndexRebuild;
import se.tjanstenav.catalog.IndexRebuilds;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** The operator's way to have the search index made anew while searches go on; nothing here exists for an agency. */
@RestController
@RequestMapping(path = IndexRebuildsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "index")
class IndexRebuildsController {

    static final String PATH = Roots.REGISTRY + "/index-rebuilds";

    private static final String OPERATORS = "For operators.";

    private final IndexRebuilds rebuilds;
    private final AuditLog audit;
    private final String base;

    IndexRebuildsController(IndexRebuilds rebuilds, AuditLog audit, ApiProperties properties) {
        this.rebuilds = rebuilds;
        this.audit = audit;
        this.base = properties.linkBase() + PATH;
    }

    @Operation(summary = "Rebuilds of the search index that were asked for, the latest first", description = OPERATORS)
    @Paged
    @GetMapping
    ResponseEntity<RebuildList> list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        requireOperator(caller);
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        List<IndexRebuild> all = rebuilds.latest();
        PageMeta meta = wanted.meta(all.size());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RebuildList(
                        all.stream().skip(wanted.offset()).limit(wanted.limit()).toList(),
                        meta,
                        new PageLinks(base, sent).around(meta)));
    }

    @Operation(
            summary = "Have the search index made anew from the store",
            description = "Searches are answered from the old one, whole, until the new one takes its place. On"
                    + " OpenSearch it is the index of all replicas, on Lucene that of the one that answers. "
                    + OPERATORS)
    @ApiResponse(responseCode = "202", description = "Begun; Location tells how far it has come")
    @ApiResponse(responseCode = "409", description = "One is under way")
    @PostMapping
    ResponseEntity<IndexRebuild> request(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) InputStream body) throws IOException {
        requireOperator(caller);
        Paths.requireNoBody(body);
        try {
            IndexRebuild begun = rebuilds.request(caller.name(), id -> audit.record(event(id, caller)));
            return ResponseEntity.accepted()
                    .location(URI.create(base + "/" + begun.id()))
                    .cacheControl(CacheControl.noStore())
                    .body(begun);
        } catch (RunRefusedException e) {
            throw new ProblemException(ProblemType.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static AuditEvent event(UUID id, Caller caller) {
        return new AuditEvent(
                caller.name(), null, AuditAction.INDEX_REBUILD_REQUESTED, null, null, "index rebuild " + id);
    }

    @Operation(summary = "How far a rebuild has come", description = OPERATORS)
    @GetMapping("/{id}")
    ResponseEntity<IndexRebuild> show(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        requireOperator(caller);
        IndexRebuild found = OwnRuns.uuid(id)
                .flatMap(rebuilds::find)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_RESOURCE, "There is no index rebuild '%s'".formatted(Excerpt.of(id))));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    private static void requireOperator(Caller caller) {
        if (!caller.isOperator()) {
            throw new ProblemException(ProblemType.UNKNOWN_RESOURCE, "There is nothing at this path for an agency");
        }
    }

    /** A page of rebuilds. */
    record RebuildList(List<IndexRebuild> rebuilds, PageMeta meta, Map<String, Link> links) {}
}
