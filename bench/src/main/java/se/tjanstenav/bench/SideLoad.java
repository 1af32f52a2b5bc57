package se.tjanstenav.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests beside a load, one after the other, so many a second, and counts those that the hub did not stand. */
final class SideLoad {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> requests;
    private final int perSecond;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    SideLoad(List<URI> requests, int perSecond) {
        this.requests = requests;
        this.perSecond = perSecond;
    }

    long sent() {
        return sent.get();
    }

    /** Answers with a 5xx, and requests that were not answered. */
    long failures() {
        return failures.get();
    }

    /** Sends as long as the work goes on. */
    <T> T during(Callable<T> work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread thread = new Thread(() -> sendUntil(over));
        thread.start();
        try {
            return work.call();
        } finally {
            over.set(true);
            thread.join();
        }
    }

    private void sendUntil(AtomicBoolean over) {
        while (!over.get()) {
            URI uri = requests.get((int) (sent.getAndIncrement() % requests.size()));
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / perSecond;
            try {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() >= 500) {
                    failures.incrementAndGet();
                }
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            } catch (IOException e) {
                failures.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
