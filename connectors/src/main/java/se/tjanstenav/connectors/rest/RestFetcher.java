package se.tjanstenav.connectors.rest;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.FeedSpec.Incremental;
import se.tjanstenav.connectors.descriptor.Pagination;
import se.tjanstenav.connectors.descriptor.Request;
import se.tjanstenav.connectors.descriptor.Response;
import se.tjanstenav.connectors.egress.EgressRequest;
import se.tjanstenav.connectors.egress.EgressResponse;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.rdf.Prefixes;
import se.tjanstenav.connectors.rdf.RdfRecords;
import se.tjanstenav.connectors.source.Fetcher;
import se.tjanstenav.connectors.source.Page;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.source.Resumption;
import se.tjanstenav.connectors.source.Validators;
import se.tjanstenav.connectors.tree.CsvRecords;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.NestedRecords;
import se.tjanstenav.connectors.tree.RecordReader;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.tree.XmlNames;
import se.tjanstenav.connectors.tree.XmlRecords;

/** Fetches the pages of a feed by HTTP GET. Safe for use by several threads. */
public final class RestFetcher implements Fetcher {

    static final String ACCEPT_JSON = "application/json, application/*+json;q=0.9";
    static final String ACCEPT_XML = "application/xml, text/xml;q=0.9, application/*+xml;q=0.9";

    private static final String ACCEPT_CSV = "text/csv";
    private static final String ACCEPT_JSON_LD = "application/ld+json, application/json;q=0.9";
    private static final String ACCEPT_TURTLE = "text/turtle";

    private final URI base;
    private final FeedSpec feed;
    private final Exchange exchange;
    private final TreePointer records;
    private final Resumption resumption;

    public RestFetcher(Descriptor.Spec spec, FeedSpec feed, Exchange exchange, Resumption resumption) {
        Request request = feed.request();
        String host = request.host() == null ? spec.egress().hosts().get(0) : request.host();
        String root = host.startsWith("http://") ? host : "https://" + host;
        this.base = URI.create(root + Objects.requireNonNull(request.path()));
        this.feed = feed;
        this.exchange = exchange;
        this.resumption = resumption;
        this.records = TreePointer.parse(feed.response().records());
    }

    @Override
    public Page fetch(Position position, RunDeadline deadline) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.ACCEPT, accept());
        headers.putAll(feed.request().headers());
        Map<String, String> conditions = Conditions.of(resumption.known());
        headers.putAll(conditions);
        EgressRequest request = EgressRequest.get(uri(position), headers);
        EgressResponse response = conditions.isEmpty()
                ? exchange.ask(request, syntax(), deadline)
                : exchange.askUnlessUnchanged(request, syntax(), deadline);
        try {
            Validators validators = Conditions.validators(response.headers());
            if (response.status() == HttpStatus.NOT_MODIFIED.value()) {
                return Page.unchanged(validators, response::close);
            }
            String next = NextLink.in(response.headers()).orElse(null);
            RecordReader reader =
                    NestedRecords.in(reader(response), feed.response().each());
            return new Page(reader, next, validators, response::close);
        } catch (RuntimeException e) {
            response.close();
            throw e;
        }
    }

    private RecordReader reader(EgressResponse response) {
        return switch (feed.response().format()) {
            case JSON -> new JsonRecords(response.body(), records, feed.live() != null);
            case XML ->
                new XmlRecords(
                        response.body(),
                        response.charset().orElse(null),
                        records,
                        new XmlNames(feed.response().xml().prefixes()));
            case JSON_LD -> RdfRecords.jsonLd(response.body(), base, type(), prefixes());
            case TURTLE -> RdfRecords.turtle(response.body(), base, type(), prefixes());
            case CSV -> new CsvRecords(response.body(), dialect(response), column());
            case SOAP -> throw new IllegalStateException("SOAP has a fetcher of its own");
        };
    }

    private Prefixes prefixes() {
        return new Prefixes(feed.response().rdf().prefixes());
    }

    private String type() {
        return prefixes().expand(Objects.requireNonNull(feed.response().type())).orElseThrow();
    }

    /** What the descriptor says of the encoding outweighs the content type, which often just repeats a server's default. */
    private CsvRecords.Dialect dialect(EgressResponse response) {
        Response.Csv csv = feed.response().csv();
        Charset charset = csv.encoding() != null
                ? csv.encoding().charset()
                : response.charset().map(Charset::forName).orElse(StandardCharsets.UTF_8);
        Character quote = csv.quote().isEmpty() ? null : csv.quote().charAt(0);
        return new CsvRecords.Dialect(csv.separator().charAt(0), quote, charset);
    }

    /** The column that holds the identity; the schema allows a pointer of one segment only. */
    private String column() {
        return TreePointer.parse(feed.response().id()).name();
    }

    private String accept() {
        return switch (feed.response().format()) {
            case JSON -> ACCEPT_JSON;
            case CSV -> ACCEPT_CSV;
            case JSON_LD -> ACCEPT_JSON_LD;
            case TURTLE -> ACCEPT_TURTLE;
            case XML, SOAP -> ACCEPT_XML;
        };
    }

    private String syntax() {
        return switch (feed.response().format()) {
            case JSON, JSON_LD -> "json";
            case CSV -> "csv";
            case TURTLE -> "turtle";
            case XML, SOAP -> "xml";
        };
    }

    private URI uri(Position position) {
        if (position.link() != null) {
            return resolved(position.link());
        }
        Map<String, String> query = new HashMap<>(feed.request().query());
        Pagination pagination = feed.pagination();
        if (pagination.sizeParameter() != null && pagination.size() != null) {
            query.put(pagination.sizeParameter(), pagination.size().toString());
        }
        Incremental incremental = feed.incremental();
        if (incremental != null && incremental.parameter() != null) {
            String parameter = incremental.parameter();
            resumption.since().ifPresent(since -> query.put(parameter, since));
        }
        String moved = moved(position);
        if (pagination.parameter() != null && !moved.isEmpty()) {
            query.put(pagination.parameter(), moved);
        }
        UriComponentsBuilder builder = UriComponentsBuilder.newInstance();
        List<String> values = new ArrayList<>();
        query.keySet().stream().sorted().forEach(name -> {
            builder.queryParam(name, "{value" + values.size() + "}");
            values.add(query.get(name));
        });
        return URI.create(base.toASCIIString() + builder.encode().buildAndExpand(values.toArray()));
    }

    /** By RFC 3986; Java follows its predecessor, where a link that is a query alone loses the last part of the path. */
    private URI resolved(URI link) {
        return link.toString().startsWith("?") ? URI.create(base + link.toString()) : base.resolve(link);
    }

    private String moved(Position position) {
        Pagination pagination = feed.pagination();
        return switch (pagination.type()) {
            case PAGE -> String.valueOf(pagination.first() + position.page());
            case OFFSET -> String.valueOf(position.offset());
            case CURSOR -> position.cursor() == null ? "" : position.cursor();
            case NONE, NEXT_LINK, LINK_HEADER -> "";
        };
    }
}
