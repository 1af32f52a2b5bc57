package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.connectors.registry.RegistryException;
import se.tjanstenav.connectors.secret.NoSecretsKeyException;
import se.tjanstenav.connectors.secret.SecretSlot;
import se.tjanstenav.connectors.secret.StoredSecret;
import se.tjanstenav.connectors.secret.StoredSecrets;
import se.tjanstenav.routes.ConnectorRefresh;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Excerpt;
import se.tjanstenav.routes.http.InvalidRequestException;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.RequestFault;
import se.tjanstenav.routes.http.Roots;

/** Secrets of registered connectors: set and forgotten, never shown. */
@RestController
@RequestMapping(path = SecretsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "secrets")
class SecretsController {

    static final String PATH = Roots.REGISTRY + "/secrets";

    /** As {@code connector.schema.json} has it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private static final Pattern CONNECTOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final StoredSecrets secrets;
    private final Registry registry;
    private final ConnectorRefresh refresh;
    private final String base;

    SecretsController(StoredSecrets secrets, Registry registry, ConnectorRefresh refresh, ApiProperties properties) {
        this.secrets = secrets;
        this.registry = registry;
        this.refresh = refresh;
        this.base = properties.linkBase() + PATH;
    }

    @Operation(summary = "The secrets, without their values", description = "An agency sees its own.")
    @Paged
    @GetMapping
    SecretList list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        StoredSecrets.Page page = secrets.list(caller.agency(), wanted.offset(), wanted.limit());
        PageMeta meta = wanted.meta(page.total());
        return new SecretList(
                page.secrets().stream()
                        .map(secret -> SecretDetail.of(secret, base))
                        .toList(),
                meta,
                new PageLinks(base, sent).around(meta));
    }

    @Operation(summary = "What is known of a secret, without its value")
    @GetMapping("/{name}")
    SecretDetail one(
            Caller caller,
            @PathVariable String name,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        Paths.requireNoQuery(sent);
        return SecretDetail.of(visible(caller, name), base);
    }

    @Operation(
            summary = "Stores a secret, or another value of it",
            description = "For one connector and one field of its descriptor; it can be used for nothing else and is"
                    + " never shown again. A change takes effect with the next run.")
    @ApiResponse(responseCode = "201", description = "The secret is stored")
    @ApiResponse(responseCode = "204", description = "The secret was replaced", content = @Content)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SecretRequest.class)))
    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SecretDetail> put(
            Caller caller,
            @PathVariable String name,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body) {
        Paths.requireNoQuery(sent);
        requireName(name);
        SecretRequest request = SecretRequest.read(body);
        AgencyId agency = agencyOf(request.connector(), name, caller);
        SecretSlot slot = new SecretSlot(name, request.connector(), request.field());
        StoredSecrets.Stored stored = store(slot, agency, request.value(), caller);
        refresh.now();
        return switch (stored) {
            case CREATED ->
                ResponseEntity.created(URI.create(base + "/" + name))
                        .body(SecretDetail.of(visible(caller, name), base));
            case REPLACED -> ResponseEntity.noContent().build();
            case REFUSED -> throw unknownConnector(name);
        };
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequestException(
                    List.of(
                            new RequestFault(
                                    "/path/name",
                                    "A secret's name has 1 to 128 letters, digits, dots, hyphens and underscores, the first a letter or digit")));
        }
    }

    private AgencyId agencyOf(String connector, String name, Caller caller) {
        if (!CONNECTOR.matcher(connector).matches()) {
            throw unknownConnector(name);
        }
        try {
            return registry.find(connector, caller).agency();
        } catch (RegistryException e) {
            if (e.code() == RegistryException.Code.UNKNOWN_CONNECTOR) {
                throw unknownConnector(name);
            }
            throw e;
        }
    }

    /** Said alike of a connector that is unknown or another's, and of a name that another's secret has. */
    private static ProblemException unknownConnector(String name) {
        return new ProblemException(
                ProblemType.UNKNOWN_RESOURCE,
                "There is no such connector among yours that can have a secret named '%s'. Register the connector first,"
                                .formatted(name)
                        + " or choose another name, such as the connector's id with what the secret is for");
    }

    private StoredSecrets.Stored store(SecretSlot slot, AgencyId agency, String value, Caller caller) {
        try {
            return secrets.store(slot, agency, value, caller.name());
        } catch (NoSecretsKeyException e) {
            throw new ProblemException(ProblemType.UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(List.of(new RequestFault("/value", String.valueOf(e.getMessage()))));
        }
    }

    @Operation(summary = "Forgets a secret", description = "The connector cannot use it from its next run on.")
    @ApiResponse(responseCode = "204", description = "The secret is gone", content = @Content)
    @DeleteMapping("/{name}")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable String name,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        Paths.requireNoQuery(sent);
        visible(caller, name);
        if (!secrets.delete(name, caller.name())) {
            throw unknownSecret(name);
        }
        refresh.now();
        return ResponseEntity.noContent().build();
    }

    private StoredSecret visible(Caller caller, String name) {
        return Optional.of(name)
                .filter(text -> NAME.matcher(text).matches())
                .flatMap(secrets::find)
                .filter(secret -> caller.mayTouch(secret.agency()))
                .orElseThrow(() -> unknownSecret(name));
    }

    private static ProblemException unknownSecret(String name) {
        return new ProblemException(
                ProblemType.UNKNOWN_RESOURCE, "There is no secret '%s' among yours".formatted(Excerpt.of(name)));
    }

    /** A page of secrets. */
    record SecretList(List<SecretDetail> secrets, PageMeta meta, Map<String, Link> links) {}
}
