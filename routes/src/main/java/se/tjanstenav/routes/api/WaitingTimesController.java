package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.Roots;

/** How long one service takes just now, as its agency says when asked. */
@RestController
@RequestMapping(path = Roots.CATALOG + "/services/{id}/waiting-times", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "services")
class WaitingTimesController {

    private static final Duration NOBODY_TO_ASK = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final WaitingTimes waitingTimes;
    private final String linkBase;

    WaitingTimesController(Catalogue catalogue, WaitingTimes waitingTimes, ApiProperties properties) {
        this.catalogue = catalogue;
        this.waitingTimes = waitingTimes;
        this.linkBase = properties.linkBase();
    }

    @Operation(
            operationId = "readWaitingTimes",
            summary = "Hur lång tid en tjänst tar just nu · How long a service takes just now",
            description = "The agency is asked under a time budget, and what it says is kept for about a minute. Also"
                    + " 200 where it does not answer: the state is then stale, or unknown since a moment. Empty where"
                    + " no agency tells how long the service takes just now.")
    @Multilingual
    @ApiResponse(responseCode = "200", description = "Vad som är känt just nu · What is known at this moment")
    @ApiResponse(responseCode = "404", ref = ApiDocumentation.PROBLEM)
    @GetMapping
    ResponseEntity<WaitingTimeList> list(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        QueryParameters parameters = new QueryParameters(sent);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();

        Service service = ServiceId.parse(id).flatMap(this::shown).orElseThrow(() -> new UnknownServiceException(id));
        List<Said> said = waitingTimes.of(service.key());
        List<WaitingTimeDetail> times = WaitingTimeDetail.list(said, languages);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(holdsFor(said)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, languages.first())
                .body(new WaitingTimeList(
                        times,
                        LiveChannelDetail.list(said, languages),
                        new PageMeta(times.size(), times.size(), 0),
                        links(service.id())));
    }

    /** The service, or the one that it has become a part of. */
    private Optional<Service> shown(ServiceId id) {
        return catalogue.service(id).or(() -> catalogue.mergedInto(id).flatMap(catalogue::service));
    }

    private static Duration holdsFor(List<Said> said) {
        return said.stream().map(Said::holdsFor).min(Duration::compareTo).orElse(NOBODY_TO_ASK);
    }

    private Map<String, Link> links(ServiceId id) {
        return Map.of(
                "self", Link.to(path(linkBase, id), "self"),
                "service", Link.to(ServiceDetail.path(linkBase, id), "about"));
    }

    static String path(String linkBase, ServiceId id) {
        return ServiceDetail.path(linkBase, id) + "/waiting-times";
    }

    /** Everything that is said of one service; there is never so much that it needs pages. */
    record WaitingTimeList(
            List<WaitingTimeDetail> waitingTimes,
            List<LiveChannelDetail> channels,
            PageMeta meta,
            Map<String, Link> links) {}
}
