package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditEvent;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** Who did what, newest first. */
@RestController
@RequestMapping(path = AuditController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit")
class AuditController {

    static final String PATH = Roots.REGISTRY + "/audit";

    private final AuditLog log;
    private final String linkBase;

    AuditController(AuditLog log, ApiProperties properties) {
        this.log = log;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            summary = "Who did what, newest first",
            description = "Every write through this API has a row. An agency sees what concerns it.")
    @Parameter(name = "connector", in = ParameterIn.QUERY, description = "Only what was done to this connector")
    @Paged
    @GetMapping
    AuditList list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> connector = parameters.text("connector");
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        AuditLog.Page page =
                log.list(new AuditLog.Query(caller.agency(), connector.orElse(null), wanted.offset(), wanted.limit()));
        PageMeta meta = wanted.meta(page.total());
        return new AuditList(
                page.entries().stream().map(AuditDetail::of).toList(),
                meta,
                new PageLinks(linkBase + PATH, sent).around(meta));
    }

    /** A page of the log. */
    record AuditList(List<AuditDetail> audit, PageMeta meta, Map<String, Link> links) {}

    /** A row of the log as the API shows it. */
    record AuditDetail(
            Instant at,
            String by,
            AuditAction action,
            @Nullable AgencyId agency,
            @Nullable String connector,
            @Nullable Integer version,
            @Nullable String detail) {

        static AuditDetail of(AuditLog.Entry entry) {
            AuditEvent event = entry.event();
            return new AuditDetail(
                    entry.at(),
                    event.by(),
                    event.action(),
                    event.agency(),
                    event.connector(),
                    event.version(),
                    event.detail());
        }
    }
}
