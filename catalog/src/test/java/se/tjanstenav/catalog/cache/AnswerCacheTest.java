package se.tjanstenav.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.id;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Key;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceId;

class AnswerCacheTest {

    private static final Key KEY = new Key(id("F1"), "json;sv");

    private final MovableClock clock = new MovableClock();
    private final List<ChangeLog.Change> log = new ArrayList<>();
    private final Map<FeedId, Instant> staleFrom = new HashMap<>();
    private final AtomicInteger rendered = new AtomicInteger();
    private final CaffeineAnswerCache cache = cacheOf(1 << 20);

    @Test
    void rendersOnceAndAnswersFromMemory() throws IOException {
        Answer answer = get(KEY, "{}");

        assertThat(get(KEY, "annat")).isSameAs(answer);
        assertThat(rendered).hasValue(1);
        assertThat(answer.identity()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.gzip())).readAllBytes())
                .isEqualTo(answer.identity());
        assertThat(answer.etag()).matches("\"[\\w-]{24}\"");
        assertThat(answer.gzipEtag()).isEqualTo(answer.etag().replaceFirst("\"$", "-gzip\""));
    }

    @Test
    void givesTheSameTagToTheSameBytesOnly() {
        String tag = get(KEY, "{}").etag();

        assertThat(get(new Key(id("F2"), "json;sv"), "{}").etag()).isEqualTo(tag);
        assertThat(get(new Key(id("F3"), "json;sv"), "{ }").etag()).isNotEqualTo(tag);
    }

    @Test
    void dropsEveryVariantOfAChangedServiceAndNothingElse() {
        Key english = new Key(id("F1"), "json;en");
        Key other = new Key(id("F2"), "json;sv");
        List.of(KEY, english, other).forEach(key -> get(key, "förr"));

        change(id("F1"));

        assertThat(body(get(KEY, "nu"))).isEqualTo("nu");
        assertThat(body(get(english, "nu"))).isEqualTo("nu");
        assertThat(body(get(other, "nu"))).isEqualTo("förr");
    }

    @Test
    void dropsAnswersThatShowAFeedWhoseStatusChanges() {
        get(KEY, "förr");

        cache.feedStatusChanged(Set.of(TIMES));
        assertThat(body(get(KEY, "nu"))).isEqualTo("förr");
        cache.feedStatusChanged(Set.of(SERVICES));
        assertThat(body(get(KEY, "nu"))).isEqualTo("nu");
    }

    @Test
    void outlivesNoFeedThatTurnsStale() {
        staleFrom.put(SERVICES, clock.instant().plusSeconds(60));
        get(KEY, "färsk");

        clock.advance(Duration.ofSeconds(59));
        assertThat(body(get(KEY, "gammal"))).isEqualTo("färsk");
        clock.advance(Duration.ofSeconds(1));
        assertThat(body(get(KEY, "gammal"))).isEqualTo("gammal");
        clock.advance(Duration.ofDays(1));
        assertThat(body(get(KEY, "ny"))).isEqualTo("gammal");
    }

    @Test
    void keepsNoAnswerWhoseRenderingAChangeOvertook() {
        Answer overtaken = cache.get(KEY, key -> {
            if (rendered.incrementAndGet() == 1) {
                changeWithoutEvicting(id("F1"));
                return rendering("före");
            }
            return rendering("efter");
        });

        assertThat(body(overtaken)).isEqualTo("efter");
        assertThat(body(get(KEY, "senare"))).isEqualTo("efter");
    }

    @Test
    void keepsNoAnswerThatAPublicationInAnotherThreadOvertook() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch published = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Answer> slow = threads.submit(() -> Objects.requireNonNull(cache.get(KEY, key -> {
            read.countDown();
            await(published);
            return rendering(rendered.incrementAndGet() == 1 ? "före" : "efter");
        })));
        read.await();
        Future<?> publication = threads.submit(() -> {
            changeWithoutEvicting(id("F1"));
            published.countDown();
            cache.changeLogGrew();
        });

        publication.get();
        assertThat(body(slow.get())).isEqualTo("efter");
        // The eviction may come after the second rendering too; dropping a good answer does no harm.
        assertThat(body(get(KEY, "efter"))).isEqualTo("efter");
        threads.shutdown();
    }

    @Test
    void letsOneOfManyCallersRender() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> {
                await(start);
                return get(KEY, "en gång");
            }));
        }
        start.countDown();
        for (Future<Answer> answer : answers) {
            assertThat(body(answer.get())).isEqualTo("en gång");
        }
        threads.shutdown();
        assertThat(rendered).hasValue(1);
    }

    @Test
    void cachesNoAbsence() {
        assertThat(cache.get(KEY, key -> null)).isNull();
        assertThat(body(get(KEY, "nu"))).isEqualTo("nu");
    }

    @Test
    void weighsAnswersInBytes() {
        CaffeineAnswerCache small = cacheOf(10_000);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        small.measureIn(meters);
        String body = "x".repeat(3_000);
        for (int i = 0; i < 100; i++) {
            small.get(new Key(id("S" + i), "json;sv"), key -> rendering(body));
        }
        small.get(new Key(id("S99"), "json;sv"), key -> rendering(body));

        assertThat(small.weight()).isBetween(1L, 10_000L);
        assertThat(meters.get("cache.gets")
                        .tags("cache", "answers", "result", "miss")
                        .functionCounter()
                        .count())
                .isGreaterThanOrEqualTo(100);
    }

    private Answer get(Key key, String body) {
        return Objects.requireNonNull(cache.get(key, missing -> {
            rendered.incrementAndGet();
            return rendering(body);
        }));
    }

    private Rendering rendering(String body) {
        return new Rendering(body.getBytes(StandardCharsets.UTF_8), Set.of(SERVICES), "sv", clock.instant());
    }

    private static String body(@Nullable Answer answer) {
        return new String(Objects.requireNonNull(answer).identity(), StandardCharsets.UTF_8);
    }

    private void change(ServiceId service) {
        log.add(new ChangeLog.Change(log.size() + 1, service, ChangeLog.Kind.CHANGED, clock.instant()));
        cache.changeLogGrew();
    }

    /** What another thread's publication does while an answer is being rendered, up to the entry's own eviction. */
    private void changeWithoutEvicting(ServiceId service) {
        log.add(new ChangeLog.Change(log.size() + 1, service, ChangeLog.Kind.CHANGED, clock.instant()));
        cache.invalidate(Set.of(service));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaffeineAnswerCache cacheOf(long bytes) {
        ChangeLog changes = new ChangeLog() {
            @Override
            public long last() {
                return log.size();
            }

            @Override
            public List<Change> after(long sequence, int limit) {
                return List.copyOf(log.subList((int) sequence, log.size()));
            }
        };
        return new CaffeineAnswerCache(bytes, changes, feed -> Optional.ofNullable(staleFrom.get(feed)), clock);
    }
}
