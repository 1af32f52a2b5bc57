package se.tjanstenav.routes.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reader of witness agencies who never rests, and notes whatever no reader may ever see: two generations in one
 * answer, an answer older than the one before it, a service that lasts and yet is missing, or an error. A hub that is
 * down or stands still gives no answer, which is no fault.
 *
 * <p>A list is read from the store by one statement, whichever hub is asked, so lists may never go back at all. A single
 * service may come from a hub's memory, so it may not go back at the same hub.
 */
final class Reader implements AutoCloseable {

    /** How the names begin of the services that are there in every generation. */
    static final String LASTING = "Vittnestjänst";

    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Hub> hubs;
    private final WitnessAgencies agencies;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = new JsonMapper();
    private final Random random = new Random();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final Map<String, Generation> newest = new HashMap<>();
    private final Thread thread = new Thread(this::read, "reader");
    private volatile boolean over;

    private Reader(List<Hub> hubs, WitnessAgencies agencies) {
        this.hubs = hubs;
        this.agencies = agencies;
    }

    /** Begins to read; every agency must have been published already. */
    static Reader of(List<Hub> hubs, WitnessAgencies agencies) {
        Reader reader = new Reader(List.copyOf(hubs), agencies);
        reader.thread.start();
        return reader;
    }

    /** How many answers it has got. */
    long answers() {
        return answers.get();
    }

    void assertNothingWrong() {
        assertThat(faults).as("what readers saw").isEmpty();
    }

    private void read() {
        List<String> ids = new ArrayList<>(agencies.ids());
        while (!over && faults.size() < PAGE) {
            for (Hub hub : hubs) {
                String agency = ids.get(random.nextInt(ids.size()));
                int page = random.nextInt(Math.max(1, agencies.records() / PAGE));
                list(hub, agency, page).ifPresent(id -> detail(hub, id));
            }
        }
    }

    /** Reads a page and gives the id of one of its services. */
    private Optional<String> list(Hub hub, String agency, int page) {
        String path = "/catalog/v1/services?agency=%s&limit=%d&offset=%d".formatted(agency, PAGE, page * PAGE);
        return get(hub, path).flatMap(answer -> {
            List<JsonNode> lasting = answer.path("services")
                    .valueStream()
                    .filter(service -> service.path("name").asString().startsWith(LASTING))
                    .toList();
            Set<Generation> shown = lasting.stream()
                    .map(service -> Generation.of(service.path("summary").asString()))
                    .collect(Collectors.toSet());
            long total = answer.at("/meta/total").asLong();
            if (shown.size() > 1) {
                faults.add("%s showed a mixture: %s of %s".formatted(hub.name(), shown, path));
            }
            if (total < agencies.records()) {
                faults.add("%s showed only %d of %d services".formatted(hub.name(), total, agencies.records()));
            }
            shown.forEach(generation -> mustNotGoBack("lists of " + agency, generation, hub));
            return lasting.isEmpty()
                    ? Optional.empty()
                    : Optional.of(lasting.get(random.nextInt(lasting.size()))
                            .path("id")
                            .asString());
        });
    }

    private void detail(Hub hub, String id) {
        get(hub, "/catalog/v1/services/" + id)
                .ifPresent(answer -> mustNotGoBack(
                        hub.name() + " about " + id,
                        Generation.of(answer.path("summary").asString()),
                        hub));
    }

    private void mustNotGoBack(String what, Generation shown, Hub hub) {
        Generation before = newest.merge(what, shown, (one, other) -> one.compareTo(other) > 0 ? one : other);
        if (shown.compareTo(before) < 0) {
            faults.add("%s: %s went back from %s to %s".formatted(hub.name(), what, before, shown));
        }
    }

    private Optional<JsonNode> get(Hub hub, String path) {
        Optional<Integer> port = hub.port();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        URI address = URI.create("http://localhost:" + port.get() + path);
        try {
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            answers.incrementAndGet();
            if (response.statusCode() != 200) {
                faults.add("%s answered %d to %s".formatted(hub.name(), response.statusCode(), path));
                return Optional.empty();
            }
            return Optional.of(json.readTree(response.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
            return Optional.empty();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
