package se.tjanstenav.connectors.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.Descriptor.Pagination;
import se.tjanstenav.connectors.descriptor.Descriptor.Request;
import se.tjanstenav.connectors.descriptor.Descriptor.Response.Format;
import se.tjanstenav.connectors.egress.EgressRequest;
import se.tjanstenav.connectors.egress.EgressResponse;
import se.tjanstenav.connectors.egress.Exchange;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.source.Fetcher;
import se.tjanstenav.connectors.source.Page;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.RecordReader;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.tree.XmlRecords;

/** Fetches the pages of a feed by HTTP GET. Safe for use by several threads. */
public final class RestFetcher implements Fetcher {

    private static final String ACCEPT_JSON = "application/json, application/*+json;q=0.9";
    private static final String ACCEPT_XML = "application/xml, text/xml;q=0.9, application/*+xml;q=0.9";

    private final URI base;
    private final FeedSpec feed;
    private final Exchange exchange;
    private final TreePointer records;

    public RestFetcher(Descriptor.Spec spec, FeedSpec feed, Exchange exchange) {
        Request request = feed.request();
        String host = request.host() == null ? spec.egress().hosts().get(0) : request.host();
        this.base = URI.create("https://" + host + Objects.requireNonNull(request.path()));
        this.feed = feed;
        this.exchange = exchange;
        this.records = TreePointer.parse(feed.response().records());
    }

    @Override
    public Page fetch(Position position, RunDeadline deadline) {
        boolean json = feed.response().format() == Format.JSON;
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.ACCEPT, json ? ACCEPT_JSON : ACCEPT_XML);
        headers.putAll(feed.request().headers());
        URI uri = uri(position);
        EgressResponse response = exchange.ask(EgressRequest.get(uri, headers), json ? "json" : "xml", deadline);
        try {
            RecordReader reader = json
                    ? new JsonRecords(response.body(), records)
                    : new XmlRecords(response.body(), response.charset().orElse(null), records);
            return new Page(reader, NextLink.in(response.headers()).orElse(null), response::close);
        } catch (RuntimeException e) {
            response.close();
            throw e;
        }
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
