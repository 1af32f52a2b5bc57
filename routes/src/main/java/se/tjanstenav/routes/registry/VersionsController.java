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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.ConnectorVersion;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;

/** The versions of a connector: posted, read, validated, approved. */
@RestController
@RequestMapping(path = Paths.CONNECTORS + "/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "versions")
class VersionsController {

    private final Registry registry;
    private final String linkBase;

    VersionsController(Registry registry, ApiProperties properties) {
        this.registry = registry;
        this.linkBase = properties.linkBase();
    }

    @Operation(summary = "The versions of a connector, newest first")
    @Paged
    @GetMapping
    VersionList list(
            Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        List<ConnectorVersion> all = registry.versions(Paths.id(id), caller);
        PageMeta meta = wanted.meta(all.size());
        return new VersionList(
                all.stream()
                        .skip(wanted.offset())
                        .limit(wanted.limit())
                        .map(version -> VersionDetail.of(version, linkBase))
                        .toList(),
                meta,
                new PageLinks(linkBase + Paths.connector(id) + "/versions", sent).around(meta));
    }

    @Operation(
            summary = "Adds a version, a draft",
            description = "As for a new connector. metadata.id must be the connector's and metadata.agency the same as"
                    + " before. The versions before it stay as they are.")
    @ApiResponse(responseCode = "201", description = "Stored as a draft")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = DescriptorBody.YAML, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            })
    @PostMapping(
            consumes = {
                DescriptorBody.YAML,
                DescriptorBody.X_YAML,
                DescriptorBody.TEXT_YAML,
                MediaType.APPLICATION_JSON_VALUE
            })
    ResponseEntity<VersionDetail> add(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        DescriptorBody descriptor = DescriptorBody.read(type, body);
        ConnectorVersion version = registry.addVersion(Paths.id(id), descriptor.text(), descriptor.format(), caller);
        return ResponseEntity.created(URI.create(linkBase + Paths.version(version.connector(), version.number())))
                .body(VersionDetail.of(version, linkBase));
    }

    @Operation(
            summary = "One version; with Accept: application/yaml the very text that was posted",
            description = "A text that was posted as JSON is YAML too, and is given as it was sent.")
    @ApiResponse(
            responseCode = "200",
            description = "The version, or its text",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = VersionDetail.class)),
                @Content(mediaType = DescriptorBody.YAML, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/{number}",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                DescriptorBody.YAML,
                DescriptorBody.X_YAML,
                DescriptorBody.TEXT_YAML
            })
    ResponseEntity<?> find(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Paths.requireNoQuery(sent);
        int version = Paths.number(Paths.id(id), number);
        return Paths.yamlWanted(headers)
                .<ResponseEntity<?>>map(yaml -> ResponseEntity.ok()
                        .contentType(yaml)
                        .body(registry.text(id, version, caller).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(VersionDetail.of(registry.version(id, version, caller), linkBase)));
    }

    @Operation(
            summary = "Validates a stored version",
            description = "Checks the form anew, runs the mapping tests and looks for the secrets. A draft without a"
                    + " fault becomes validated. Nothing is asked of the agency; a dry run does that.")
    @ApiResponse(responseCode = "200", description = "The version with every fault that was found")
    @PostMapping("/{number}/validations")
    VersionDetail validate(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        Paths.requireNoBody(body);
        return VersionDetail.of(registry.validate(Paths.id(id), Paths.number(id, number), caller), linkBase);
    }

    @Operation(
            summary = "Approves a validated version",
            description = "As the hub is set up, by a second person (the usual case), the operator, or anyone. Only an"
                    + " operator approves that a connector speaks for other agencies.")
    @ApiResponse(responseCode = "200", description = "Approved; it can be activated")
    @PostMapping("/{number}/approvals")
    VersionDetail approve(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        Paths.requireNoBody(body);
        return VersionDetail.of(registry.approve(Paths.id(id), Paths.number(id, number), caller), linkBase);
    }

    /** A page of versions. */
    record VersionList(List<VersionDetail> versions, PageMeta meta, Map<String, Link> links) {}
}
