package se.tjanstenav.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.id;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.ChangeLog;

class ListCacheTest {

    private static final String QUESTION = "sv {limit=[20]}";

    private final List<ChangeLog.Change> log = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final CaffeineListCache cache = new CaffeineListCache(1 << 20, true, changes(), nanos::get);

    @Test
    void rendersAQuestionOnce() {
        assertThat(ask(QUESTION, "först")).isEqualTo("först");
        assertThat(ask(QUESTION, "sedan")).isEqualTo("först");
        assertThat(ask("en {limit=[20]}", "annan")).isEqualTo("annan");
    }

    @Test
    void forgetsAllWhenAnythingIsPublished() {
        ask(QUESTION, "förr");

        cache.changeLogGrew();
        assertThat(ask(QUESTION, "nu")).isEqualTo("förr");
        log.add(new ChangeLog.Change(1, id("F1"), ChangeLog.Kind.CHANGED, Instant.EPOCH));
        cache.changeLogGrew();
        assertThat(ask(QUESTION, "nu")).isEqualTo("nu");
    }

    @Test
    void forgetsAllWhenTheStatusOfAFeedChanges() {
        ask(QUESTION, "förr");

        cache.feedStatusChanged(Set.of(SERVICES));

        assertThat(ask(QUESTION, "nu")).isEqualTo("nu");
    }

    @Test
    void givesNobodyWhatAChangeOvertookWhileItWasRendered() {
        cache.get(QUESTION, () -> {
            cache.feedStatusChanged(Set.of(SERVICES));
            return rendering("före");
        });

        assertThat(ask(QUESTION, "efter")).isEqualTo("efter");
    }

    @Test
    void keepsNothingForLong() {
        ask(QUESTION, "förr");

        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(ask(QUESTION, "nu")).isEqualTo("förr");
        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(ask(QUESTION, "nu")).isEqualTo("nu");
    }

    @Test
    void keepsNoFailure() {
        assertThatThrownBy(() -> cache.get(QUESTION, () -> {
                    throw new IllegalStateException("Sökningen är borta");
                }))
                .hasMessage("Sökningen är borta");

        assertThat(ask(QUESTION, "nu")).isEqualTo("nu");
    }

    @Test
    void givesNothingWhileAnythingIsPublished() {
        ask(QUESTION, "förr");

        cache.publicationBegins();
        cache.publicationBegins();
        assertThat(cache.get(QUESTION, () -> rendering("nu"))).isNull();
        cache.publicationEnded();
        assertThat(cache.get(QUESTION, () -> rendering("nu"))).isNull();
        cache.publicationEnded();
        assertThat(ask(QUESTION, "nu")).isEqualTo("nu");
    }

    @Test
    void givesNobodyWhatWasRenderedBeforeAPublicationAndIsReadyAfterIt() {
        cache.get(QUESTION, () -> {
            cache.publicationBegins();
            cache.publicationEnded();
            return rendering("före");
        });

        assertThat(ask(QUESTION, "efter")).isEqualTo("efter");
    }

    @Test
    void isNotUsedWhereOthersPublishToo() {
        CaffeineListCache shared = new CaffeineListCache(1 << 20, false, changes(), nanos::get);

        assertThat(shared.get(QUESTION, () -> rendering("nu"))).isNull();
    }

    private String ask(String question, String body) {
        return new String(
                Objects.requireNonNull(cache.get(question, () -> rendering(body)))
                        .identity(),
                StandardCharsets.UTF_8);
    }

    private static Rendering rendering(String body) {
        return new Rendering(body.getBytes(StandardCharsets.UTF_8), Set.of(), "sv", null);
    }

    private ChangeLog changes() {
        return new ChangeLog() {
            @Override
            public long last() {
                return log.size();
            }

            @Override
            public List<Change> after(long sequence, int limit) {
                return List.copyOf(log.subList((int) sequence, log.size()));
            }
        };
    }
}
