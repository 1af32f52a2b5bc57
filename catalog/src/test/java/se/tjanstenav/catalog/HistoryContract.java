package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.History.Observation;
import se.tjanstenav.catalog.History.PastOutcome;
import se.tjanstenav.catalog.History.Selection;
import se.tjanstenav.catalog.model.Commitment.Outcome.Status;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;

/** That history knows everything once, what was corrected and what was left, and is written with the catalogue. */
abstract class HistoryContract extends MergedAgainContract {

    private static final Observed MARCH = new Observed().period("2026-03-01", "2026-03-31");
    private static final Observed APRIL = new Observed();

    @Test
    void keepsAnObservationOnceHoweverOftenItIsHarvested() {
        say(APRIL);
        Instant first = clock.instant();
        clock.advance(Duration.ofDays(1));
        say(APRIL);
        hub.harvest(SERVICES, described("F1", "Flyttanmälan till Sverige"));

        assertThat(history())
                .extracting(Observation::recordedAt, Observation::leftAt)
                .containsExactly(tuple(first, null));
    }

    @Test
    void keepsEarlierPeriodsAfterTheyArePublishedNoLonger() {
        say(MARCH);
        clock.advance(Duration.ofDays(30));
        say(APRIL);

        assertThat(history())
                .extracting(Observation::time, Observation::leftAt, Observation::supersededAt)
                .containsExactly(tuple(MARCH.time(), clock.instant(), null), tuple(APRIL.time(), null, null));
        assertThat(history())
                .extracting(Observation::definition)
                .doesNotContainNull()
                .hasSize(2);
        assertThat(history().get(0).definition()).isEqualTo(history().get(1).definition());
    }

    @Test
    void marksACorrectedFigureAndLosesNone() {
        say(APRIL);
        clock.advance(Duration.ofDays(1));
        say(APRIL.value("8"));
        Instant corrected = clock.instant();
        clock.advance(Duration.ofDays(1));
        say(APRIL);

        assertThat(history())
                .extracting(Observation::time, Observation::supersededAt)
                .containsExactly(
                        tuple(APRIL.time(), corrected),
                        tuple(APRIL.value("8").time(), clock.instant()),
                        tuple(APRIL.time(), null));
    }

    @Test
    void correctsAlsoWhatIsPublishedNoLonger() {
        say(MARCH);
        say(APRIL);
        say(APRIL, MARCH.value("9"));

        assertThat(history())
                .extracting(observation -> observation.time().value().intValue(), each -> each.supersededAt() != null)
                .containsExactly(tuple(7, true), tuple(9, false), tuple(7, false));
    }

    @Test
    void takesUpAgainWhatComesBack() {
        say(MARCH, APRIL);
        say(APRIL);
        say(MARCH, APRIL);

        assertThat(history()).hasSize(2).allSatisfy(each -> assertThat(each.leftAt())
                .isNull());
    }

    @Test
    void findsByPeriodKindAndDefinitionAPageAtATime() {
        say(MARCH, APRIL, APRIL.kind(Kind.FORECAST), APRIL.period(null, null));
        String definition = history().get(1).definition();

        assertThat(find(Selection.ALL)).isEqualTo(4);
        assertThat(find(new Selection(Kind.FORECAST, null, null, null))).isEqualTo(1);
        assertThat(find(new Selection(null, definition, null, null))).isEqualTo(3);
        assertThat(find(new Selection(null, null, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 31))))
                .isEqualTo(1);
        assertThat(find(new Selection(null, null, null, LocalDate.of(2026, 4, 1))))
                .isEqualTo(3);
        assertThat(find(new Selection(null, null, LocalDate.of(2026, 5, 1), null)))
                .isZero();
        Page<Observation> page = hub.bean(History.class).observations(id("F1"), Selection.ALL, 1, 1);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items()).extracting(Observation::time).containsExactly(MARCH.time());
    }

    @Test
    void tellsHowOutcomesHaveChanged() {
        say(new Promise(), MARCH);
        clock.advance(Duration.ofDays(30));
        say(new Promise(), MARCH, APRIL.value("11"));
        say(new Promise(), MARCH, APRIL.value("11"));

        assertThat(hub.bean(History.class).outcomes(id("F1"), 0, 10).items())
                .extracting(HistoryContract::status, PastOutcome::until)
                .containsExactly(tuple(Status.KEPT, clock.instant()), tuple(Status.MISSED, null));
    }

    @Test
    void remembersAServiceThatIsGone() {
        say(new Promise(), APRIL);
        hub.harvest(SERVICES, described("F2", "Annat"));
        hub.harvest(SERVICES, described("F2", "Annat"));

        assertThat(hub.catalogue().service(id("F1"))).isEmpty();
        assertThat(history()).hasSize(1).allSatisfy(each -> assertThat(each.leftAt())
                .isNotNull());
        assertThat(hub.bean(History.class).outcomes(id("F1"), 0, 10).items())
                .extracting(PastOutcome::until)
                .doesNotContainNull();
    }

    @Test
    void forgetsWhatLeftLongAgoAndNothingElse() {
        say(MARCH);
        say(APRIL);
        clock.advance(Duration.ofDays(3651));
        hub.harvest(SERVICES, described("F1", "Flyttanmälan inom Sverige"));

        assertThat(history()).extracting(Observation::time).containsExactly(APRIL.time());
    }

    @Test
    void takesUpWhatAnOlderReleaseHasPublished() {
        say(new Promise(), MARCH);
        JdbcClient jdbc = JdbcClient.create(hub.bean(DataSource.class));
        jdbc.sql("delete from observation").update();
        jdbc.sql("delete from commitment_outcome").update();
        jdbc.sql("update merge_format set number = 2").update();
        hub.close();

        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(history()).extracting(Observation::time).containsExactly(MARCH.time());
        assertThat(hub.bean(History.class).outcomes(id("F1"), 0, 10).items()).hasSize(1);
    }

    private static Status status(PastOutcome outcome) {
        return outcome.computed() == null
                ? Status.NOT_MEASURED
                : outcome.computed().status();
    }

    private long find(Selection selection) {
        Page<Observation> page = hub.bean(History.class).observations(id("F1"), selection, 0, 100);
        assertThat(page.items()).hasSize((int) page.total());
        return page.total();
    }

    private List<Observation> history() {
        return hub.bean(History.class)
                .observations(id("F1"), Selection.ALL, 0, 100)
                .items();
    }

    private void say(Observed... times) {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        hub.harvest(TIMES, timed(times));
    }

    private void say(Promise promise, Observed... times) {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        Contribution timed = timed(times);
        hub.harvest(
                TIMES,
                new Contribution(
                        "t1",
                        timed.service(),
                        null,
                        null,
                        timed.processingTimes(),
                        List.of(promise.commitment()),
                        null));
    }

    private static Contribution timed(Observed... times) {
        return new Contribution(
                "t1",
                Samples.key("F1"),
                null,
                null,
                Arrays.stream(times).map(Observed::time).toList(),
                null,
                null);
    }
}
