package se.tjanstenav.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.descriptor.Pagination;
import se.tjanstenav.connectors.descriptor.Pagination.Type;

class PageTurnerTest {

    @Test
    void countsOnUntilAPageIsEmpty() {
        PageTurner turner = turner(Type.OFFSET, null, null);
        turner.saw("a");
        PageTurner.Turn turn = turner.next(Position.START, Map.of(), Optional.empty(), 1);
        assertThat(turn.position()).hasValueSatisfying(next -> {
            assertThat(next.offset()).isEqualTo(1);
            assertThat(next.page()).isEqualTo(1);
        });
        assertThat(turner.next(turn.position().orElseThrow(), Map.of(), Optional.empty(), 0))
                .isEqualTo(PageTurner.Turn.END);
    }

    @Test
    void sparesTheEmptyPageWhereTheTotalIsKnown() {
        PageTurner turner = turner(Type.PAGE, null, "/total");
        turner.saw("a");
        assertThat(turner.next(Position.START, Map.of("total", 1), Optional.empty(), 1))
                .isEqualTo(PageTurner.Turn.END);
    }

    @Test
    void isIncompleteWhereFewerRecordsCameThanWereAnnounced() {
        assertThat(turner(Type.PAGE, null, "/total")
                        .next(Position.START, Map.of("total", 5), Optional.empty(), 0)
                        .incomplete())
                .isPresent();
    }

    @Test
    void noticesThatACursorComesBack() {
        PageTurner turner = turner(Type.CURSOR, "/next", null);
        turner.saw("a");
        Position second = turner.next(Position.START, Map.of("next", "x"), Optional.empty(), 1)
                .position()
                .orElseThrow();
        assertThat(second.cursor()).isEqualTo("x");
        turner.saw("b");
        assertThat(turner.next(second, Map.of("next", "x"), Optional.empty(), 1).incomplete())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("PAGINATION_LOOP"));
    }

    @Test
    void noticesThatTheAgencyIgnoresThePageNumber() {
        PageTurner turner = turner(Type.PAGE, null, null);
        turner.saw(Map.of("id", "a"));
        Position second = turner.next(Position.START, Map.of(), Optional.empty(), 1)
                .position()
                .orElseThrow();
        turner.saw(Map.of("id", "a"));
        assertThat(turner.next(second, Map.of(), Optional.empty(), 1).incomplete())
                .isPresent();
    }

    @Test
    void noticesThatThePagesGoRound() {
        PageTurner turner = turner(Type.OFFSET, null, null);
        Position at = Position.START;
        for (String record : List.of("a", "b", "c")) {
            turner.saw(Map.of("id", record));
            at = turner.next(at, Map.of(), Optional.empty(), 1).position().orElseThrow();
        }
        turner.saw(Map.of("id", "a"));
        assertThat(turner.next(at, Map.of(), Optional.empty(), 1).incomplete())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("PAGINATION_LOOP"));
    }

    @Test
    void looksAtBothEndsOfAPageAndItsLength() {
        assertThat(repeats(List.of("a", "b", "c"), List.of("a", "x", "c"))).isTrue();
        assertThat(repeats(List.of("a", "b", "c"), List.of("a", "b", "x"))).isFalse();
        assertThat(repeats(List.of("a", "b", "c"), List.of("x", "b", "c"))).isFalse();
        assertThat(repeats(List.of("a", "b", "c"), List.of("a", "c"))).isFalse();
    }

    private static boolean repeats(List<String> one, List<String> other) {
        PageTurner turner = turner(Type.PAGE, null, null);
        one.forEach(turner::saw);
        Position second = turner.next(Position.START, Map.of(), Optional.empty(), one.size())
                .position()
                .orElseThrow();
        other.forEach(turner::saw);
        return turner.next(second, Map.of(), Optional.empty(), other.size())
                .incomplete()
                .isPresent();
    }

    @Test
    void followsLinksFromTheAnswerAndFromTheHeader() {
        assertThat(turner(Type.NEXT_LINK, "/links/next", null)
                        .next(Position.START, Map.of("links", Map.of("next", "/p?2")), Optional.empty(), 1)
                        .position())
                .hasValueSatisfying(next -> assertThat(next.link()).isEqualTo(URI.create("/p?2")));
        assertThat(turner(Type.LINK_HEADER, null, null)
                        .next(Position.START, Map.of(), Optional.of("https://a.example/2"), 1)
                        .position())
                .hasValueSatisfying(next -> assertThat(next.link()).isEqualTo(URI.create("https://a.example/2")));
    }

    private static PageTurner turner(Type type, @Nullable String next, @Nullable String total) {
        return new PageTurner(new Pagination(type, "p", null, null, null, next, total));
    }
}
