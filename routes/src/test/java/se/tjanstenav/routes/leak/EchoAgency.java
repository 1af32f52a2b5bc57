package se.tjanstenav.routes.leak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An agency that repeats what lets the hub in, in every place of an answer and every encoding. How it answers is told by
 * the first word of the host's name.
 */
final class EchoAgency implements AutoCloseable {

    static final String TOKEN = "Tk3mQ9fetchedTokenOfTheEcho" + "x7Yz2Wv9Kt".repeat(30);
    static final List<String> MODES = List.of(
            "records",
            "rejected",
            "erring",
            "denied",
            "broken",
            "moved",
            "wrongtype",
            "malformed",
            "producers",
            "next",
            "cut",
            "detail");

    private static final String DOMAIN = ".echo.example";
    private static final Set<String> CREDENTIALS = Set.of("Authorization", "X-echo-key");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    EchoAgency(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    static String host(String mode) {
        return mode + DOMAIN;
    }

    /** What lets a hub reach it. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        for (String mode : hosts()) {
            settings.add("--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d"
                    .formatted(host(mode), server.getAddress().getPort()));
        }
        return settings;
    }

    private static List<String> hosts() {
        List<String> hosts = new ArrayList<>(MODES);
        hosts.addAll(List.of("token", "refuse", "soap"));
        return hosts;
    }

    /** Everything that ever let the hub in. */
    Set<String> heard() {
        return heard;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<String> told = told(exchange);
        heard.addAll(told);
        String all = String.join(" ", told) + " " + new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        String mode = exchange.getRequestHeaders().getFirst("Host").replaceFirst("\\..*", "");
        exchange.getResponseHeaders()
                .set("ETag", "\"" + told.stream().findFirst().orElse("none") + "\"");
        exchange.getResponseHeaders().set("X-Echo", String.join(" ", told));
        switch (mode) {
            case "denied", "refuse" -> {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"" + told + "\"");
                send(exchange, 401, "application/json", JSON.writeValueAsString(List.of(all)));
            }
            case "broken" -> send(exchange, 500, "text/plain", all);
            case "moved" -> {
                exchange.getResponseHeaders().set("Location", "https://elsewhere.example/?q=" + query(told));
                send(exchange, 302, "text/plain", all);
            }
            case "wrongtype" ->
                send(exchange, 200, "text/" + told.stream().findFirst().orElse("x"), all);
            case "malformed" -> send(exchange, 200, "application/json", "{\"items\": [{\"id\": " + all);
            case "producers" -> send(exchange, 200, "application/json", producers(told));
            case "next" -> send(exchange, 200, "application/json", next(told));
            case "cut" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 100_000);
                exchange.getResponseBody().write(("{\"items\": [{\"id\": \"" + told).getBytes(StandardCharsets.UTF_8));
            }
            case "token" ->
                send(
                        exchange,
                        200,
                        "application/json",
                        JSON.createObjectNode()
                                .put("access_token", TOKEN)
                                .put("echo", all)
                                .toString());
            case "soap" -> send(exchange, 500, "text/xml", soapFault(all));
            default -> send(exchange, 200, "application/json", records(told).toString());
        }
    }

    /** The credentials in clear, in parts, and in every encoding. */
    private static List<String> told(HttpExchange exchange) {
        List<String> clear = new ArrayList<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (CREDENTIALS.contains(name)) {
                for (String value : values) {
                    String bare = value.replaceFirst("^(Basic|Bearer) ", "");
                    clear.add(bare);
                    if (value.startsWith("Basic ")) {
                        String pair = new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
                        clear.add(pair);
                        clear.add(pair.substring(pair.indexOf(':') + 1));
                    }
                }
            }
        });
        return clear.stream()
                .flatMap(each -> Encoded.forms(each).stream())
                .distinct()
                .toList();
    }

    private static String query(List<String> told) {
        return told.stream()
                .map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static ObjectNode records(List<String> told) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (int i = 0; i < told.size(); i++) {
            String said = told.get(i);
            items.addObject()
                    .put("id", "r" + i)
                    .put("title", "Said " + said)
                    .put(said.substring(0, Math.min(100, said.length())), said);
        }
        items.addObject().put("id", "none").put("title", "Nothing is said");
        return answer;
    }

    private static String producers(List<String> told) {
        ObjectNode answer = records(told);
        ArrayNode faults = answer.putArray("faults");
        told.forEach(each -> faults.addObject().put("code", "E1").put("text", each));
        return answer.toString();
    }

    private static String next(List<String> told) {
        return records(told)
                .put("next", "https://elsewhere.example/" + query(told))
                .toString();
    }

    private static String soapFault(String all) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
                <faultcode>s:Server</faultcode><faultstring>%s</faultstring></s:Fault></s:Body></s:Envelope>
                """.formatted(all.replaceAll("[<>&]", " "));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
