package se.tjanstenav.routes.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.routes.changes.ListedLog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.ChangeLog.Change;
import se.tjanstenav.routes.changes.ChangeFeed.FeedPage;
import se.tjanstenav.routes.http.ProblemException;

class ChangeFeedTest {

    private static final UUID STORE = new UUID(1, 2);

    private final List<Long> followed = new ArrayList<>();
    private final ListedLog log = new ListedLog(List.of(change(1, "A"), change(2, "B"), change(3, "C")));
    private final ChangeFeed feed = feedOf(log, STORE);

    @Test
    void goesOnWhereACursorStands() {
        FeedPage first = feed.page(feed.position("0"), 2);
        FeedPage second = feed.page(feed.position(first.next()), 2);

        assertThat(first.changes()).extracting(Change::sequence).containsExactly(1L, 2L);
        assertThat(first.more()).isTrue();
        assertThat(second.changes()).extracting(Change::sequence).containsExactly(3L);
        assertThat(second.more()).isFalse();
        assertThat(feed.cursor(second.changes().get(0))).isEqualTo(second.next());
        assertThat(feed.position("now")).isEqualTo(3);
        assertThat(feed.page(3, 2).next()).isEqualTo(second.next());
    }

    @Test
    void aPageThatEndsWithTheLogHasNoMore() {
        assertThat(feed.page(0, 3).more()).isFalse();
        assertThat(feed.page(0, 2).more()).isTrue();
    }

    @Test
    void hasAnswersFollowBeforeAnybodyIsTold() {
        feed.page(0, 2);

        assertThat(followed).contains(3L);
    }

    @Test
    void refusesTheCursorOfAnotherStore() {
        ChangeFeed other = feedOf(log, new UUID(3, 4));

        assertThatThrownBy(() -> feed.position(other.page(0, 2).next())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> feed.position(feedOf(new ListedLog(List.of()), new UUID(3, 4))
                        .page(0, 2)
                        .next()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesACursorBeyondTheEndOfALogThatWasSetBack() {
        ChangeFeed setBack = feedOf(new ListedLog(List.of(change(1, "A"), change(2, "B"))), STORE);

        assertThat(setBack.position(feed.page(0, 2).next())).isEqualTo(2);
        assertThatThrownBy(() -> setBack.position(feed.page(0, 3).next()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Copy the catalogue anew");
    }

    @Test
    void refusesACursorOfWhatTheLogHadBeforeItWasSetBackAndWentAnotherWay() {
        Change again = change(3, "C");
        ListedLog otherWay = new ListedLog(List.of(change(1, "A"), change(2, "B")));
        otherWay.add(new Change(3, again.service(), again.kind(), again.at().plusMillis(1)));

        assertThatThrownBy(
                        () -> feedOf(otherWay, STORE).position(feed.page(0, 3).next()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void knowsWhatCanBeACursor() {
        assertThat(List.of("0", "now", feed.page(0, 1).next())).allMatch(ChangeFeed::isReadable);
        assertThat(List.of("", "17", "-1", "1.", "1.abc", "Now", "zzzzzzzzzzzzzzzzzz.AAAAAAAAAAA"))
                .noneMatch(ChangeFeed::isReadable);
    }

    private ChangeFeed feedOf(ListedLog changes, UUID store) {
        return new ChangeFeed(changes, followed::add, store);
    }
}
