package se.tjanstenav.mocks.record;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Carries out an {@link Order}: reads, takes apart, masks, writes. Either everything is written or, after an error, nothing. */
final class StubRecorder {

    private static final Pattern PAGING = Pattern.compile(
            "(?i)page|sida|pagenumber|offset|start|skip|after|cursor|from|limit|size|pagesize|per_page|rows|antal");
    private static final Pattern SIZE = Pattern.compile("(?i)limit|size|pagesize|per_page|rows|antal");

    private final Order order;
    private final Mask mask = new Mask();

    StubRecorder(Order order) {
        this.order = order;
        order.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Accept") && !name.equalsIgnoreCase("Accept-Language")) {
                mask.learn(value);
            }
        });
        query(order.url()).forEach((name, value) -> {
            if (Labels.secret(name)) {
                mask.learn(value);
            }
        });
    }

    /** Records, and tells what has been written. */
    Report record() throws IOException, GeneralSecurityException {
        String id = order.id();
        List<Exchange> pages;
        try (Endpoint endpoint = new Endpoint(order)) {
            pages = endpoint.pages();
        }
        Feed feed = feed(pages);
        String name = name();
        StubFolder folder = new StubFolder(order.folder(), mask);
        folder.describe(id, order.url(), apiKeyHeader());
        if (feed != null) {
            folder.plan(name + "." + feed.kind(), feed.data());
        }
        folder.planMapping(name, mapping(pages, feed, name));
        return new Report(folder.write(), pages.size(), feed == null ? 0 : feed.records(), feed != null);
    }

    /**
     * What a recording has come to.
     *
     * @param feed whether records were found; otherwise the answer is kept as one piece
     */
    record Report(List<Path> files, int pages, int records, boolean feed) {}

    private @Nullable Feed feed(List<Exchange> pages) {
        Exchange first = pages.get(0);
        String type = first.header("Content-Type").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return new JsonFeed(mask).read(pages.stream().map(Exchange::text).toList(), pages.size() > 1);
        }
        if (pages.size() > 1) {
            throw new RecordingException("Pages can be recorded of JSON only, not of " + type + "; leave --pages out");
        }
        if (type.contains("xml")) {
            return new XmlFeed(mask).read(first.text(), inUtf8(first));
        }
        return type.startsWith("text/csv") ? new CsvFeed(mask).read(first.text()) : null;
    }

    private static boolean inUtf8(Exchange exchange) {
        return exchange.contentType().toLowerCase(Locale.ROOT).contains("utf-8");
    }

    private Map<String, Object> mapping(List<Exchange> pages, @Nullable Feed feed, String name) {
        Exchange first = pages.get(0);
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Content-Type", first.contentType());
        if (!first.header("Content-Language").isEmpty()) {
            headers.put("Content-Language", first.header("Content-Language"));
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", 200);
        response.put("headers", headers);
        if (feed == null) {
            response.put("body", whole(first));
        } else {
            response.put("transformers", List.of("feed"));
            response.put("transformerParameters", parameters(pages, feed, name));
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("request", request());
        mapping.put("response", response);
        return mapping;
    }

    private String whole(Exchange exchange) {
        String type = exchange.header("Content-Type").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return new JsonFeed(mask).masked(exchange.text());
        }
        return type.contains("xml")
                ? new XmlFeed(mask).masked(exchange.text(), inUtf8(exchange))
                : mask.text(exchange.text());
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", order.body() == null ? "GET" : "POST");
        request.put(
                "urlPath",
                mask.text(order.url().getPath().isEmpty() ? "/" : order.url().getPath()));
        Map<String, Object> query = new LinkedHashMap<>();
        query(order.url()).forEach((name, value) -> {
            if (!Labels.secret(name) && !PAGING.matcher(name).matches()) {
                query.put(name, Map.of("equalTo", mask.text(value)));
            }
        });
        if (!query.isEmpty()) {
            request.put("queryParameters", query);
        }
        if (order.body() != null) {
            Element asked = XmlFeed.soapRequest(order.body());
            request.put(
                    "bodyPatterns",
                    List.of(Map.of(
                            "matchesXPath",
                            "/*[local-name()='Envelope']/*[local-name()='Body']/*[local-name()='%s']"
                                    .formatted(asked.getLocalName()))));
        }
        return request;
    }

    private Map<String, Object> parameters(List<Exchange> pages, Feed feed, String name) {
        Map<String, Object> parameters = feed.parameters(name + "." + feed.kind());
        Exchange first = pages.get(0);
        parameters.put("paging", pages.size() > 1 ? "LINK" : "NONE");
        if (pages.size() > 1) {
            Map<String, String> next = query(pages.get(1).url());
            next.forEach((parameter, value) -> {
                if (SIZE.matcher(parameter).matches()) {
                    parameters.put("sizeParameter", parameter);
                } else if (parameter.matches("(?i)page|sida|pagenumber") && value.matches("\\d{1,6}")) {
                    parameters.put("parameter", parameter);
                    parameters.put("first", Integer.parseInt(value) - 1);
                }
            });
            parameters.put("size", Math.max(1, feed.firstPage()));
        }
        if (!first.header("ETag").isEmpty() || !first.header("Last-Modified").isEmpty()) {
            parameters.put("conditional", true);
        }
        return parameters;
    }

    /** The feed's name: what a SOAP request asks for, or else the end of the path. */
    private String name() {
        String raw = order.body() != null
                ? XmlFeed.soapRequest(order.body()).getLocalName()
                : Stream.of(mask.text(order.url().getPath()).split("/"))
                        .filter(part -> !part.isEmpty())
                        .reduce((first, last) -> last)
                        .orElse("index");
        String name = raw.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.(json|xml|csv)$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "index" : name;
    }

    private @Nullable String apiKeyHeader() {
        Optional<String> header = order.headers().keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).replace("-", "").matches(".*(apikey|subscriptionkey)"))
                .findFirst();
        return header.orElse(null);
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String field : (url.getRawQuery() == null ? "" : url.getRawQuery()).split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                query.putIfAbsent(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
