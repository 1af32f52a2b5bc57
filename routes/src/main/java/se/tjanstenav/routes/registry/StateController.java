package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.ConnectorState;
import se.tjanstenav.connectors.registry.RegisteredConnector;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.routes.ConnectorRefresh;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.JsonBody;
import se.tjanstenav.routes.http.Link;

/** How a connector stands, and what changes it: activation, pause, roll-back. A change runs at once. */
@RestController
@RequestMapping(path = Paths.CONNECTORS + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "state")
class StateController {

    private static final String ACTIVE = "active";
    private static final String PAUSED = "paused";

    private final Registry registry;
    private final ConnectorRefresh refresh;
    private final String linkBase;

    StateController(Registry registry, ConnectorRefresh refresh, ApiProperties properties) {
        this.registry = registry;
        this.refresh = refresh;
        this.linkBase = properties.linkBase();
    }

    @Operation(summary = "How a connector stands", description = "The ETag can be sent as If-Match with a change.")
    @GetMapping("/state")
    ResponseEntity<StateDetail> state(
            Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        Paths.requireNoQuery(sent);
        return answer(registry.find(Paths.id(id), caller));
    }

    @Operation(
            summary = "Activates a version, pauses a connector or resumes it",
            description = "{\"state\": \"active\", \"version\": 2} activates an approved version; {\"state\":"
                    + " \"active\"} resumes a paused connector; {\"state\": \"paused\"} stops harvesting, and what was"
                    + " published stays. With If-Match only if the state is still the one that was seen.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = StateChange.class)))
    @PutMapping(path = "/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StateDetail> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body) {
        Paths.requireNoQuery(sent);
        JsonBody change = JsonBody.of(body);
        Optional<String> state = change.oneOf("state", List.of(ACTIVE, PAUSED));
        Optional<Integer> version = change.number("version", 1, Integer.MAX_VALUE);
        if (state.isEmpty()) {
            change.fault("state", "must be one of active, paused");
        }
        if (version.isPresent() && !state.equals(Optional.of(ACTIVE))) {
            change.fault("version", "only goes with the state active");
        }
        change.check();

        String seen = seen(ifMatch);
        RegisteredConnector changed = state.get().equals(PAUSED)
                ? registry.pause(Paths.id(id), seen, caller)
                : version.map(number -> registry.activate(Paths.id(id), number, seen, caller))
                        .orElseGet(() -> registry.resume(Paths.id(id), seen, caller));
        refresh.now();
        return answer(changed);
    }

    @Operation(
            summary = "Makes a version active again that was so before",
            description = "{\"version\": 1}. The version that is active now can be rolled back to as well.")
    @ApiResponse(responseCode = "200", description = "The version is active")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RollBack.class)))
    @PostMapping(path = "/rollbacks", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StateDetail> rollBack(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body) {
        Paths.requireNoQuery(sent);
        JsonBody wanted = JsonBody.of(body);
        Optional<Integer> version = wanted.number("version", 1, Integer.MAX_VALUE);
        if (version.isEmpty()) {
            wanted.fault("version", "must be the number of a version that was active before");
        }
        wanted.check();

        RegisteredConnector changed = registry.rollBack(Paths.id(id), version.orElseThrow(), seen(ifMatch), caller);
        refresh.now();
        return answer(changed);
    }

    /** What the caller has seen; a weak or unknown tag matches nothing. */
    private static @Nullable String seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        boolean quoted = tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"");
        return quoted ? tag.substring(1, tag.length() - 1) : tag;
    }

    private ResponseEntity<StateDetail> answer(RegisteredConnector connector) {
        String self = linkBase + Paths.connector(connector.id());
        return ResponseEntity.ok()
                .eTag(connector.stateTag())
                .body(new StateDetail(
                        connector.state(),
                        connector.activeVersion(),
                        Map.of(
                                "self", Link.to(self + "/state", "self"),
                                "connector", Link.to(self, "connector"))));
    }

    /**
     * How a connector stands.
     *
     * @param version the one that is active, or is again after a pause
     */
    record StateDetail(ConnectorState state, @Nullable Integer version, Map<String, Link> links) {}

    /** The body of a change, for the documentation. */
    record StateChange(
            @Schema(allowableValues = {ACTIVE, PAUSED}) String state,
            @Nullable Integer version) {}

    /** The body of a roll-back, for the documentation. */
    record RollBack(int version) {}
}
