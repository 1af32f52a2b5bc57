package se.tjanstenav.routes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a hub as a portal does: over HTTP. Every answer is held against the {@link Contract}. */
public final class HubClient {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();
    private final int port;
    private final List<String> always;

    public HubClient(int port) {
        this(port, HttpClient.Version.HTTP_1_1, List.of());
    }

    private HubClient(int port, HttpClient.Version version, List<String> always) {
        this.port = port;
        this.always = always;
        this.http = HttpClient.newBuilder()
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Asks the same hub by HTTP/2, as far as it speaks that. */
    public HubClient overHttp2() {
        return new HubClient(port, HttpClient.Version.HTTP_2, always);
    }

    public int port() {
        return port;
    }

    /** Where the hub is, without a path. */
    public String root() {
        return "http://localhost:" + port;
    }

    /** Asks the same hub with a header more in every request. */
    public HubClient with(String header, String value) {
        List<String> headers =
                Stream.concat(always.stream(), Stream.of(header, value)).toList();
        return new HubClient(port, http.version(), headers);
    }

    /**
     * @param headers names and values by turns
     */
    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public HttpResponse<byte[]> send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /** Sends a body of the media type. */
    public HttpResponse<byte[]> sendBody(String method, String path, String mediaType, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", mediaType), Stream.of(headers))
                .toArray(String[]::new);
        return send(method, path, BodyPublishers.ofString(body), all);
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root() + path))
                .timeout(PATIENCE)
                .method(method, body);
        String[] all = Stream.concat(always.stream(), Stream.of(headers)).toArray(String[]::new);
        if (all.length > 0) {
            request.headers(all);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            Contract.check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("The hub did not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the head of a request, without the blank line after it, and leaves the answer to be read as it comes. */
    public Socket open(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String request = head + "Host: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Sends bytes that no HTTP client would send, and gives all that comes back. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public JsonNode json(String path, String... headers) {
        return json.readTree(get(path, headers).body());
    }

    public JsonNode json(HttpResponse<byte[]> response) {
        return json.readTree(response.body());
    }

    /** The services that the words find, best first. */
    public Stream<JsonNode> find(String words) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return json("/catalog/v1/services?limit=100&q=" + query)
                .path("services")
                .valueStream();
    }

    /** The whole of the first service that the words find whose name is exactly this. */
    public JsonNode serviceNamed(String name) {
        return json("/catalog/v1/services/" + idOf(name));
    }

    public String idOf(String name) {
        return find(name)
                .filter(service -> service.path("name").asString().equals(name))
                .map(service -> service.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No service is named " + name));
    }

    /** How a source stands. */
    public Optional<JsonNode> source(String id) {
        return json("/catalog/v1/sources")
                .path("sources")
                .valueStream()
                .filter(source -> source.path("id").asString().equals(id))
                .findFirst();
    }

    public String statusOf(String source) {
        return source(source).map(found -> found.path("status").asString()).orElse("not a source");
    }
}
