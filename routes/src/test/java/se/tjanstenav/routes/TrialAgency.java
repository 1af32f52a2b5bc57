package se.tjanstenav.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An agency over plain HTTP whose records and pace a test decides while a hub harvests it, ten records a page. */
public final class TrialAgency implements AutoCloseable {

    private static final String HOST = "api.provverket.example";
    private static final int PAGE = 10;
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger fromTheStart = new AtomicInteger();
    private volatile List<String> records = List.of();
    private volatile Duration pause = Duration.ZERO;
    private volatile boolean down;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public TrialAgency() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/tjanster", this::answer);
        server.start();
    }

    /** What lets a hub reach it. */
    public String[] settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--tjanstenav.connectors.look-again-every=100ms",
                "--tjanstenav.connectors.egress.plain-http-hosts=" + HOST,
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                "--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d"
                        .formatted(HOST, server.getAddress().getPort()),
                "--tjanstenav.connectors.egress.breaker-open-for=1s",
                "--tjanstenav.harvest.retry-after=1s",
                "--tjanstenav.harvest.retry-at-most=2s"));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    /** Lays a descriptor of the agency into the hub's folder, in place of one of the same connector. */
    public void connect(Path folder, String connector, String mapping, String... feeds) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %s, agency: %s, title: Provverket, owner: api@provverket.example}
                spec:
                  egress: {hosts: ["http://%s"]}
                  limits: {requestsPerSecond: 100}
                  feeds:
                """.formatted(connector, connector, HOST));
        for (String feed : feeds) {
            yaml.append("""
                        - name: %s
                          kind: services
                          schedule: {every: 24h}
                          freshness: {fresh: 48h}
                          request: {path: /tjanster}
                          pagination: {type: offset, parameter: offset, sizeParameter: limit, size: 10, total: /total}
                          response: {format: json, records: /data, id: /id}
                          mapping: {language: jsonata, expression: "%s"}
                    """.formatted(feed, mapping));
        }
        try {
            Path descriptors = Files.createDirectories(folder.resolve("connectors"));
            Path written = Files.writeString(folder.resolve(connector + ".new"), yaml);
            Files.move(
                    written,
                    descriptors.resolve(connector + ".yaml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That many records which every mapping of these tests can use. */
    public void has(int count) {
        has(IntStream.range(0, count)
                .mapToObj("{\"id\": \"T%1$d\", \"namn\": \"Tjänst %1$d\"}"::formatted)
                .toList());
    }

    public void has(List<String> jsonRecords) {
        records = List.copyOf(jsonRecords);
    }

    /** How long it thinks before it answers a page. */
    public void pauses(Duration beforeEveryPage) {
        pause = beforeEveryPage;
    }

    public void isDown(boolean answersOnlyErrors) {
        down = answersOnlyErrors;
    }

    /** Every request waits until {@link #release}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** How many requests were under way at most at one time. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public int underWay() {
        return underWay.get();
    }

    /** How many harvests have begun. */
    public int harvests() {
        return fromTheStart.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            int offset = offset(exchange.getRequestURI());
            if (offset == 0) {
                fromTheStart.incrementAndGet();
            }
            waitFor(gate, Duration.ofMinutes(5));
            waitFor(new CountDownLatch(1), pause);
            byte[] page = page(offset).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(down ? 503 : 200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static void waitFor(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String page(int offset) {
        List<String> all = records;
        List<String> page = all.subList(Math.min(offset, all.size()), Math.min(offset + PAGE, all.size()));
        return "{\"total\": %d, \"data\": [%s]}".formatted(all.size(), String.join(",", page));
    }

    private static int offset(URI uri) {
        Matcher offset = OFFSET.matcher(String.valueOf(uri.getQuery()));
        return offset.find() ? Integer.parseInt(offset.group(1)) : 0;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
