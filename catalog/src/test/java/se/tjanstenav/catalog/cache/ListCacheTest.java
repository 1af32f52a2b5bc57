package se.tjanstenav.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.id;

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
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.model.FeedId;

class ListCacheTest {

    private static final String QUESTION = "sv {limit=[20]}";

    private final List<ChangeLog.Change> log = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final Map<FeedId, Instant> stale = new HashMap<>();
    private final CaffeineListCache cache = cache(1 << 20, true);

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
    void keepsAnAnswerForAsLongAsItIsTrue() {
        ask(QUESTION, "förr");

        clock.advance(Duration.ofDays(30));

        assertThat(ask(QUESTION, "nu")).isEqualTo("förr");
        assertThat(cache.ready(QUESTION)).isNotNull();
    }

    @Test
    void forgetsAnAnswerWhenTimeMakesASourceStale() {
        stale.put(SERVICES, clock.instant().plusSeconds(10));
        cache.get(QUESTION, () -> shows("färsk", SERVICES));

        clock.advance(Duration.ofSeconds(9));
        assertThat(cache.ready(QUESTION)).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.ready(QUESTION)).isNull();
        assertThat(ask(QUESTION, "gammal")).isEqualTo("gammal");
    }

    @Test
    void forgetsAllWhenTheIndexFollowsLaterByItself() {
        ask(QUESTION, "utan den nya");

        cache.whileIndexChanges(() -> {
            assertThat(cache.ready(QUESTION)).isNull();
            assertThat(cache.get(QUESTION, () -> rendering("halvvägs"))).isNull();
        });

        assertThat(ask(QUESTION, "med den nya")).isEqualTo("med den nya");
    }

    @Test
    void keepsAnswersAgainWhenTheIndexCouldNotBeChanged() {
        assertThatThrownBy(() -> cache.whileIndexChanges(() -> {
                    throw new IllegalStateException("Disken är full");
                }))
                .hasMessage("Disken är full");

        assertThat(ask(QUESTION, "ändå")).isEqualTo("ändå");
        assertThat(cache.ready(QUESTION)).isNotNull();
    }

    @Test
    void takesNoMoreMemoryThanItMay() {
        CaffeineListCache small = cache(200_000, true);
        for (int i = 0; i < 100; i++) {
            Answer kept = small.get("q=" + i, () -> rendering("Tjänster om bygglov. ".repeat(500)));
            assertThat(Objects.requireNonNull(kept).gzip()).isNotEmpty();
        }

        assertThat(small.weight()).isBetween(1L, 200_000L);
    }

    @Test
    void givesTheSameBytesCompressed() throws IOException {
        String body = "Tjänster om bygglov. ".repeat(500);
        Answer answer = Objects.requireNonNull(cache.get(QUESTION, () -> rendering(body)));

        for (int asked = 0; asked < 2; asked++) {
            byte[] read = new GZIPInputStream(new ByteArrayInputStream(answer.gzip())).readAllBytes();
            assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(body);
        }
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
        CaffeineListCache shared = cache(1 << 20, false);

        assertThat(shared.get(QUESTION, () -> rendering("nu"))).isNull();
    }

    private String ask(String question, String body) {
        return new String(
                Objects.requireNonNull(cache.get(question, () -> rendering(body)))
                        .identity(),
                StandardCharsets.UTF_8);
    }

    private CaffeineListCache cache(long bytes, boolean alone) {
        return new CaffeineListCache(bytes, alone, changes(), feed -> Optional.ofNullable(stale.get(feed)), clock);
    }

    private static Rendering rendering(String body) {
        return shows(body);
    }

    private static Rendering shows(String body, FeedId... feeds) {
        return new Rendering(body.getBytes(StandardCharsets.UTF_8), Set.of(feeds), "sv", null);
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
