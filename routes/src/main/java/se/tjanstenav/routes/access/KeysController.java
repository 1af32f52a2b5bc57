package se.tjanstenav.routes.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.AccessKey;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.LastOperatorKeyException;
import se.tjanstenav.connectors.access.NewKey;
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

/** Keys of the registry API: an operator's all of them, an agency's its own. */
@RestController
@RequestMapping(path = KeysController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "keys")
class KeysController {

    static final String PATH = Roots.REGISTRY + "/keys";

    private final AccessKeys keys;
    private final Clock clock;
    private final String base;

    KeysController(AccessKeys keys, Clock clock, ApiProperties properties) {
        this.keys = keys;
        this.clock = clock;
        this.base = properties.linkBase() + PATH;
    }

    @Operation(summary = "Keys, the oldest first: an operator's all of them, an agency's its own")
    @Paged
    @GetMapping
    KeyList list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        AccessKeys.Page page = keys.list(caller.agency(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return new KeyList(
                page.keys().stream().map(KeyDetail::of).toList(), meta, new PageLinks(base, sent).around(meta));
    }

    @Operation(
            summary = "Makes a key, which is shown this once",
            description = "An agency's key makes keys for its own agency only.")
    @ApiResponse(responseCode = "201", description = "Made; Location is where it can be looked at")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = KeyRequest.Form.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeyDetail> create(Caller caller, InputStream body) {
        NewKey made = keys.create(KeyRequest.read(body, caller, clock.instant()), caller.name());
        return ResponseEntity.created(URI.create(base + "/" + made.key().id())).body(KeyDetail.of(made));
    }

    @Operation(summary = "One key, without its secret part")
    @GetMapping("/{id}")
    KeyDetail one(Caller caller, @PathVariable String id) {
        return KeyDetail.of(visible(caller, id));
    }

    @Operation(summary = "Revokes a key at once and for good", description = "Not the last valid one of an operator.")
    @ApiResponse(responseCode = "204", description = "Revoked, now or before")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String id) {
        try {
            keys.revoke(visible(caller, id).id(), caller.name());
            return ResponseEntity.noContent().build();
        } catch (LastOperatorKeyException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This is the last valid key of an operator; make another one first, then revoke this one");
        }
    }

    private AccessKey visible(Caller caller, String id) {
        return keys.byId(id)
                .filter(key -> isVisible(caller, key))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_RESOURCE, "There is no key '%s'".formatted(Excerpt.of(id))));
    }

    private static boolean isVisible(Caller caller, AccessKey key) {
        AgencyId owner = key.grant().agency();
        return owner == null ? caller.isOperator() : caller.mayTouch(owner);
    }

    record KeyList(List<KeyDetail> keys, PageMeta meta, Map<String, Link> links) {}
}
