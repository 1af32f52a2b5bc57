package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.RegisteredConnectors;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.registry.ConnectorVersion;
import se.tjanstenav.connectors.registry.RegisteredConnector;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.routes.http.ApiProperties;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageLinks;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.Paged;
import se.tjanstenav.routes.http.QueryParameters;
import se.tjanstenav.routes.http.RequestFault;

/** Connectors: registered by their first version, listed, looked at. */
@RestController
@RequestMapping(path = Paths.CONNECTORS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "connectors")
class ConnectorsController {

    private final Registry registry;
    private final Connectors connectors;
    private final String linkBase;

    ConnectorsController(Registry registry, Connectors connectors, ApiProperties properties) {
        this.registry = registry;
        this.connectors = connectors;
        this.linkBase = properties.linkBase();
    }

    @Operation(summary = "The registered connectors: an operator's all of them, an agency's its own")
    @Parameter(name = "agency", in = ParameterIn.QUERY, description = "Only those of this agency")
    @Paged
    @GetMapping
    ConnectorList list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = new QueryParameters(sent);
        Optional<String> agency = parameters.text("agency");
        PageQuery wanted = PageQuery.read(parameters);
        parameters.check();

        Registry.Page page = agency.isPresent() && !Paths.isAgency(agency.get())
                ? new Registry.Page(List.of(), 0)
                : registry.list(
                        new Registry.Query(agency.map(AgencyId::new).orElse(null), wanted.offset(), wanted.limit()),
                        caller);
        PageMeta meta = wanted.meta(page.total());
        return new ConnectorList(
                page.connectors().stream().map(this::detail).toList(),
                meta,
                new PageLinks(linkBase + Paths.CONNECTORS, sent).around(meta));
    }

    @Operation(
            summary = "Registers a connector with its first version",
            description = "The body is a descriptor in YAML or JSON of at most 512 KiB; its metadata.id becomes the"
                    + " connector's id. The version is a draft. A text whose form is wrong is refused with all its"
                    + " faults, and nothing is stored.")
    @ApiResponse(responseCode = "201", description = "Registered; Location is the first version's")
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
    ResponseEntity<VersionDetail> register(
            Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent,
            InputStream body)
            throws IOException {
        Paths.requireNoQuery(sent);
        DescriptorBody descriptor = DescriptorBody.read(type, body);
        ConnectorVersion version = registry.register(descriptor.text(), descriptor.format(), caller);
        return ResponseEntity.created(URI.create(linkBase + Paths.version(version.connector(), version.number())))
                .body(VersionDetail.of(version, linkBase));
    }

    @Operation(summary = "One connector")
    @GetMapping("/{id}")
    ConnectorDetail find(
            Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        Paths.requireNoQuery(sent);
        return detail(registry.find(Paths.id(id), caller));
    }

    @Operation(
            summary = "Removes a connector that was never active",
            description = "One that has been active keeps its history: pause it instead.")
    @ApiResponse(responseCode = "204", description = "Removed")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        Paths.requireNoQuery(sent);
        registry.delete(Paths.id(id), caller);
        return ResponseEntity.noContent().build();
    }

    private ConnectorDetail detail(RegisteredConnector connector) {
        String source = RegisteredConnectors.source(connector.id());
        List<RequestFault> faults = connectors.faults().stream()
                .filter(fault -> fault.source().equals(source))
                .map(fault -> new RequestFault(
                        fault.pointer(),
                        fault.problem(),
                        fault.remedy(),
                        fault.line() > 0 ? fault.line() : null,
                        fault.column() > 0 ? fault.column() : null))
                .toList();
        return ConnectorDetail.of(connector, faults, linkBase);
    }

    /** A page of connectors. */
    record ConnectorList(List<ConnectorDetail> connectors, PageMeta meta, Map<String, Link> links) {}
}
