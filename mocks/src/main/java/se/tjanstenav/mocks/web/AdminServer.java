package se.tjanstenav.mocks.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.RunningAgencies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain HTTP on loopback for the person at this machine: who runs and how to call it, as a page, as JSON or as text, and
 * switches to make an agency fail. What comes from elsewhere is refused, as {@link AdminGuard} tells.
 */
public final class AdminServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_FORM = 1024;
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final RunningAgencies agencies;
    private final Path folder;
    private final IndexPage page = new IndexPage();
    private final ExecutorService threads;
    private final HttpServer server;

    /**
     * @param folder where the secrets lie, to tell whoever looks for them
     */
    public AdminServer(RunningAgencies agencies, Path folder, int port) throws IOException {
        this.agencies = agencies;
        this.folder = folder;
        this.server = bind(port);
        this.threads = Executors.newFixedThreadPool(4);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot listen on 127.0.0.1:" + port + ", the admin address; is the port taken by another run?", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> refusal = AdminGuard.refusal(exchange);
            List<String> path = Stream.of(exchange.getRequestURI().getPath().split("/"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (refusal.isPresent()) {
                text(exchange, 403, refusal.get() + "\n");
            } else {
                serve(exchange, path);
            }
        }
    }

    private void serve(HttpExchange exchange, List<String> path) throws IOException {
        try {
            switch (exchange.getRequestMethod()) {
                case "POST" -> command(exchange, path);
                case "GET" -> show(exchange, path);
                default -> text(exchange, 405, Switches.USAGE);
            }
        } catch (IllegalArgumentException e) {
            text(exchange, 404, e.getMessage() + "\n" + Switches.USAGE);
        } catch (IllegalStateException e) {
            text(exchange, 500, e.getMessage() + "\n");
        }
    }

    private void show(HttpExchange exchange, List<String> path) throws IOException {
        if (path.isEmpty()) {
            index(exchange);
        } else if (path.size() == 3
                && path.get(0).equals("agencies")
                && path.get(2).equals("wsdl")) {
            wsdl(exchange, path.get(1));
        } else {
            text(exchange, 405, Switches.USAGE);
        }
    }

    private void index(HttpExchange exchange) throws IOException {
        List<AgencyStatus> all = AgencyStatus.all(agencies, folder);
        if (accepts(exchange, "text/html")) {
            Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
            String html = page.html(all, language(exchange, query), query.get("changed"));
            answer(exchange, 200, "text/html;charset=utf-8", html);
        } else if (accepts(exchange, "application/json")) {
            answer(exchange, 200, "application/json;charset=utf-8", JSON.writeValueAsString(Map.of("agencies", all)));
        } else {
            text(exchange, 200, listing());
        }
    }

    private void wsdl(HttpExchange exchange, String id) throws IOException {
        Agency.Soap soap =
                agencies.ids().contains(id) ? agencies.agency(id).agency().soap() : null;
        if (soap == null) {
            text(exchange, 404, "No SOAP agency here is called so\n" + Switches.USAGE);
        } else {
            answer(exchange, 200, "text/xml;charset=utf-8", Agency.text(id + "/" + soap.wsdl()));
        }
    }

    private void command(HttpExchange exchange, List<String> path) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            text(exchange, 413, "A form here has at most " + LARGEST_FORM + " bytes\n");
            return;
        }
        Map<String, String> form = form(new String(body, UTF_8));
        boolean known = path.size() >= 3
                && path.get(0).equals("agencies")
                && new Switches(agencies).obey(path.get(1), path.subList(2, path.size()), form);
        done(exchange, known ? path.get(1) : null);
    }

    /** A browser goes back to the page, so that loading it again repeats nothing. */
    private void done(HttpExchange exchange, @Nullable String agency) throws IOException {
        if (agency == null) {
            text(exchange, 404, Switches.USAGE);
        } else if (accepts(exchange, "text/html")) {
            String language = language(exchange, form(exchange.getRequestURI().getRawQuery()));
            exchange.getResponseHeaders().set("Location", "/?lang=" + language + "&changed=" + agency);
            text(exchange, 303, "");
        } else {
            text(exchange, 200, listing());
        }
    }

    private String listing() {
        return AgencyStatus.all(agencies, folder).stream()
                .map(AgencyStatus::line)
                .collect(Collectors.joining("", Switches.USAGE, ""));
    }

    private static boolean accepts(HttpExchange exchange, String type) {
        return exchange.getRequestHeaders().getOrDefault("Accept", List.of()).stream()
                .anyMatch(value -> value.contains(type));
    }

    private static String language(HttpExchange exchange, Map<String, String> query) {
        return IndexPage.language(
                query.get("lang"), exchange.getRequestHeaders().getFirst("Accept-Language"));
    }

    /** The fields of a form or query; what cannot be read is left out. */
    private static Map<String, String> form(@Nullable String text) {
        return Stream.of((text == null ? "" : text).split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], UTF_8), (first, second) -> first));
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, "text/plain;charset=utf-8", text);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", NOTHING_FROM_OUTSIDE);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        // Without a referrer at all, a browser would post the page's own forms as if from nowhere.
        exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
