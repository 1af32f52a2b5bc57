package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.quality.QualityReports;
import se.tjanstenav.catalog.quality.QualityReports.ScoredAgency;
import se.tjanstenav.catalog.quality.QualityReports.ScoredService;
import se.tjanstenav.catalog.quality.QualityReports.Selection;
import se.tjanstenav.catalog.quality.QualityRule;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;
import se.tjanstenav.routes.registry.QualityDetail.AgencyQuality;
import se.tjanstenav.routes.registry.QualityDetail.AgencyQualityList;
import se.tjanstenav.routes.registry.QualityDetail.ServiceQuality;
import se.tjanstenav.routes.registry.QualityDetail.ServiceQualityList;
import tools.jackson.databind.json.JsonMapper;

/** How good the records are that agencies publish, and what to do about them; every agency sees its own. */
@RestController
@RequestMapping(path = QualityController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "quality")
class QualityController {

    static final String PATH = Roots.REGISTRY + "/quality";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final QualityReports reports;
    private final Clock clock;
    private final Map<String, QualityRule> rules = new TreeMap<>();
    private final String linkBase;

    QualityController(QualityReports reports, Clock clock, JsonMapper json, ApiProperties properties) {
        this.reports = reports;
        this.clock = clock;
        this.linkBase = properties.linkBase();
        for (QualityRule rule : QualityRule.values()) {
            rules.put(json.convertValue(rule, String.class), rule);
        }
    }

    @Operation(
            summary = "Scores of services from 0 to 100, the worst first",
            description = "With what takes points, how many, and what to do about it. An agency sees the services that"
                    + " it is the competent authority of.")
    @Parameter(name = "agency", in = ParameterIn.QUERY, description = "Only those of this competent authority")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Only those that lose points by this",
            example = "noContact")
    @Paged
    @GetMapping("/services")
    ServiceQualityList services(
            Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> agency = parameters.text("agency");
        Optional<String> reason = parameters.oneOf("reason", rules.keySet());
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        QualityRule rule = reason.map(rules::get).orElse(null);
        Page<ScoredService> page = seesNone(agency, caller)
                ? new Page<>(List.of(), 0)
                : reports.services(
                        new Selection(agency(agency, caller), rule), today(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return new ServiceQualityList(
                page.items().stream()
                        .map(scored -> ServiceQuality.of(scored, linkBase))
                        .toList(),
                meta,
                new PageLinks(linkBase + PATH + "/services", sent).around(meta));
    }

    @Operation(
            summary = "Scores of agencies, the worst first",
            description = "The mean of their services' scores, and how many services lose points by what. An agency"
                    + " sees itself.")
    @Parameter(name = "agency", in = ParameterIn.QUERY, description = "Only this one")
    @Paged
    @GetMapping("/agencies")
    AgencyQualityList agencies(
            Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> agency = parameters.text("agency");
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        Page<ScoredAgency> page = seesNone(agency, caller)
                ? new Page<>(List.of(), 0)
                : reports.agencies(agency(agency, caller), today(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return new AgencyQualityList(
                page.items().stream().map(AgencyQuality::of).toList(),
                meta,
                new PageLinks(linkBase + PATH + "/agencies", sent).around(meta));
    }

    /** Whether the agency asked for does not exist, or not for this caller; the answer must not tell which. */
    private static boolean seesNone(Optional<String> agency, Caller caller) {
        return agency.isPresent() && (!Paths.isAgency(agency.get()) || !caller.mayTouch(new AgencyId(agency.get())));
    }

    /** The agency asked for; of an agency's caller always its own. */
    private static @Nullable AgencyId agency(Optional<String> agency, Caller caller) {
        return agency.map(AgencyId::new).orElse(caller.agency());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
